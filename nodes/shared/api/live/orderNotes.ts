import type { NotesChange } from '../../domain/orderActions';
import { type Outcome, type Placed, eachAtWidth } from '../../http/batches';
import type { ApiClient } from '../../http/client';
import type { OrderReceipt, Sourced } from '../port';
import { LIVE } from './catalogue';
import { receiptOf } from './orderAction';
import { locate } from './orderLocate';
import { checked, wireId } from './orderWrite';

/** Sets the notes of orders. The call takes one order (live-api section 6). */
export async function setOrderNotes(client: ApiClient, changes: ReadonlyArray<Placed<NotesChange>>): Promise<Array<Outcome<Sourced<OrderReceipt>>>> {
	const { found, missing } = await locate(client, changes);
	const done = await eachAtWidth(found, 1, async ({ value: { input, order } }) => {
		const { internalNotes, notesFromBuyer, notesToBuyer } = input.notes;
		const body = checked({ orderId: wireId(order.value.orderId, 'Order ID'), internalNotes, notesFromBuyer, notesToBuyer });
		const source = await client.call(LIVE.setNotes, { body });
		return { value: receiptOf(order, 'updated').value, source: source ?? {} };
	});
	return [...missing, ...done];
}
