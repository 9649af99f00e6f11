import type { Order, OrderKey } from '../../domain/order';
import { ApiError } from '../../http/apiError';
import type { Outcome, Placed } from '../../http/batches';
import type { ApiClient } from '../../http/client';
import type { OrderReceipt, Sourced } from '../port';
import { bulkOutcomes, readBulk } from './bulk';
import { LIVE } from './catalogue';
import { receiptOf } from './orderAction';
import { type Located, locate, lookAgain, onceEach } from './orderLocate';
import { wireId } from './orderWrite';
import { sendLookingUp } from './sendLookingUp';

type Restored = Outcome<Sourced<OrderReceipt>>;
type Closed = Placed<Located<{ key: OrderKey }>>;

/** Takes orders from hold or back from cancellation; one that is neither held nor cancelled is left alone. */
export async function restoreOrders(client: ApiClient, keys: ReadonlyArray<Placed<OrderKey>>): Promise<Restored[]> {
	const { found, missing } = await locate(client, keys.map(({ index, value }) => ({ index, value: { key: value } })));
	const closed = found.filter(({ value }) => isClosed(value.order));
	const active = found.filter((one) => !closed.includes(one));
	return [
		...missing,
		...active.map(({ index, value }): Restored => ({ index, ok: true, value: receiptOf(value.order, 'alreadyActive') })),
		...(await onceEach(closed, async (once) => restore(client, once))),
	];
}

/** A status that no source explains is left to the service to judge. */
const isClosed = ({ value: { lifecycle } }: Sourced<Order>): boolean => lifecycle === 'onHold' || lifecycle === 'cancelled' || lifecycle === null;

async function restore(client: ApiClient, orders: Closed[]): Promise<Restored[]> {
	const silent = new Set<number>();
	const outcomes = await sendLookingUp(client, LIVE.restoreOrders, orders, {
		body: (open) => open.map(({ value }) => wireId(value.order.value.orderId, 'Order ID')),
		done: async (open) => new Map((await restored(client, open)).map(({ index, value }) => [index, receiptOf(value.order, 'restored')])),
		outcomes: (open, answer) => {
			const { results, errors } = readBulk(answer);
			if (results.length + errors.length < open.length) open.forEach(({ index }) => silent.add(index));
			return bulkOutcomes(open, answer, LIVE.restoreOrders.name, ({ order }) => order.value.orderId, ({ value }) => receiptOf(value.order, 'restored'));
		},
	});
	// The service may restore some only (201). Where its answer does not account for every order, the books say which.
	const doubtful = orders.filter(({ index }) => silent.has(index));
	const sure = new Set((await restored(client, doubtful)).map(({ index }) => index));
	return outcomes.map((outcome): Restored =>
		outcome.ok && silent.has(outcome.index) && !sure.has(outcome.index) ? { index: outcome.index, ok: false, error: notRestored() } : outcome,
	);
}

async function restored(client: ApiClient, orders: Closed[]): Promise<Closed[]> {
	const now = orders.length > 0 ? await lookAgain(client, orders) : new Map<number, Sourced<Order>>();
	return orders.filter(({ index }) => {
		const order = now.get(index);
		return order !== undefined && !isClosed(order);
	});
}

const notRestored = (): ApiError =>
	new ApiError({ kind: 'rowRefused', message: 'The service took the call but did not restore this order.', endpoint: LIVE.restoreOrders.name });
