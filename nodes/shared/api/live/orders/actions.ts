import { readDate } from '../../../domain/values/dates/date';
import type { Cancellation, Order, OrderKey } from '../../../domain/order/order';
import type { Hold, NotesChange } from '../../../domain/order/orderActions';
import type { Query } from '../../../domain/values/query';
import { doubtAbout, unconfirmed } from '../../../batch/confirm/confirm';
import { shows } from '../../../batch/confirm/shows';
import type { BatchItem, ItemResult } from '../../../batch/types';
import { write } from '../../../batch/write';
import { writeOne } from '../../../batch/writeOne';
import type { ApiClient } from '../../../http/client';
import type { Endpoint } from '../../../http/endpoint';
import * as z from '../../../vendor/zod';
import type { OrderReceipt, WithRaw } from '../../ports/types';
import { LIVE } from '../catalogue';
import { LIVE_DIALECT } from '../dialect';
import { getOrders } from './find';
import { type Located, locate, lookAgain } from './locate';
import { checked, wireId } from './write';

type Receipt = WithRaw<OrderReceipt>;
type Results = Promise<Array<ItemResult<Receipt>>>;

/**
 * An action whose call has all its options in the query, for all orders of one channel with the same options (live-api
 * section 9, 6 and 7).
 */
interface OrderAction<Input extends { key: OrderKey }> {
	endpoint: Endpoint;
	/** The outcomes for an order that was sent and for one that already was as wanted. */
	outcomes: { done: OrderReceipt['outcome']; before: OrderReceipt['outcome'] };
	isAlreadyDone(order: WithRaw<Order>, input: Input): boolean;
	/** The query apart from the orders and their channel. Orders with the same options share a call. */
	callOptions(input: Input): Query;
}

const CANCEL: OrderAction<Cancellation> = {
	endpoint: LIVE.cancelOrders,
	outcomes: { done: 'cancelled', before: 'alreadyCancelled' },
	isAlreadyDone: ({ value }) => value.lifecycle === 'cancelled',
	callOptions: ({ reasonType, reason, refundOnChannel, emailChannel, updateChannel }) => ({
		cancelReasonType: reasonType,
		cancelReason: reason === '' ? undefined : reason,
		refundOrdersOnChannels: refundOnChannel,
		sendEmailNotificationToChannel: emailChannel,
		updateSalesChannels: updateChannel,
	}),
};

/** Cancels orders; one call covers all orders of a channel with the same reason and options. */
export const cancelOrders = async (client: ApiClient, cancellations: ReadonlyArray<BatchItem<Cancellation>>): Results =>
	await actOnOrders(client, cancellations, CANCEL);

const onHold = z.looseObject({ holdUntilDate: z.string().nullish() });

const HOLD: OrderAction<Hold> = {
	endpoint: LIVE.holdOrders,
	outcomes: { done: 'onHold', before: 'alreadyOnHold' },
	isAlreadyDone: ({ value, raw }, { until }) =>
		value.lifecycle === 'onHold' && readDate(onHold.safeParse(raw).data?.holdUntilDate) === until,
	callOptions: ({ until }) => ({ holdUntil: until }),
};

/** Puts orders on hold; one call covers all orders of a channel with the same date. */
export const holdOrders = async (client: ApiClient, holds: ReadonlyArray<BatchItem<Hold>>): Results =>
	await actOnOrders(client, holds, HOLD);

/**
 * Acts on orders. They are looked up first: the call needs their channel even with IDs, a missing order fails only its
 * own item, and an order that already is as wanted is skipped.
 */
async function actOnOrders<Input extends { key: OrderKey }>(
	client: ApiClient,
	inputs: ReadonlyArray<BatchItem<Input>>,
	action: OrderAction<Input>,
): Results {
	const { found, missing } = await locate(client, inputs);
	const isBefore = ({ value: { order, input } }: BatchItem<Located<Input>>): boolean =>
		action.isAlreadyDone(order, input);
	const already = (some: Array<BatchItem<Located<Input>>>): Array<ItemResult<Receipt>> =>
		some
			.filter(isBefore)
			.map(({ index, value }) => ({ index, ok: true, value: receiptOf(value.order, action.outcomes.before) }));
	const changed = new Set<string>();
	const done = await write(
		client,
		found.filter((one) => !isBefore(one)),
		{
			groupBy: ({ order, input }) => JSON.stringify([order.value.salesChannel?.id, action.callOptions(input)]),
			sendGroup: async (group) => {
				const current = await asTheyAreNow(client, group, changed);
				const open = current.filter((one) => !isBefore(one));
				for (const { value } of open) changed.add(value.order.value.orderId);
				return [...already(current), ...(await actOnGroup(client, open, action))];
			},
		},
	);
	return [...missing, ...already(found), ...done];
}

/** Rereads an order that an earlier group of the run has changed: acting on it twice might refund it twice. */
async function asTheyAreNow<Input>(
	client: ApiClient,
	group: ReadonlyArray<BatchItem<Located<Input>>>,
	changed: ReadonlySet<string>,
): Promise<Array<BatchItem<Located<Input>>>> {
	const again = group.filter(({ value }) => changed.has(value.order.value.orderId));
	const now = again.length > 0 ? await lookAgain(client, again) : new Map<number, WithRaw<Order>>();
	return group.map(({ index, value }) => ({ index, value: { ...value, order: now.get(index) ?? value.order } }));
}

/** Acts on orders of one channel that have the same options. */
const actOnGroup = async <Input extends { key: OrderKey }>(
	client: ApiClient,
	group: ReadonlyArray<BatchItem<Located<Input>>>,
	{ endpoint, outcomes, isAlreadyDone, callOptions }: OrderAction<Input>,
): Results =>
	await write(client, group, {
		distinctBy: ({ order }) => order.value.orderId,
		endpoint,
		call: (rows) => ({
			query: {
				orderId: [...new Set(rows.map(({ value }) => value.order.value.orderId))],
				salesChannelId: rows[0]?.value.order.value.salesChannel?.id,
				...(rows[0] ? callOptions(rows[0].value.input) : {}),
			},
		}),
		settle: (rows, response) => {
			requireConfirmed(endpoint, rows, response);
			return rows.map(({ index, value }) => ({ index, ok: true, value: receiptOf(value.order, outcomes.done) }));
		},
		find: async (rows) => {
			const now = await lookAgain(client, rows);
			return ({ index, value }) => {
				const order = now.get(index);
				return order && isAlreadyDone(order, value.input) ? receiptOf(value.order, outcomes.done) : undefined;
			};
		},
	});

/** The response has one ID, which confirms only that order. @throws Unconfirmed, ApiError */
function requireConfirmed(
	endpoint: Endpoint,
	rows: ReadonlyArray<BatchItem<Pick<Located<unknown>, 'order'>>>,
	response: unknown,
): void {
	const [id, ...others] = new Set(rows.map(({ value }) => value.order.value.orderId));
	const doubt =
		doubtAbout(endpoint, response, LIVE_DIALECT, { id }) ??
		(others.length > 0 ? unconfirmed(endpoint, response, LIVE_DIALECT) : undefined);
	if (doubt) throw doubt;
}

/** Takes orders off hold or undoes their cancellation; other orders are skipped. */
export async function restoreOrders(client: ApiClient, keys: ReadonlyArray<BatchItem<OrderKey>>): Results {
	const { found, missing } = await locate(
		client,
		keys.map(({ index, value }) => ({ index, value: { key: value } })),
	);
	const active = found.filter(({ value }) => !isClosed(value.order));
	const restored = await write(
		client,
		found.filter(({ value }) => isClosed(value.order)),
		{
			shareBy: ({ order }) => order.value.orderId,
			endpoint: LIVE.restoreOrders,
			call: (rows) => ({ body: rows.map(({ value }) => wireId(value.order.value.orderId, 'orderId')) }),
			settle: {
				names: ({ order: { value } }) => ({ orderId: value.orderId, orderNumber: value.orderNumber }),
				succeed: ({ value }) => receiptOf(value.order, 'restored'),
			},
			// The service may restore only some of them (201).
			find: async (rows) => {
				const now = await lookAgain(client, rows);
				return ({ index, value }) => {
					const order = now.get(index);
					return order && !isClosed(order) ? receiptOf(value.order, 'restored') : undefined;
				};
			},
		},
	);
	return [
		...missing,
		...active.map(({ index, value }) => ({ index, ok: true as const, value: receiptOf(value.order, 'alreadyActive') })),
		...restored,
	];
}

/** The service decides whether to restore an order with a status that no source explains. */
const isClosed = ({ value: { lifecycle } }: WithRaw<Order>): boolean =>
	lifecycle === 'onHold' || lifecycle === 'cancelled' || lifecycle === null;

/** Sets the notes of orders, one order per call (live-api section 6). */
export async function setOrderNotes(client: ApiClient, changes: ReadonlyArray<BatchItem<NotesChange>>): Results {
	const { found, missing } = await locate(client, changes);
	const set = await write(client, found, {
		sendEach: async ({ value: { input, order } }) => {
			const { orderId } = order.value;
			const { internalNotes, notesFromBuyer, notesToBuyer } = input.notes;
			const notes = checked({ internalNotes, notesFromBuyer, notesToBuyer });
			const receipt = (raw: unknown): Receipt => ({ value: receiptOf(order, 'updated').value, raw });
			return await writeOne(
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
		},
	});
	return [...missing, ...set];
}

const receiptOf = ({ value, raw }: WithRaw<Order>, outcome: OrderReceipt['outcome']): Receipt => ({
	value: { orderId: value.orderId, orderNumber: value.orderNumber, outcome, notSent: [] },
	raw,
});
