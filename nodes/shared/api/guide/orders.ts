import { InputError } from '../../domain/inputError';
import type { Cancellation, Order, OrderChange } from '../../domain/order';
import { eachAtWidth } from '../../http/batches';
import type { ApiClient } from '../../http/client';
import { createOrders } from '../creation/create';
import type { OrderReceipt, OrdersPort, Sourced } from '../port';
import { GUIDE } from './catalogue';
import { WIDTH, orderWire } from './orderCreate';
import { get, list } from './orderFind';
import { orderChange } from './orderMapping';
import { createOrUpdateOrders } from './orderUpsert';

/** Orders of the guide's contract. */
export function guideOrders(client: ApiClient): OrdersPort {
	return {
		create: async (orders, options) => await createOrders(orderWire(client), orders, options),
		createOrUpdate: async (orders, options) => await createOrUpdateOrders(client, orders, options),
		get: async (keys) => eachAtWidth(keys, WIDTH, async ({ value }) => get(client, value)),
		list: (filter, options) => list(client, filter, options),
		update: async (changes) => eachAtWidth(changes, WIDTH, async ({ value }) => update(client, value)),
		cancel: async (cancellations) => eachAtWidth(cancellations, WIDTH, async ({ value }) => cancel(client, value)),
	};
}

async function update(client: ApiClient, change: OrderChange): Promise<Sourced<OrderReceipt>> {
	const now = await get(client, change.key);
	const { body, notSent } = orderChange(change, now.value);
	if (Object.keys(body).length === 0) {
		throw new InputError('Update Fields', `The guide's contract has no place for ${notSent.join(', ')}.`, 'Choose a field of the address or the requested shipping.');
	}
	const source = await client.call(GUIDE.updateOrder, { path: { id: now.value.orderId }, body });
	return receipt(now.value, 'updated', notSent, source);
}

async function cancel(client: ApiClient, cancellation: Cancellation): Promise<Sourced<OrderReceipt>> {
	const now = await get(client, cancellation.key);
	if (now.value.lifecycle === 'cancelled') return receipt(now.value, 'alreadyCancelled', [], now.source);
	const source = await client.call(GUIDE.updateOrder, { path: { id: now.value.orderId }, body: { status: 'cancelled' } });
	// The reason and the channel switches belong to the live API; those that say more than their default are reported.
	const notSent = [
		...(cancellation.reason ? ['reason'] : []),
		...(['refundOnChannel', 'emailChannel', 'updateChannel'] as const).filter((field) => cancellation[field]),
	];
	return receipt(now.value, 'cancelled', notSent, source);
}

const receipt = ({ orderId, orderNumber }: Order, outcome: OrderReceipt['outcome'], notSent: string[], source: unknown): Sourced<OrderReceipt> => ({
	value: { orderId, orderNumber, outcome, notSent },
	source: source ?? {},
});
