import { InputProblem } from '../../../domain/inputProblem';
import type { Cancellation, Order, OrderChange, OrderKey } from '../../../domain/order/order';
import { mapConcurrent } from '../../../batch/mapConcurrent';
import { type ItemResult, type BatchItem } from '../../../batch/types';
import type { ApiClient } from '../../../http/client';
import { write } from '../../../batch/write';
import { createOrders } from '../../common/creation/create';
import type { OrdersPort } from '../../ports/orders';
import type { OrderReceipt, WithRaw } from '../../ports/types';
import { changeOrder } from './change';
import { WIDTH, orderWire } from './create';
import { get, list } from './find';
import { orderChange } from './mapping';
import { createOrUpdateOrders } from './upsert';

/** Orders of the guide's contract. */
export function guideOrders(client: ApiClient): OrdersPort {
	return {
		create: async (orders, options) => await createOrders(orderWire(client), orders, options),
		createOrUpdate: async (orders, options) => await createOrUpdateOrders(client, orders, options),
		get: async (keys) => mapConcurrent(keys, WIDTH, async ({ value }) => get(client, value)),
		list: (filter, options) => list(client, filter, options),
		update: async (changes) => eachOrder(client, changes, async (change, now) => update(client, change, now)),
		cancel: async (cancellations) =>
			eachOrder(client, cancellations, async (cancellation, now) => cancel(client, cancellation, now)),
	};
}

/**
 * Looks up and changes orders. Changes of the same order run one after the other, each on a fresh copy: an address is
 * sent as a whole, and an older copy would undo an earlier change.
 */
async function eachOrder<Input extends { key: OrderKey }>(
	client: ApiClient,
	inputs: ReadonlyArray<BatchItem<Input>>,
	change: (input: Input, now: WithRaw<Order>) => Promise<WithRaw<OrderReceipt>>,
): Promise<Array<ItemResult<WithRaw<OrderReceipt>>>> {
	const byIndex = new Map(inputs.map(({ index, value }) => [index, value]));
	const looked = await mapConcurrent(inputs, WIDTH, async ({ value }) => get(client, value.key));
	const found = looked.flatMap((one) => {
		const input = byIndex.get(one.index);
		return one.ok && input ? [{ index: one.index, value: { input, order: one.value } }] : [];
	});
	const missing = looked.filter((one) => !one.ok);
	const changed = new Set<string>();
	const done = await write(client, found, {
		after: looked,
		concurrency: WIDTH,
		inOrderBy: ({ order }) => order.value.orderId,
		sendEach: async ({ value: { input, order } }) => {
			const { orderId } = order.value;
			const now = changed.has(orderId) ? await get(client, { orderId }) : order;
			changed.add(orderId);
			return await change(input, now);
		},
	});
	return [...missing, ...done];
}

async function update(
	client: ApiClient,
	change: OrderChange,
	{ value: now }: WithRaw<Order>,
): Promise<WithRaw<OrderReceipt>> {
	const { body, notSent } = orderChange(change, now);
	if (Object.keys(body).length === 0) {
		throw new InputProblem({ problem: 'noPlace', field: 'updateFields', names: notSent });
	}
	const { raw } = await changeOrder(client, now, body);
	return receipt(now, 'updated', notSent, raw);
}

async function cancel(
	client: ApiClient,
	cancellation: Cancellation,
	{ value: now, raw: before }: WithRaw<Order>,
): Promise<WithRaw<OrderReceipt>> {
	if (now.lifecycle === 'cancelled') return receipt(now, 'alreadyCancelled', [], before);
	const { raw } = await changeOrder(client, now, { status: 'cancelled' });
	// The reason and the channel options exist only in the live API; those that differ from their defaults are reported.
	const notSent = [
		...(cancellation.reason ? ['reason'] : []),
		...(['refundOnChannel', 'emailChannel', 'updateChannel'] as const).filter((field) => cancellation[field]),
	];
	return receipt(now, 'cancelled', notSent, raw);
}

const receipt = (
	{ orderId, orderNumber }: Order,
	outcome: OrderReceipt['outcome'],
	notSent: string[],
	raw: unknown,
): WithRaw<OrderReceipt> => ({
	value: { orderId, orderNumber, outcome, notSent },
	raw,
});
