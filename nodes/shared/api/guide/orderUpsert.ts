import { InputError } from '../../domain/inputError';
import type { CreatedOrder, OrderUpsert } from '../../domain/order';
import type { ApiClient } from '../../http/client';
import { asIs } from '../../http/rethrow';
import { unchanged } from '../orderDifference';
import type { CreateOptions, Sourced } from '../port';
import { changeOrder } from './orderChange';
import { create } from './orderCreate';
import { findByNumber } from './orderFind';
import { orderChange } from './orderMapping';

/** Creates an order, or changes the one that has its number, as far as something is given that can be changed. */
export async function createOrUpdate(client: ApiClient, given: OrderUpsert, options: CreateOptions): Promise<Sourced<CreatedOrder>> {
	const now = await findByNumber(client, given.orderNumber);
	if (!now) {
		if (given.order instanceof InputError) throw asIs(given.order);
		return await create(client, given.order, { ...options, lookUpFirst: false });
	}
	const { orderId, orderNumber, status, lifecycle } = now.value;
	const { body, notSent } = orderChange({ key: { orderId }, shipTo: given.shipTo, details: given.details }, now.value);
	const unsent = unchanged(given, now.value, [...notSent, ...(given.customFields?.length ? ['customFields'] : [])], null);
	if (Object.keys(body).length === 0) return { value: { outcome: 'existing', orderId, orderNumber, status, lifecycle, notSent: unsent }, source: now.source };
	const { source } = await changeOrder(client, now.value, body);
	return { value: { outcome: 'updated', orderId, orderNumber, status, lifecycle, notSent: unsent }, source };
}
