import type { OrderManagerApi } from '../shared/api/ports';
import type { UnreadableOption } from '../shared/api/ports/unreadable';
import { chunks } from '../shared/domain/chunks';
import { addTo } from '../shared/domain/multiMap';
import type { Order } from '../shared/domain/order/order';
import { ApiError } from '../shared/http/errors/apiError';

/** Numbers per read: long ones make long URLs, and servers are known to refuse those over 8 kB. */
const NUMBERS_PER_READ = 20;

export interface OrdersByNumber {
	orders: Map<string, Order[]>;
	/** Why it is not known whether an order exists. */
	failed: Map<string, Error>;
}

/**
 * All orders with exactly these numbers. A number that the list does not show is looked up by itself, because a list
 * may shift while it is read.
 */
export async function ordersByNumber(
	manager: OrderManagerApi,
	numbers: readonly string[],
	salesChannelId: string | undefined,
	{ unreadable }: UnreadableOption,
): Promise<OrdersByNumber> {
	const orders = new Map<string, Order[]>();
	const failed = new Map<string, Error>();
	const distinct = [...new Set(numbers)];
	for (const orderNumbers of chunks(distinct, NUMBERS_PER_READ)) {
		const filter = { orderNumbers, ...(salesChannelId === undefined ? {} : { salesChannelId }) };
		for await (const page of manager.orders.list(filter, { unreadable, ahead: () => Infinity }))
			for (const { value } of page) addTo(orders, value.orderNumber, value);
	}
	const missing = distinct.filter((orderNumber) => !orders.has(orderNumber));
	const keys = missing.map((orderNumber, index) => ({ index, value: { orderNumber, salesChannelId } }));
	for (const outcome of keys.length > 0 ? await manager.orders.get(keys) : []) {
		const orderNumber = missing[outcome.index] ?? '';
		if (outcome.ok) orders.set(orderNumber, [outcome.value.value]);
		else if (!isAbsent(outcome.error)) failed.set(orderNumber, outcome.error);
	}
	return { orders, failed };
}

const isAbsent = (error: Error): boolean => error instanceof ApiError && error.kind === 'notFound';
