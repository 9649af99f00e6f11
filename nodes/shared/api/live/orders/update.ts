import { InputProblem } from '../../../domain/inputProblem';
import type { OrderChange, OrderKey } from '../../../domain/order/order';
import type { ItemResult, BatchItem } from '../../../batch/types';
import { type Row, write } from '../../../batch/write';
import type { ApiClient } from '../../../http/client';
import { partlyDone } from '../../common/partlyDone';
import type { OrderReceipt, WithRaw } from '../../ports/types';
import { shows } from '../../../batch/confirm/shows';
import { LIVE } from '../catalogue';
import { getOrders } from './find';
import { nameWhole } from './locate';

import { setOrderNotes } from './actions';
import { type WireChange, orderChange, wireId } from './write';

type Receipt = ItemResult<WithRaw<OrderReceipt>>;
type Change = Row<OrderChange, WireChange>;

/** Changes orders: headers in batches, then the notes to and from buyers, whose endpoint takes one order per call. */
export async function updateOrders(
	client: ApiClient,
	given: ReadonlyArray<BatchItem<OrderChange>>,
): Promise<Receipt[]> {
	const keyOf = new Map(given.map(({ index, value }) => [index, value.key]));
	const { named, missing } = await nameWhole(client, given);
	const changed = await write(client, named, {
		build: body,
		sendGroup: async (rows) => {
			const headers = rows.filter(({ body }) => body.header);
			const sent = await sendHeaders(client, headers, (index, raw) => receipt(keyOf.get(index), raw));
			const done = await sendNotes(client, rows, headers, sent);
			const notSent = new Map(rows.map(({ index, body }) => [index, body.notSent]));
			return done.map((one) => withUnsent(one, notSent.get(one.index) ?? []));
		},
	});
	return [...missing, ...changed];
}

/** Changes headers. If the response does not confirm a change, the order is read to see whether it has it. */
const sendHeaders = async (
	client: ApiClient,
	headers: readonly Change[],
	succeed: (index: number, raw: unknown) => WithRaw<OrderReceipt>,
): Promise<Receipt[]> =>
	await write(client, headers, {
		distinctBy: orderKeyOf(headers),
		endpoint: LIVE.updateOrders,
		call: (rows) => ({ body: rows.map(({ body }) => body.header) }),
		settle: {
			names: ({ key }) => ({ ...key }),
			succeed: ({ index }, result) => succeed(index, result ?? {}),
		},
		find: async (rows) => {
			const now = await getOrders(
				client,
				rows.map(({ index, value }) => ({ index, value: value.key })),
			);
			const found = new Map(now.flatMap((one) => (one.ok ? [[one.index, one.value.raw]] : [])));
			return ({ index, body }) =>
				found.has(index) && shows(found.get(index), fieldsOfHeader(body))
					? succeed(index, found.get(index))
					: undefined;
		},
	});

/** A key that tells all orders apart; none if some are named by ID and some by number. */
function orderKeyOf(headers: readonly Change[]): ((change: OrderChange) => string) | undefined {
	const byId = headers.filter(({ value }) => 'orderId' in value.key).length;
	if (byId > 0 && byId < headers.length) return undefined;
	return ({ key }) =>
		'orderId' in key
			? String(wireId(key.orderId, 'orderId'))
			: `${key.salesChannelId ?? ''}\n${key.orderNumber.toLowerCase()}`;
}

function fieldsOfHeader({ header }: WireChange): Record<string, unknown> {
	const { orderIdentifier: _, ...fields } = header ?? {};
	return fields;
}

/** Sets the notes of orders whose headers were not refused. @returns one result per order, for headers and notes */
async function sendNotes(
	client: ApiClient,
	rows: readonly Change[],
	headers: readonly Change[],
	sent: Receipt[],
): Promise<Receipt[]> {
	const refused = new Set(sent.flatMap((one) => (one.ok ? [] : [one.index])));
	const changed = new Set(headers.map(({ index }) => index));
	const notes = rows.flatMap(({ index, value: { key }, body }) =>
		body.notes && !refused.has(index) ? [{ index, value: { key, notes: body.notes } }] : [],
	);
	const noted = await write(client, notes, { after: sent, sendGroup: async (all) => setOrderNotes(client, all) });
	const byIndex = new Set(noted.map(({ index }) => index));
	return [
		...sent.filter(({ index }) => !byIndex.has(index)),
		...noted.map(
			(one): Receipt =>
				one.ok || !changed.has(one.index)
					? one
					: { ...one, error: partlyDone(one.error, 'The order was updated, but its notes were not set') },
		),
	];
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
