import { row } from '../../endpointRow';
import { ID, ORDER_ID, ORDERS_LISTED, READ_BACK, RELEASED, RESULT, RESULTS, VALUES } from './confirms';
import { FIVE, paged } from './paces';

/** Orders. No source says how many orders one call takes; 50 keeps a refused batch cheap. */
export const ORDERS = {
	listOrders: row('listOrders', 'GET', '/v1.1/orders', 'safe', 'SW TAP SV NODE MC GAS', {
		pace: FIVE,
		paging: paged(100, 500),
		scope: 'read_orders',
		timeoutMs: 120_000,
	}),
	getOrder: row('getOrder', 'GET', '/v1.1/orders/{orderId}', 'safe', 'SW NODE ESB MC', {
		pace: FIVE,
		scope: 'read_orders',
	}),
	createOrders: row('createOrders', 'PUT', '/v1/order', 'lookup', 'SW MC', {
		confirms: ORDERS_LISTED,
		pace: FIVE,
		batch: 50,
		scope: 'write_orders',
		timeoutMs: 120_000,
	}),
	updateOrders: row('updateOrders', 'POST', '/v1.1/orders', 'safe', 'SW MC NODE', {
		confirms: RESULTS,
		pace: FIVE,
		batch: 50,
		scope: 'write_orders',
		timeoutMs: 120_000,
	}),
	setNotes: row('setNotes', 'POST', '/v1/orders/notes', 'safe', 'SW', {
		confirms: ORDER_ID,
		pace: FIVE,
		scope: 'write_orders',
	}),
	// A repeated cancellation would refund or write to the customer a second time: what happened is looked up first.
	cancelOrders: row('cancelOrders', 'POST', '/v1/orders/cancel', 'lookup', 'SW NODE', {
		confirms: ORDER_ID,
		pace: FIVE,
		batch: 50,
		scope: 'write_orders',
	}),
	// Whether an order that is on hold takes the same hold again is not established.
	holdOrders: row('holdOrders', 'POST', '/v1/orders/onhold', 'lookup', 'SW', {
		confirms: ORDER_ID,
		pace: FIVE,
		batch: 50,
		scope: 'write_orders',
	}),
	restoreOrders: row('restoreOrders', 'POST', '/v1/orders/restore', 'lookup', 'SW', {
		confirms: RESULTS,
		pace: FIVE,
		batch: 50,
		scope: 'write_orders',
	}),
	// A call sends at most 500 orders. Ids stand in the address, and 200 of them stay well below the 8 kB that servers
	// take.
	sendToFulfillment: row('sendToFulfillment', 'POST', '/v1/orders/sendtofulfillment', 'lookup', 'SW', {
		confirms: RELEASED,
		pace: FIVE,
		batch: 200,
		scope: 'write_orders',
		timeoutMs: 120_000,
	}),
	// A dry run.
	validateOrders: row('validateOrders', 'POST', '/v1/validation/orders', 'safe', 'SW', {
		pace: FIVE,
		batch: 50,
		writes: false,
		timeoutMs: 120_000,
	}),
	orderStatuses: row('orderStatuses', 'GET', '/v1/orders/statuses', 'safe', 'SW', { pace: FIVE }),
	// A repeat would split the rest once more.
	splitOrder: row('splitOrder', 'POST', '/v1/order/{orderId}/split', 'never', 'SW', {
		confirms: ID,
		pace: FIVE,
		scope: 'write_orders',
	}),
	// The three calls for lines take one request at a time each (live-api section 3). A repeated addition would ship the
	// goods twice.
	addOrderItems: row('addOrderItems', 'PUT', '/v1.1/orders/{orderId}/orderitems', 'never', 'SW', {
		confirms: RESULT,
		pace: FIVE,
		batch: 50,
		scope: 'write_orders',
	}),
	updateOrderItems: row('updateOrderItems', 'POST', '/v1.1/orders/{orderId}/orderitems', 'safe', 'SW', {
		confirms: RESULT,
		pace: FIVE,
		batch: 50,
		scope: 'write_orders',
	}),
	removeOrderItems: row('removeOrderItems', 'DELETE', '/v1.1/orders/{orderId}/orderitems', 'lookup', 'SW', {
		confirms: RESULT,
		pace: FIVE,
		batch: 50,
		scope: 'write_orders',
	}),
	orderLabels: row('orderLabels', 'GET', '/v1/order/{orderId}/labels', 'safe', 'SW', { pace: FIVE }),
	addOrderLabels: row('addOrderLabels', 'POST', '/v1/orders/{orderId}/labels', 'safe', 'SW', {
		confirms: READ_BACK,
		pace: FIVE,
		scope: 'write_orders',
	}),
	removeOrderLabels: row('removeOrderLabels', 'DELETE', '/v1/orders/{orderId}/labels', 'safe', 'SW', {
		confirms: READ_BACK,
		pace: FIVE,
		scope: 'write_orders',
	}),
	orderFieldDefinitions: row('orderFieldDefinitions', 'GET', '/v1.1/orders/customfielddefinitions', 'safe', 'SW TAP', {
		pace: FIVE,
		paging: paged(20, 20),
	}),
	orderFieldValues: row('orderFieldValues', 'GET', '/v1.1/orders/{orderId}/customfieldvalues', 'safe', 'SW', {
		pace: FIVE,
	}),
	setOrderFieldValues: row('setOrderFieldValues', 'PUT', '/v1.1/orders/{orderId}/customfieldvalues', 'safe', 'SW', {
		confirms: VALUES,
		pace: FIVE,
		scope: 'write_orders',
	}),
} as const;
