import type { Order, OrderKey } from '../../../../domain/order/order';
import type { ItemResult, BatchItem } from '../../../../batch/types';
import type { ApiClient } from '../../../../http/client';
import { forEachGroup, groupsOf } from '../../../../batch/groups';
import type { Query } from '../../../../domain/values/query';
import { doubtAbout, unconfirmed } from '../../../../batch/confirm/confirm';
import type { Endpoint } from '../../../../http/endpoint';
import type { OrderReceipt, WithRaw } from '../../../ports/types';
import { LIVE_DIALECT } from '../../dialect';
import { type Located, locate, lookAgain } from '../locate';
import { sendReconciled } from '../../../../batch/sendReconciled';

type Receipt = WithRaw<OrderReceipt>;

/**
 * An action on orders whose call says everything in its query, for all orders of one channel that are treated alike
 * (live-api section 9, 6 and 7).
 */
export interface OrderAction<Input extends { key: OrderKey }> {
	endpoint: Endpoint;
	/** What it comes to for an order that was sent, and for one that was as wanted before. */
	outcomes: { done: OrderReceipt['outcome']; before: OrderReceipt['outcome'] };
	isAlreadyDone(order: WithRaw<Order>, input: Input): boolean;
	/** What the call says beside the orders and their channel. Orders with the same manner go in one call. */
	callOptions(input: Input): Query;
}

/**
 * Acts on orders. They are looked up first: the call needs their channel even with ids, an order that is not there is
 * an error of its own item, and one that is as wanted
 * already is left alone. After a lost answer only what is not as wanted is sent again.
 */
export async function actOnOrders<Input extends { key: OrderKey }>(
	client: ApiClient,
	inputs: ReadonlyArray<BatchItem<Input>>,
	action: OrderAction<Input>,
): Promise<Array<ItemResult<Receipt>>> {
	const { found, missing } = await locate(client, inputs);
	const isBefore = ({ value: { order, input } }: BatchItem<Located<Input>>): boolean =>
		action.isAlreadyDone(order, input);
	const already = (some: Array<BatchItem<Located<Input>>>): Array<ItemResult<Receipt>> =>
		some
			.filter(isBefore)
			.map(({ index, value }) => ({ index, ok: true, value: receiptOf(value.order, action.outcomes.before) }));
	const waiting = found.filter((one) => !isBefore(one));
	const groups = groupsOf(waiting, ({ order, input }) =>
		JSON.stringify([order.value.salesChannel?.id, action.callOptions(input)]),
	);
	const changed = new Set<string>();
	const done = await forEachGroup(groups, async (group) => {
		const current = await asTheyAreNow(client, group, changed);
		const open = current.filter((one) => !isBefore(one));
		for (const { value } of open) changed.add(value.order.value.orderId);
		return [...already(current), ...(await actOnGroup(client, open, action))];
	});
	return [...missing, ...already(found), ...done];
}

/** An order that an earlier group of the run has changed is read again: acting on it twice might refund it twice. */
async function asTheyAreNow<Input>(
	client: ApiClient,
	group: Array<BatchItem<Located<Input>>>,
	changed: ReadonlySet<string>,
): Promise<Array<BatchItem<Located<Input>>>> {
	const again = group.filter(({ value }) => changed.has(value.order.value.orderId));
	const now = again.length > 0 ? await lookAgain(client, again) : new Map<number, WithRaw<Order>>();
	return group.map(({ index, value }) => ({ index, value: { ...value, order: now.get(index) ?? value.order } }));
}

/** Orders of one channel, to be treated alike. */
async function actOnGroup<Input extends { key: OrderKey }>(
	client: ApiClient,
	group: Array<BatchItem<Located<Input>>>,
	action: OrderAction<Input>,
): Promise<Array<ItemResult<Receipt>>> {
	const [first] = group;
	return await sendReconciled(client, action.endpoint, group, {
		query: (open) => ({
			orderId: [...new Set(open.map(({ value }) => value.order.value.orderId))],
			salesChannelId: first?.value.order.value.salesChannel?.id,
			...(first ? action.callOptions(first.value.input) : {}),
		}),
		done: async (open) => {
			const now = await lookAgain(client, open);
			const done = open.filter(({ index, value }) => {
				const order = now.get(index);
				return order !== undefined && action.isAlreadyDone(order, value.input);
			});
			return new Map(done.map(({ index, value }) => [index, receiptOf(value.order, action.outcomes.done)]));
		},
		outcomes: (open, response) => {
			requireConfirmed(action.endpoint, open, response);
			return open.map(({ index, value }) => ({ index, ok: true, value: receiptOf(value.order, action.outcomes.done) }));
		},
	});
}

/** The answer has one ID: it confirms that order and no other. @throws Unconfirmed, ApiError */
function requireConfirmed(
	endpoint: Endpoint,
	open: ReadonlyArray<BatchItem<Pick<Located<unknown>, 'order'>>>,
	response: unknown,
): void {
	const [id, ...others] = new Set(open.map(({ value }) => value.order.value.orderId));
	const doubt =
		doubtAbout(endpoint, response, LIVE_DIALECT, { id }) ??
		(others.length > 0 ? unconfirmed(endpoint, response, LIVE_DIALECT) : undefined);
	if (doubt) throw doubt;
}

export const receiptOf = ({ value, raw }: WithRaw<Order>, outcome: OrderReceipt['outcome']): Receipt => ({
	value: { orderId: value.orderId, orderNumber: value.orderNumber, outcome, notSent: [] },
	raw,
});
