import type { NotesChange } from '../../../../domain/order/orderActions';
import { mapConcurrent } from '../../../../batch/sendInBatches';
import { type ItemResult, type BatchItem } from '../../../../batch/types';
import type { ApiClient } from '../../../../http/client';
import type { OrderReceipt, WithRaw } from '../../../ports/types';
import { sendOne } from '../../../../batch/sendOne';
import { shows } from '../../../../batch/confirm/shows';
import { LIVE } from '../../catalogue';
import { receiptOf } from './action';
import { getOrders } from '../find';
import { locate } from '../locate';
import { checked, wireId } from '../write';

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
			{ body: { orderId: wireId(orderId, 'orderId'), ...notes } },
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
