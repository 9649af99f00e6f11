import type { NotesChange } from '../../domain/orderActions';
import { type ItemResult, type BatchItem, mapConcurrent } from '../../http/batches';
import type { ApiClient } from '../../http/client';
import type { OrderReceipt, WithRaw } from '../port';
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
	changes: ReadonlyArray<BatchItem<NotesChange>>,
): Promise<Array<ItemResult<WithRaw<OrderReceipt>>>> {
	const { found, missing } = await locate(client, changes);
	const done = await mapConcurrent(found, 1, async ({ value: { input, order } }) => {
		const { orderId } = order.value;
		const { internalNotes, notesFromBuyer, notesToBuyer } = input.notes;
		const notes = checked({ internalNotes, notesFromBuyer, notesToBuyer });
		const receipt = (raw: unknown): WithRaw<OrderReceipt> => ({ value: receiptOf(order, 'updated').value, raw });
		return await sendOne(
			client,
			LIVE.setNotes,
			{ body: { orderId: wireId(orderId, 'Order ID'), ...notes } },
			{
				names: { id: orderId },
				taken: receipt,
				find: async () => {
					const [now] = await getOrders(client, [{ index: 0, value: { orderId } }]);
					return now?.ok && shows(now.value.raw, notes) ? receipt(now.value.raw) : undefined;
				},
			},
		);
	});
	return [...missing, ...done];
}
