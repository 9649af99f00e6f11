import { type InputField, InputProblem } from '../../../domain/inputProblem';
import type { Order, OrderFilter, OrderKey } from '../../../domain/order/order';
import { ApiError } from '../../../http/errors/apiError';
import type { ApiClient } from '../../../http/client';
import { rethrow } from '../../../http/errors/rethrow';
import type { ListOptions, WithRaw } from '../../ports/types';
import { readAllRecords, readRecords } from '../../common/records';
import { Doubts } from '../../common/unreadable';
import { GUIDE } from '../catalogue';
import { readOrder } from './mapping';

/** The names that a list may have in a response (guide-api: list answers). */
export const LIST_NAMES = ['data', 'items', 'results', 'orders'];

const ORDERS = { names: LIST_NAMES, read: readOrder, key: ({ value }: WithRaw<Order>): string => value.orderId };

/**
 * The orders with exactly this number, usually one or none, and the error of an unreadable one that may have it too.
 */
export async function lookUpNumber(
	client: ApiClient,
	orderNumber: string,
): Promise<{ orders: Array<WithRaw<Order>>; doubt?: ApiError }> {
	const doubts = new Doubts();
	const found = await readAllRecords(client, GUIDE.listOrders, {
		query: { order_number: orderNumber },
		...ORDERS,
		unreadable: doubts.take,
	});
	const orders = found.filter(({ value }) => value.orderNumber === orderNumber);
	return { orders, doubt: doubts.about(`an order ${orderNumber}`, { order_number: orderNumber }) };
}

export async function orderById(client: ApiClient, orderId: string): Promise<WithRaw<Order> | undefined> {
	try {
		return readOrder(await client.call(GUIDE.getOrder, { path: { id: orderId } }), GUIDE.getOrder.name);
	} catch (error) {
		if (error instanceof ApiError && error.kind === 'notFound') return undefined;
		rethrow(error);
	}
}

/**
 * The order with exactly this number.
 * @throws ApiError or InputProblem when there are or may be several, because a guess could change the wrong one
 */
export async function findByNumber(client: ApiClient, orderNumber: string): Promise<WithRaw<Order> | undefined> {
	const { orders: found, doubt } = await lookUpNumber(client, orderNumber);
	if (doubt) throw doubt;
	if (found.length > 1) {
		throw new InputProblem({
			problem: 'ambiguousOrder',
			field: 'orderNumber',
			value: orderNumber,
			count: found.length,
			tellsApart: ['orderId'],
		});
	}
	return found[0];
}

export async function get(client: ApiClient, key: OrderKey): Promise<WithRaw<Order>> {
	if ('orderNumber' in key) {
		const found = await findByNumber(client, key.orderNumber);
		if (!found) throw missing(`number ${key.orderNumber}`, 'orderNumber');
		return found;
	}
	const order = await orderById(client, key.orderId);
	if (!order) throw missing(`ID ${key.orderId}`, 'orderId');
	return order;
}

const missing = (what: string, input: InputField): ApiError =>
	new ApiError({
		kind: 'notFound',
		message: `There is no order with the ${what}.`,
		input,
		endpoint: GUIDE.getOrder.name,
	});

/** Lists orders; numbers must match exactly. */
export async function* list(
	client: ApiClient,
	filter: OrderFilter,
	options: ListOptions,
): AsyncGenerator<Array<WithRaw<Order>>> {
	// Each call filters by one status and one number, so several are read one after the other.
	for (const status of filter.statuses ?? [undefined]) {
		for (const orderNumber of filter.orderNumbers ?? [undefined]) {
			const pages = readRecords(client, GUIDE.listOrders, {
				...options,
				query: {
					status,
					order_number: orderNumber,
					warehouse_id: filter.warehouseId,
					created_from: filter.createdFrom,
					created_to: filter.createdTo,
					updated_from: filter.modifiedFrom,
					updated_to: filter.modifiedTo,
				},
				...ORDERS,
			});
			for await (const page of pages) {
				const exact = orderNumber === undefined ? page : page.filter(({ value }) => value.orderNumber === orderNumber);
				if (exact.length > 0) yield exact;
			}
		}
	}
}
