import type { Order } from '../../domain/order';
import type { Placed } from '../../http/batches';
import type { Sourced } from '../port';
import { forgetUnseen, unseenId } from './unseen';
import type { Numbered, OrderWire } from './wire';

/** What tells orders of all accounts apart, as far as an account is known: two credentials may lead to the same one. */
export const keyIn = (wire: OrderWire, order: Numbered): string => `${wire.client.connection.baseUrl}\n${wire.keyOf(order)}`;

/** The orders of these numbers by the index of the input; one that this process has created is found even if no list shows it yet. */
export async function lookUp(wire: OrderWire, inputs: ReadonlyArray<Placed<Numbered>>): Promise<Map<number, Array<Sourced<Order>>>> {
	const found = await wire.find(inputs);
	for (const { index, value } of inputs) {
		const key = keyIn(wire, value);
		const orderId = unseenId(key);
		if (orderId === undefined) continue;
		const orders = found.get(index) ?? [];
		if (orders.some((order) => order.value.orderId === orderId)) {
			forgetUnseen(key);
			continue;
		}
		const order = await wire.byId(orderId);
		if (order?.value.orderNumber === value.orderNumber) found.set(index, [...orders, order]);
		else forgetUnseen(key);
	}
	return found;
}
