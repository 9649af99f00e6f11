import { InputError } from '../../domain/inputError';
import type { OrderChange, OrderKey } from '../../domain/order';
import { type Outcome, type Placed, sendInBatches } from '../../http/batches';
import type { ApiClient } from '../../http/client';
import type { OrderReceipt, Sourced } from '../port';
import { bulkOutcomes } from './bulk';
import { LIVE } from './catalogue';
import { subjectOf } from './orderFind';
import { nameWhole } from './orderLocate';
import { setOrderNotes } from './orderNotes';
import { type WireChange, orderChange } from './orderWrite';
import { buildBodies } from './prepare';

type Receipt = Outcome<Sourced<OrderReceipt>>;
type Change = Placed<OrderChange>;

/** Changes orders: headers in batches, then the notes to and from buyers, which have an endpoint of their own that takes one order a call. */
export async function updateOrders(client: ApiClient, given: readonly Change[]): Promise<Receipt[]> {
	const bodies = new Map<number, WireChange>();
	const keyOf = new Map(given.map(({ index, value }) => [index, value.key]));
	const { named, missing } = await nameWhole(client, given);
	const { good, bad } = await buildBodies(client, named, body, bodies);
	const header = good.filter(({ index }) => bodies.get(index)?.header);
	const sent = await sendInBatches(header, LIVE.updateOrders.batch ?? 1, async (batch) => {
		const answer = await client.call(LIVE.updateOrders, { body: batch.map(({ index }) => bodies.get(index)?.header) });
		return bulkOutcomes(batch, answer, LIVE.updateOrders.name, ({ key }) => subjectOf(key), ({ index }, results) => receipt(keyOf.get(index), { results }));
	});
	const refused = new Set(sent.flatMap((outcome) => (outcome.ok ? [] : [outcome.index])));
	const withNotes = good.filter(({ index }) => bodies.get(index)?.notes && !refused.has(index));
	const noted = await setOrderNotes(client, withNotes.map(({ index, value }) => ({ index, value: { key: value.key, notes: bodies.get(index)?.notes ?? {} } })));
	const notedIndexes = new Set(noted.map(({ index }) => index));
	const done = [...sent.filter(({ index }) => !notedIndexes.has(index)), ...noted];
	return [...missing, ...bad, ...done.map((outcome) => withUnsent(outcome, bodies.get(outcome.index)?.notSent ?? []))];
}

function body(change: OrderChange): WireChange {
	const wire = orderChange(change);
	if (wire.header || wire.notes) return wire;
	throw new InputError('Update Fields', `The live API cannot change ${wire.notSent.join(', ')} of an order that is there.`, 'Choose other fields.');
}

const withUnsent = (outcome: Receipt, notSent: string[]): Receipt =>
	outcome.ok ? { ...outcome, value: { ...outcome.value, value: { ...outcome.value.value, notSent } } } : outcome;

const receipt = (key: OrderKey | undefined, source: unknown): Sourced<OrderReceipt> => ({
	value: {
		orderId: key && 'orderId' in key ? key.orderId : null,
		orderNumber: key && 'orderNumber' in key ? key.orderNumber : null,
		outcome: 'updated',
		notSent: [],
	},
	source,
});
