import { InputProblem } from '../../../domain/inputProblem';
import type { OrderChange, OrderKey } from '../../../domain/order/order';
import type { ItemResult, BatchItem } from '../../../batch/types';
import type { ApiClient } from '../../../http/client';
import { forEachGroup } from '../../../batch/groups';
import { partlyDone } from '../../common/partlyDone';
import type { OrderReceipt, WithRaw } from '../../ports/types';
import { shows } from '../../../batch/confirm/shows';
import { bulkOutcomes } from '../wire/bulk';
import { LIVE } from '../catalogue';
import { getOrders } from './find';
import { nameWhole } from './locate';
import { setOrderNotes } from './actions/notes';
import { type WireChange, orderChange } from './write';
import { buildBodiesWithPauses } from '../../../batch/buildBodies';
import { sendReconciled } from '../../../batch/sendReconciled';

type Receipt = ItemResult<WithRaw<OrderReceipt>>;
type Change = BatchItem<OrderChange>;

/**
 * Changes orders: headers in batches, then the notes to and from buyers, which have an endpoint of their own that takes
 * one order a call.
 */
export async function updateOrders(client: ApiClient, given: readonly Change[]): Promise<Receipt[]> {
	const bodies = new Map<number, WireChange>();
	const keyOf = new Map(given.map(({ index, value }) => [index, value.key]));
	const { named, missing } = await nameWhole(client, given);
	const { good, bad } = await buildBodiesWithPauses(client, named, body, bodies);
	const header = good.filter(({ index }) => bodies.get(index)?.header);
	const sent = await sendHeaders(client, header, bodies, (index, raw) => receipt(keyOf.get(index), raw));
	const refused = new Set(sent.flatMap((outcome) => (outcome.ok ? [] : [outcome.index])));
	const withNotes = good.filter(({ index }) => bodies.get(index)?.notes && !refused.has(index));
	const changed = new Set(header.map(({ index }) => index));
	const notes = withNotes.map(({ index, value }) => ({
		index,
		value: { key: value.key, notes: bodies.get(index)?.notes ?? {} },
	}));
	const noted = (await forEachGroup([notes], async (all) => setOrderNotes(client, all), sent)).map(
		(one): Receipt =>
			one.ok || !changed.has(one.index)
				? one
				: { ...one, error: partlyDone(one.error, 'The order was updated, but its notes were not set') },
	);
	const notedIndexes = new Set(noted.map(({ index }) => index));
	const done = [...sent.filter(({ index }) => !notedIndexes.has(index)), ...noted];
	return [...missing, ...bad, ...done.map((outcome) => withUnsent(outcome, bodies.get(outcome.index)?.notSent ?? []))];
}

/** Changes headers. An order whose change the answer does not confirm is read: it shows the change or not. */
async function sendHeaders(
	client: ApiClient,
	header: readonly Change[],
	bodies: ReadonlyMap<number, WireChange>,
	succeed: (index: number, raw: unknown) => WithRaw<OrderReceipt>,
): Promise<Receipt[]> {
	return await sendReconciled(client, LIVE.updateOrders, header, {
		body: (open) => open.map(({ index }) => bodies.get(index)?.header),
		done: async (open) => {
			const now = await getOrders(
				client,
				open.map(({ index, value }) => ({ index, value: value.key })),
			);
			const changed = now.flatMap((one) =>
				one.ok && shows(one.value.raw, fieldsOfHeader(bodies.get(one.index))) ? [one] : [],
			);
			return new Map(changed.map(({ index, value }) => [index, succeed(index, value.raw)]));
		},
		outcomes: (open, response) =>
			bulkOutcomes(LIVE.updateOrders, open, response, {
				names: ({ key }) => ({ ...key }),
				succeed: ({ index }, result) => succeed(index, result ?? {}),
			}),
	});
}

function fieldsOfHeader(change: WireChange | undefined): Record<string, unknown> {
	const { orderIdentifier: _, ...fields } = change?.header ?? {};
	return fields;
}

function body(change: OrderChange): WireChange {
	const wire = orderChange(change);
	if (wire.header || wire.notes) return wire;
	throw new InputProblem({ problem: 'notChangeable', field: 'updateFields', names: wire.notSent });
}

const withUnsent = (outcome: Receipt, notSent: string[]): Receipt =>
	outcome.ok ? { ...outcome, value: { ...outcome.value, value: { ...outcome.value.value, notSent } } } : outcome;

const receipt = (key: OrderKey | undefined, raw: unknown): WithRaw<OrderReceipt> => ({
	value: {
		orderId: key && 'orderId' in key ? key.orderId : null,
		orderNumber: key && 'orderNumber' in key ? key.orderNumber : null,
		outcome: 'updated',
		notSent: [],
	},
	raw,
});
