import type { OrderChange } from '../../domain/order';
import { type Outcome, type Placed, eachAtWidth, sendInBatches } from '../../http/batches';
import type { ApiClient } from '../../http/client';
import type { OrderReceipt, Sourced } from '../port';
import { bulkOutcomes } from './bulk';
import { LIVE } from './catalogue';
import { getOrders, subjectOf } from './orders';
import { type WireChange, orderChange, wireId } from './orderWrite';
import { prepare } from './prepare';

type Receipt = Outcome<Sourced<OrderReceipt>>;
type Change = Placed<OrderChange>;

/** Changes orders: headers in batches, then the notes to and from buyers, which have an endpoint of their own that takes one order a call. */
export async function updateOrders(client: ApiClient, changes: readonly Change[]): Promise<Receipt[]> {
	const bodies = new Map<number, WireChange>();
	const { good, bad } = prepare(changes, orderChange, bodies);
	const header = good.filter(({ index }) => bodies.get(index)?.header);
	const sent = await sendInBatches(header, LIVE.updateOrders.batch ?? 1, async (batch) => {
		const body = await client.call(LIVE.updateOrders, { body: batch.map(({ index }) => bodies.get(index)?.header) });
		return bulkOutcomes(batch, body, LIVE.updateOrders.name, ({ key }) => subjectOf(key), (input, results) => receipt(input, bodies, { results }));
	});
	const refused = new Set(sent.flatMap((outcome) => (outcome.ok ? [] : [outcome.index])));
	const withNotes = good.filter(({ index }) => bodies.get(index)?.notes && !refused.has(index));
	const noted = await setNotes(client, withNotes, bodies);
	const notedIndexes = new Set(noted.map(({ index }) => index));
	return [...bad, ...sent.filter(({ index }) => !notedIndexes.has(index)), ...noted];
}

async function setNotes(client: ApiClient, changes: readonly Change[], bodies: ReadonlyMap<number, WireChange>): Promise<Receipt[]> {
	if (changes.length === 0) return [];
	const byIndex = new Map(changes.map((change) => [change.index, change]));
	const found = await getOrders(client, changes.map(({ index, value }) => ({ index, value: value.key })));
	const missing = found.filter((outcome) => !outcome.ok);
	const known = found.flatMap((outcome) => (outcome.ok ? [{ index: outcome.index, value: outcome.value.value.orderId }] : []));
	const done = await eachAtWidth(known, 1, async ({ index, value: orderId }) => {
		const source = await client.call(LIVE.setNotes, { body: { orderId: wireId(orderId, 'Order ID'), ...bodies.get(index)?.notes } });
		const change = byIndex.get(index);
		const { value } = receipt(change ?? { index, value: { key: { orderId }, shipTo: {}, details: {} } }, bodies, source);
		return { value: { ...value, orderId }, source: source ?? {} };
	});
	return [...missing, ...done];
}

const receipt = ({ index, value: { key } }: Change, bodies: ReadonlyMap<number, WireChange>, source: unknown): Sourced<OrderReceipt> => ({
	value: {
		orderId: 'orderId' in key ? key.orderId : null,
		orderNumber: 'orderNumber' in key ? key.orderNumber : null,
		outcome: 'updated',
		notSent: bodies.get(index)?.notSent ?? [],
	},
	source,
});
