import { row } from '../../endpointRow';
import { paged } from './paces';

/** Stock. Batches of 200 and the slow pace of writes are the figures of a production client (live-api section 3, SV). */
export const STOCK = {
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
} as const;
