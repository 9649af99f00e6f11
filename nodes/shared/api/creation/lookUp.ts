import type { Order } from '../../domain/order';
import type { Placed } from '../../http/batches';
import type { Sourced } from '../port';
import { forgetUnseen, unseenId } from './unseen';
import type { Numbered, OrderWire } from './wire';

/** What tells orders of all accounts apart, as far as an account is known: two credentials may lead to the same one. */
export const keyIn = (wire: OrderWire, order: Numbered): string => `${wire.client.connection.baseUrl}\n${wire.keyOf(order)}`;

type Found = Map<number, Array<Sourced<Order>>>;

/** The orders of these numbers that lists show, by the index of the input. */
export async function findListed(wire: OrderWire, inputs: ReadonlyArray<Placed<Numbered>>): Promise<Found> {
	const found = await wire.find(inputs);
	for (const { index, value } of inputs) {
		const key = keyIn(wire, value);
		if (found.get(index)?.some((order) => order.value.orderId === unseenId(key))) forgetUnseen(key);
	}
	return found;
}

/** The same, with orders that this process has created and that lists do not show yet. */
export async function lookUp(wire: OrderWire, inputs: ReadonlyArray<Placed<Numbered>>): Promise<Found> {
	const found = await findListed(wire, inputs);
	for (const { index, value } of inputs) {
		const key = keyIn(wire, value);
		const orderId = unseenId(key);
		if (orderId === undefined) continue;
		const order = await wire.byId(orderId);
		if (order?.value.orderNumber === value.orderNumber) found.set(index, [...(found.get(index) ?? []), order]);
		else forgetUnseen(key);
	}
	return found;
}
