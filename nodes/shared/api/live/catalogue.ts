import type { Endpoint, Pace, Paging } from '../endpoint';

/** Five requests a second: the throttle that a production client codes for these endpoints (live-api section 3, SV). */
const FIVE: Pace = { perSecond: 5, burst: 5 };

const paged = (defaultSize: number, maxSize: number): Paging => ({ sizeParameter: 'limit', defaultSize, maxSize });

/**
 * The live API as far as the pack speaks it (live-api.md sections 3, 4 and 6). The evidence tags are explained in docs/api-sources.md.
 *
 * Page sizes: the default is the service's own; the largest is the largest that a production client uses. Batch sizes: 200 is a client's figure for stock;
 * no source gives one for orders, 50 keeps a refused batch cheap.
 */
export const LIVE = {
	companyInfo: row('companyInfo', 'GET', '/v1/companyinfo', 'safe', 'SW TAP', { pace: FIVE }),
	salesChannels: row('salesChannels', 'GET', '/v1/saleschannels', 'safe', 'SW TAP ESB', { pace: FIVE }),
	warehouses: row('warehouses', 'GET', '/v1/warehouses', 'safe', 'SW TAP SV', { pace: FIVE }),

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

	stockTotals: row('stockTotals', 'GET', '/v1/productstocks/total', 'safe', 'SW TAP SV', {
		pace: { perSecond: 10, burst: 10 },
		paging: paged(20, 200),
		scope: 'read_inventory',
		timeoutMs: 300_000,
	}),
	adjustStock: row('adjustStock', 'POST', '/v1.1/inventory/adjust', 'safe', 'SW SV', {
		pace: { perSecond: 0.1, burst: 1 },
		batch: 200,
		scope: 'write_inventory',
		timeoutMs: 300_000,
	}),
	createStock: row('createStock', 'PUT', '/v1.1/inventory', 'safe', 'SW SV', {
		pace: { perSecond: 1 / 30, burst: 1 },
		batch: 200,
		scope: 'write_inventory',
		timeoutMs: 300_000,
	}),
	throttleLimits: row('throttleLimits', 'GET', '/v1/throttlelimits', 'safe', 'SW'),
} as const;

function row(
	name: string,
	method: Endpoint['method'],
	path: string,
	repeat: Endpoint['repeat'],
	evidence: string,
	more: Partial<Endpoint> = {},
): Endpoint {
	return { name, method, path, repeat, evidence, writes: method !== 'GET', ...more };
}
