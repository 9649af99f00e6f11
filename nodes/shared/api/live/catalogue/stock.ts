import type { RateLimit } from '../../../http/endpoint';
import { row } from '../../../http/endpoint';
import { ID, RESULTS, STOCK_RESULTS } from './confirms';
import { FIVE_PER_SECOND, paged } from './rateLimits';

/**
 * The rate at which a production client sets stock (live-api section 3, SV). The other bulk writes of stock probably
 * cost the service as much.
 */
const ONE_IN_TEN: RateLimit = { perSecond: 0.1, burst: 1 };

/** A bulk write. That client sends batches of 200. */
const BULK = { rateLimit: ONE_IN_TEN, batch: 200, scope: 'write_inventory', timeoutMs: 300_000 } as const;

/** Stock. */
export const STOCK = {
	stockTotals: row('stockTotals', 'GET', '/v1/productstocks/total', 'retry', 'SW TAP SV', {
		rateLimit: { perSecond: 10, burst: 10 },
		paging: paged(20, 200),
		scope: 'read_inventory',
		timeoutMs: 300_000,
	}),
	adjustStock: row('adjustStock', 'POST', '/v1.1/inventory/adjust', 'retry', 'SW SV', {
		...BULK,
		confirms: STOCK_RESULTS,
	}),
	// Adding or removing twice makes the level wrong, and a read does not show whether that happened.
	addStock: row('addStock', 'POST', '/v1.1/inventory/add', 'fail', 'SW', { ...BULK, confirms: RESULTS }),
	removeStock: row('removeStock', 'POST', '/v1.1/inventory/remove', 'fail', 'SW', { ...BULK, confirms: RESULTS }),
	// Reading consumes the changes: the call "only returns inventory for products where stock levels have changed since
	// the last time you hit the endpoint".
	stockChanges: row('stockChanges', 'POST', '/v1.2/inventory/acknowledge', 'fail', 'SW VH', {
		consumes: true,
		rateLimit: FIVE_PER_SECOND,
		paging: paged(500, 500),
		scope: 'read_inventory',
		timeoutMs: 300_000,
	}),
	// Slow for many SKUs, because the service computes what is on hand (live-api section 9, 1).
	stockRecords: row('stockRecords', 'GET', '/v1/inventory', 'retry', 'SW TAP SV CE DAA', {
		rateLimit: FIVE_PER_SECOND,
		paging: paged(20, 100),
		scope: 'read_inventory',
		timeoutMs: 300_000,
	}),
	// The service would refuse a repeat if the lost call created the record.
	createStock: row('createStock', 'PUT', '/v1.1/inventory', 'reconcile', 'SW SV', {
		confirms: STOCK_RESULTS,
		...BULK,
		rateLimit: { perSecond: 1 / 30, burst: 1 },
	}),
	moveStock: row('moveStock', 'POST', '/v1/inventory/transfer', 'fail', 'SW', {
		confirms: ID,
		rateLimit: FIVE_PER_SECOND,
		scope: 'write_inventory',
	}),
	stockHistory: row('stockHistory', 'GET', '/v1/inventory/history', 'retry', 'SW', {
		rateLimit: FIVE_PER_SECOND,
		paging: paged(100, 100),
		scope: 'read_inventory',
	}),
	// The service would refuse a repeat, because the old name no longer exists.
	renameLocations: row('renameLocations', 'POST', '/v1.1/inventory/updatestocklocation', 'reconcile', 'SW', {
		...BULK,
		confirms: RESULTS,
	}),
	setLocationFlags: row('setLocationFlags', 'POST', '/v1.2/inventory', 'retry', 'SW', { ...BULK, confirms: RESULTS }),
} as const;
