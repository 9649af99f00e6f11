import { row } from '../../endpointRow';
import { FIVE, paged } from './paces';

/** Returns and purchase orders. No source names a size above the default for the pages of returns. */
export const SUPPLY = {
	listRmas: row('listRmas', 'GET', '/v1/shipments/rmas', 'safe', 'SW TAP', { pace: FIVE, paging: paged(20, 20), scope: 'read_shipments', timeoutMs: 120_000 }),
	listPurchaseOrders: row('listPurchaseOrders', 'GET', '/v1.1/purchaseorders', 'safe', 'SW TAP ESB', {
		pace: FIVE,
		paging: paged(20, 50),
		scope: 'read_purchaseorders',
		timeoutMs: 120_000,
	}),
} as const;
