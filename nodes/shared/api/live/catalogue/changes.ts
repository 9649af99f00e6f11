import { row } from '../../../http/endpoint';
import { FIVE_PER_SECOND, paged } from './rateLimits';

/** What only the trigger reads. Page sizes are those of production clients (live-api section 4). */
export const CHANGES = {
	listRmas: row('listRmas', 'GET', '/v1/shipments/rmas', 'retry', 'SW TAP', {
		rateLimit: FIVE_PER_SECOND,
		paging: paged(20, 50),
		scope: 'read_shipments',
		timeoutMs: 120_000,
	}),
	listPurchaseOrders: row('listPurchaseOrders', 'GET', '/v1.1/purchaseorders', 'retry', 'SW TAP ESB', {
		rateLimit: FIVE_PER_SECOND,
		paging: paged(20, 50),
		scope: 'read_purchaseorders',
		timeoutMs: 120_000,
	}),
} as const;
