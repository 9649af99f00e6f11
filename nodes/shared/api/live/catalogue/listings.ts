import { row } from '../../../http/endpoint';
import { RESULTS } from './confirms';
import { FIVE_PER_SECOND, paged } from './rateLimits';

/** No source says how many listings one call accepts; 50 keeps a refused batch cheap. */
const BULK = { rateLimit: FIVE_PER_SECOND, scope: 'write_products', batch: 50, timeoutMs: 120_000 } as const;

/** Listings of products in sales channels. Each write call covers one channel. */
export const LISTINGS = {
	listListings: row('listListings', 'GET', '/v1/listings', 'retry', 'SW TAP MC CE', {
		rateLimit: FIVE_PER_SECOND,
		paging: paged(100, 500),
		scope: 'read_products',
		timeoutMs: 120_000,
	}),
	createListings: row('createListings', 'PUT', '/v1/listings', 'reconcile', 'SW', { ...BULK, confirms: RESULTS }),
	updateListings: row('updateListings', 'POST', '/v1/listings', 'retry', 'SW', { ...BULK, confirms: RESULTS }),
} as const;
