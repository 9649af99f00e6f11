import type { Order } from '../../../domain/order/order';
import type { BatchItem } from '../../../batch/types';
import { rethrow } from '../../../http/errors/rethrow';
import type { WithRaw } from '../../ports/types';
import { UnreadableRecord } from '../../ports/unreadable';
import { forgetUnseen, unseenId, unseenOrder } from './unseen';
import type { Doubtful, Numbered, OrderWire } from './wire';

/** Identifies an order across accounts, as far as the account is known: two credentials may belong to the same one. */
export const keyIn = (wire: OrderWire, order: Numbered): string =>
	`${wire.client.connection.baseUrl}\n${wire.keyOf(order)}`;

type Found = Map<number, Array<WithRaw<Order>>>;

/** The orders with these numbers that lists show, by the index of the input. */
export async function findListed(
	wire: OrderWire,
	inputs: ReadonlyArray<BatchItem<Numbered>>,
	doubtful: Doubtful,
): Promise<Found> {
	const found = await wire.find(inputs, doubtful);
	for (const { index, value } of inputs) {
		const key = keyIn(wire, value);
		const orders = found.get(index) ?? [];
		const orderId = unseenId(key);
		if (orders.some(({ value: order }) => orderId === undefined || order.orderId === orderId)) forgetUnseen(key);
	}
	return found;
}

/** The same, plus orders that this process has created and that lists do not show yet. */
export async function lookUp(
	wire: OrderWire,
	inputs: ReadonlyArray<BatchItem<Numbered>>,
	doubtful: Doubtful,
): Promise<Found> {
	// Read before the lists: once another run sees an order, it is no longer remembered, and the lists read here may not
	// have it yet.
	const known = inputs.map(({ index, value }) => ({ index, value, orderId: unseenId(keyIn(wire, value)) }));
	const asked = wire.client.now();
	const found = await findListed(wire, inputs, doubtful);
	for (const { index, value, orderId } of known) {
		const listed = found.get(index) ?? [];
		if (orderId === undefined || listed.some((order) => order.value.orderId === orderId)) continue;
		const order = await byId(wire, orderId);
		if (order instanceof UnreadableRecord) doubtful.set(index, order);
		else if (order?.value.orderNumber === value.orderNumber) found.set(index, [...listed, order]);
		// An order that does not even appear under its ID may do so later.
		else if (order || (unseenOrder(keyIn(wire, value))?.mayShowUntil ?? 0) <= asked) forgetUnseen(keyIn(wire, value));
	}
	return found;
}

async function byId(wire: OrderWire, orderId: string): Promise<WithRaw<Order> | UnreadableRecord | undefined> {
	try {
		return await wire.byId(orderId);
	} catch (error) {
		if (error instanceof UnreadableRecord) return error;
		rethrow(error);
	}
}
