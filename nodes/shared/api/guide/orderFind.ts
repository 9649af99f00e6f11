import { InputError } from '../../domain/inputError';
import type { Order, OrderFilter, OrderKey } from '../../domain/order';
import { ApiError } from '../../http/apiError';
import type { ApiClient } from '../../http/client';
import { asIs } from '../../http/rethrow';
import type { ListOptions, Sourced } from '../port';
import { readRecords } from '../records';
import { Doubts } from '../unreadable';
import { GUIDE } from './catalogue';
import { readOrder } from './orderMapping';

/** The names under which a list may stand (guide-api: list answers). */
export const LIST_NAMES = ['data', 'items', 'results', 'orders'];

/** The orders of exactly that number; usually one or none. @throws ApiError when none is found and one that cannot be read may be it */
export async function allByNumber(client: ApiClient, orderNumber: string): Promise<Array<Sourced<Order>>> {
	const found: Array<Sourced<Order>> = [];
	const doubts = new Doubts();
	for await (const page of list(client, { orderNumbers: [orderNumber] }, { unreadable: doubts.take })) found.push(...page);
	const doubt = found.length === 0 ? doubts.about(`an order ${orderNumber}`, { order_number: orderNumber }) : undefined;
	if (doubt) throw doubt;
	return found;
}

/** The order of exactly that number. @throws InputError when there are several: guessing would change the wrong one */
export async function findByNumber(client: ApiClient, orderNumber: string): Promise<Sourced<Order> | undefined> {
	const found = await allByNumber(client, orderNumber);
	if (found.length > 1) {
		throw new InputError('Order Number', `${found.length} orders have the number ${orderNumber}.`, 'Give the order ID instead.');
	}
	return found[0];
}

/** One order, by its id or its number. */
export async function get(client: ApiClient, key: OrderKey): Promise<Sourced<Order>> {
	if ('orderNumber' in key) {
		const found = await findByNumber(client, key.orderNumber);
		if (!found) throw missing(`number ${key.orderNumber}`, 'Order Number');
		return found;
	}
	try {
		return readOrder(await client.call(GUIDE.getOrder, { path: { id: key.orderId } }), GUIDE.getOrder.name);
	} catch (error) {
		throw error instanceof ApiError && error.kind === 'notFound' ? missing(`ID ${key.orderId}`, 'Order ID') : asIs(error);
	}
}

const missing = (what: string, field: string): ApiError =>
	new ApiError({ kind: 'notFound', message: `There is no order with the ${what}.`, field, endpoint: GUIDE.getOrder.name });

/** Lists orders; numbers are taken exactly. */
export async function* list(client: ApiClient, filter: OrderFilter, options: ListOptions): AsyncGenerator<Array<Sourced<Order>>> {
	// The contract filters by one status and one number a call; several are read one after the other.
	for (const status of filter.statuses ?? [undefined]) {
		for (const orderNumber of filter.orderNumbers ?? [undefined]) {
			const pages = readRecords(client, GUIDE.listOrders, {
				...options,
				names: LIST_NAMES,
				query: {
					status,
					order_number: orderNumber,
					warehouse_id: filter.warehouseId,
					created_from: filter.createdFrom,
					created_to: filter.createdTo,
					updated_from: filter.modifiedFrom,
					updated_to: filter.modifiedTo,
				},
				read: readOrder,
				key: ({ value }) => value.orderId,
			});
			for await (const page of pages) {
				const exact = orderNumber === undefined ? page : page.filter(({ value }) => value.orderNumber === orderNumber);
				if (exact.length > 0) yield exact;
			}
		}
	}
}
