import { row } from '../../../http/endpoint';
import { ID, ORDER_ID, ORDERS_LISTED, READ_BACK, RELEASED, RESULT, RESULTS, VALUES } from './confirms';
import { FIVE_PER_SECOND, paged } from './rateLimits';

/** Orders. No source says how many orders one call accepts; 50 keeps a refused batch cheap. */
export const ORDERS = {
	listOrders: row('listOrders', 'GET', '/v1.1/orders', 'retry', 'SW TAP SV NODE MC GAS', {
		rateLimit: FIVE_PER_SECOND,
		paging: paged(100, 500),
		scope: 'read_orders',
		timeoutMs: 120_000,
	}),
	getOrder: row('getOrder', 'GET', '/v1.1/orders/{orderId}', 'retry', 'SW NODE ESB MC', {
		rateLimit: FIVE_PER_SECOND,
		scope: 'read_orders',
	}),
	createOrders: row('createOrders', 'PUT', '/v1/order', 'reconcile', 'SW MC', {
		confirms: ORDERS_LISTED,
		rateLimit: FIVE_PER_SECOND,
		batch: 50,
		scope: 'write_orders',
		timeoutMs: 120_000,
	}),
	updateOrders: row('updateOrders', 'POST', '/v1.1/orders', 'retry', 'SW MC NODE', {
		confirms: RESULTS,
		rateLimit: FIVE_PER_SECOND,
		batch: 50,
		scope: 'write_orders',
		timeoutMs: 120_000,
	}),
	setNotes: row('setNotes', 'POST', '/v1/orders/notes', 'retry', 'SW', {
		confirms: ORDER_ID,
		rateLimit: FIVE_PER_SECOND,
		scope: 'write_orders',
	}),
	// Canceling twice could refund the buyer or write to them twice, so the orders are looked up first.
	cancelOrders: row('cancelOrders', 'POST', '/v1/orders/cancel', 'reconcile', 'SW NODE', {
		confirms: ORDER_ID,
		rateLimit: FIVE_PER_SECOND,
		batch: 50,
		scope: 'write_orders',
	}),
	// It is not established whether an order on hold accepts the same hold again.
	holdOrders: row('holdOrders', 'POST', '/v1/orders/onhold', 'reconcile', 'SW', {
		confirms: ORDER_ID,
		rateLimit: FIVE_PER_SECOND,
		batch: 50,
		scope: 'write_orders',
	}),
	restoreOrders: row('restoreOrders', 'POST', '/v1/orders/restore', 'reconcile', 'SW', {
		confirms: RESULTS,
		rateLimit: FIVE_PER_SECOND,
		batch: 50,
		scope: 'write_orders',
	}),
	// A call sends at most 500 orders. The IDs are part of the URL: 200 of them stay well below the usual limit of 8 kB.
	sendToFulfillment: row('sendToFulfillment', 'POST', '/v1/orders/sendtofulfillment', 'reconcile', 'SW', {
		confirms: RELEASED,
		rateLimit: FIVE_PER_SECOND,
		batch: 200,
		scope: 'write_orders',
		timeoutMs: 120_000,
	}),
	// A dry run.
	validateOrders: row('validateOrders', 'POST', '/v1/validation/orders', 'retry', 'SW', {
		rateLimit: FIVE_PER_SECOND,
		batch: 50,
		writes: false,
		timeoutMs: 120_000,
	}),
	orderStatuses: row('orderStatuses', 'GET', '/v1/orders/statuses', 'retry', 'SW', { rateLimit: FIVE_PER_SECOND }),
	// A repeat would split the remaining order again.
	splitOrder: row('splitOrder', 'POST', '/v1/order/{orderId}/split', 'fail', 'SW', {
		confirms: ID,
		rateLimit: FIVE_PER_SECOND,
		scope: 'write_orders',
	}),
	// The service takes one request at a time for each of the three item calls (live-api section 3). Adding twice would
	// ship the goods twice.
	addOrderItems: row('addOrderItems', 'PUT', '/v1.1/orders/{orderId}/orderitems', 'fail', 'SW', {
		confirms: RESULT,
		rateLimit: FIVE_PER_SECOND,
		batch: 50,
		scope: 'write_orders',
	}),
	updateOrderItems: row('updateOrderItems', 'POST', '/v1.1/orders/{orderId}/orderitems', 'retry', 'SW', {
		confirms: RESULT,
		rateLimit: FIVE_PER_SECOND,
		batch: 50,
		scope: 'write_orders',
	}),
	removeOrderItems: row('removeOrderItems', 'DELETE', '/v1.1/orders/{orderId}/orderitems', 'reconcile', 'SW', {
		confirms: RESULT,
		rateLimit: FIVE_PER_SECOND,
		batch: 50,
		scope: 'write_orders',
	}),
	orderLabels: row('orderLabels', 'GET', '/v1/order/{orderId}/labels', 'retry', 'SW', { rateLimit: FIVE_PER_SECOND }),
	addOrderLabels: row('addOrderLabels', 'POST', '/v1/orders/{orderId}/labels', 'retry', 'SW', {
		confirms: READ_BACK,
		rateLimit: FIVE_PER_SECOND,
		scope: 'write_orders',
	}),
	removeOrderLabels: row('removeOrderLabels', 'DELETE', '/v1/orders/{orderId}/labels', 'retry', 'SW', {
		confirms: READ_BACK,
		rateLimit: FIVE_PER_SECOND,
		scope: 'write_orders',
	}),
	orderFieldDefinitions: row('orderFieldDefinitions', 'GET', '/v1.1/orders/customfielddefinitions', 'retry', 'SW TAP', {
		rateLimit: FIVE_PER_SECOND,
		paging: paged(20, 20),
	}),
	orderFieldValues: row('orderFieldValues', 'GET', '/v1.1/orders/{orderId}/customfieldvalues', 'retry', 'SW', {
		rateLimit: FIVE_PER_SECOND,
	}),
	setOrderFieldValues: row('setOrderFieldValues', 'PUT', '/v1.1/orders/{orderId}/customfieldvalues', 'retry', 'SW', {
		confirms: VALUES,
		rateLimit: FIVE_PER_SECOND,
		scope: 'write_orders',
	}),
} as const;
