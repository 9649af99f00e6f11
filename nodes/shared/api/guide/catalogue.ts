import type { Confirmation, Paging } from '../../http/endpoint';
import { row } from '../../http/endpoint';

/**
 * `page` from 1 and `pageSize`, 100 in the guide's example. No default or maximum is stated, so the example's size
 * serves as both.
 */
export const PAGED: Paging = { sizeParameter: 'pageSize', defaultSize: 100, maxSize: 100 };

const confirms = (by: Confirmation['by'], reason: string): Confirmation => ({ by, empty: false, reason });

/** The guide does not describe the responses to its writes. */
const THING = confirms(
	'thing',
	'Inferred: the record is returned as a read returns it. After any other response, or none, a look-up is cheap.',
);
const RESULTS = confirms(
	'results',
	'Inferred: results and errors by row. Rows that the response does not confirm are cheap to look up.',
);

/**
 * The guide's contract (guide-api.md). *guide* marks what the guide states, *inferred* what is settled by analogy. It
 * names no rate limits: a 429 with `Retry-After` sets the rate.
 */
export const GUIDE = {
	listOrders: row('listOrders', 'GET', '/api/orders', 'retry', 'guide', { paging: PAGED }),
	getOrder: row('getOrder', 'GET', '/api/orders/{id}', 'retry', 'inferred'),
	createOrder: row('createOrder', 'POST', '/api/orders', 'reconcile', 'guide', { confirms: THING }),
	updateOrder: row('updateOrder', 'PUT', '/api/orders/{id}', 'retry', 'inferred', { confirms: THING }),
	listProducts: row('listProducts', 'GET', '/api/products', 'retry', 'inferred', { paging: PAGED }),
	getProduct: row('getProduct', 'GET', '/api/products/{id}', 'retry', 'inferred'),
	createProduct: row('createProduct', 'POST', '/api/products', 'reconcile', 'inferred', { confirms: THING }),
	updateProduct: row('updateProduct', 'PUT', '/api/products/{id}', 'retry', 'inferred', { confirms: THING }),
	stockLevels: row('stockLevels', 'GET', '/api/inventory/warehouses', 'retry', 'guide', { paging: PAGED }),
	setStock: row('setStock', 'PUT', '/api/inventory', 'retry', 'inferred', { confirms: RESULTS, batch: 200 }),
	warehouses: row('warehouses', 'GET', '/api/warehouses', 'retry', 'inferred', { paging: PAGED }),
	warehouse: row('warehouse', 'GET', '/api/warehouses/{id}', 'retry', 'inferred'),
	listShipments: row('listShipments', 'GET', '/api/shipments', 'retry', 'inferred', { paging: PAGED }),
	registerShipment: row('registerShipment', 'POST', '/api/shipments', 'reconcile', 'inferred', { confirms: THING }),
} as const;
