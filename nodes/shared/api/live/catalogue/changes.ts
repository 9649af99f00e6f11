import { row } from '../../endpointRow';
import { FIVE, paged } from './paces';

/** What only the trigger reads. Sizes of pages are those of production clients (live-api section 4). */
export const CHANGES = {
	listRmas: row('listRmas', 'GET', '/v1/shipments/rmas', 'safe', 'SW TAP', {
		pace: FIVE,
		paging: paged(20, 50),
		scope: 'read_shipments',
		timeoutMs: 120_000,
	}),
	listPurchaseOrders: row('listPurchaseOrders', 'GET', '/v1.1/purchaseorders', 'safe', 'SW TAP ESB', {
		pace: FIVE,
		paging: paged(20, 50),
		scope: 'read_purchaseorders',
		timeoutMs: 120_000,
	}),
} as const;
