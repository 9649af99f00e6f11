import { row } from '../../endpointRow';
import { FIVE, paged } from './paces';

/** Orders. No source says how many orders one call takes; 50 keeps a refused batch cheap. */
export const ORDERS = {
	listOrders: row('listOrders', 'GET', '/v1.1/orders', 'safe', 'SW TAP SV NODE MC GAS', {
		pace: FIVE,
		paging: paged(100, 500),
		scope: 'read_orders',
		timeoutMs: 120_000,
	}),
	getOrder: row('getOrder', 'GET', '/v1.1/orders/{orderId}', 'safe', 'SW NODE ESB MC', { pace: FIVE, scope: 'read_orders' }),
	createOrders: row('createOrders', 'PUT', '/v1/order', 'lookup', 'SW MC', { pace: FIVE, batch: 50, scope: 'write_orders', timeoutMs: 120_000 }),
	updateOrders: row('updateOrders', 'POST', '/v1.1/orders', 'safe', 'SW MC NODE', { pace: FIVE, batch: 50, scope: 'write_orders', timeoutMs: 120_000 }),
	setNotes: row('setNotes', 'POST', '/v1/orders/notes', 'safe', 'SW', { pace: FIVE, scope: 'write_orders' }),
	// A repeated cancellation would refund or write to the customer a second time: what happened is looked up first.
	cancelOrders: row('cancelOrders', 'POST', '/v1/orders/cancel', 'lookup', 'SW NODE', { pace: FIVE, batch: 50, scope: 'write_orders' }),
} as const;
