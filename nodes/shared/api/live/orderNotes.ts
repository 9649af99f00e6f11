import type { NotesChange } from '../../domain/orderActions';
import { type Outcome, type Placed, eachAtWidth } from '../../http/batches';
import type { ApiClient } from '../../http/client';
import type { OrderReceipt, Sourced } from '../port';
import { sendOne } from '../sendOne';
import { shows } from '../shows';
import { LIVE } from './catalogue';
import { receiptOf } from './orderAction';
import { getOrders } from './orderFind';
import { locate } from './orderLocate';
import { checked, wireId } from './orderWrite';

/** Sets the notes of orders. The call takes one order (live-api section 6). */
export async function setOrderNotes(
	client: ApiClient,
	changes: ReadonlyArray<Placed<NotesChange>>,
): Promise<Array<Outcome<Sourced<OrderReceipt>>>> {
	const { found, missing } = await locate(client, changes);
	const done = await eachAtWidth(found, 1, async ({ value: { input, order } }) => {
		const { orderId } = order.value;
		const { internalNotes, notesFromBuyer, notesToBuyer } = input.notes;
		const notes = checked({ internalNotes, notesFromBuyer, notesToBuyer });
		const receipt = (source: unknown): Sourced<OrderReceipt> => ({ value: receiptOf(order, 'updated').value, source });
		return await sendOne(
			client,
			LIVE.setNotes,
			{ body: { orderId: wireId(orderId, 'Order ID'), ...notes } },
			{
				names: { id: orderId },
				taken: receipt,
				find: async () => {
					const [now] = await getOrders(client, [{ index: 0, value: { orderId } }]);
					return now?.ok && shows(now.value.source, notes) ? receipt(now.value.source) : undefined;
				},
			},
		);
	});
	return [...missing, ...done];
}
