import { addTo } from '../../domain/multiMap';
import type { Order, OrderKey } from '../../domain/order';
import type { Outcome, Placed } from '../../http/batches';
import type { ApiClient } from '../../http/client';
import type { Query } from '../../http/url';
import type { Endpoint } from '../endpoint';
import type { OrderReceipt, Sourced } from '../port';
import { type Located, locate, lookAgain } from './orderLocate';
import { sendLookingUp } from './sendLookingUp';

type Receipt = Sourced<OrderReceipt>;

/** An action on orders whose call says everything in its query, for all orders of one channel that are treated alike (live-api section 9, 6 and 7). */
export interface OrderAction<Input extends { key: OrderKey }> {
	endpoint: Endpoint;
	/** What it comes to for an order that was sent, and for one that was as wanted before. */
	outcomes: { done: OrderReceipt['outcome']; before: OrderReceipt['outcome'] };
	isAsWanted(order: Sourced<Order>, input: Input): boolean;
	/** What the call says beside the orders and their channel. Orders with the same manner go in one call. */
	manner(input: Input): Query;
}

/**
 * Acts on orders. They are looked up first: the call needs their channel even with ids, an order that is not there is an error of its own item, and one that is as wanted
 * already is left alone. After a lost answer only what is not as wanted is sent again.
 */
export async function actOnOrders<Input extends { key: OrderKey }>(
	client: ApiClient,
	inputs: ReadonlyArray<Placed<Input>>,
	action: OrderAction<Input>,
): Promise<Array<Outcome<Receipt>>> {
	const { found, missing } = await locate(client, inputs);
	const done: Array<Outcome<Receipt>> = [...missing];
	const groups = new Map<string, Array<Placed<Located<Input>>>>();
	for (const one of found) {
		const { order, input } = one.value;
		if (action.isAsWanted(order, input)) {
			done.push({ index: one.index, ok: true, value: receiptOf(order, action.outcomes.before) });
			continue;
		}
		const group = JSON.stringify([order.value.salesChannel?.id, action.manner(input)]);
		addTo(groups, group, one);
	}
	for (const group of groups.values()) done.push(...(await actOnGroup(client, group, action)));
	return done;
}

/** Orders of one channel, to be treated alike. */
async function actOnGroup<Input extends { key: OrderKey }>(
	client: ApiClient,
	group: Array<Placed<Located<Input>>>,
	action: OrderAction<Input>,
): Promise<Array<Outcome<Receipt>>> {
	const [first] = group;
	return await sendLookingUp(client, action.endpoint, group, {
		query: (open) => ({
			orderId: [...new Set(open.map(({ value }) => value.order.value.orderId))],
			salesChannelId: first?.value.order.value.salesChannel?.id,
			...(first ? action.manner(first.value.input) : {}),
		}),
		done: async (open) => {
			const now = await lookAgain(client, open);
			const done = open.filter(({ index, value }) => {
				const order = now.get(index);
				return order !== undefined && action.isAsWanted(order, value.input);
			});
			return new Map(done.map(({ index, value }) => [index, receiptOf(value.order, action.outcomes.done)]));
		},
		outcomes: (open) => open.map(({ index, value }) => ({ index, ok: true, value: receiptOf(value.order, action.outcomes.done) })),
	});
}

export const receiptOf = ({ value, source }: Sourced<Order>, outcome: OrderReceipt['outcome']): Receipt => ({
	value: { orderId: value.orderId, orderNumber: value.orderNumber, outcome, notSent: [] },
	source,
});
