import { row } from '../../../http/endpoint';
import { FIVE_PER_SECOND, paged } from './rateLimits';

/** The label catalogue that orders and products share. No source names a page size above the default. */
export const LABELS = {
	listLabels: row('listLabels', 'GET', '/v1/labels', 'retry', 'SW', {
		rateLimit: FIVE_PER_SECOND,
		paging: paged(50, 50),
	}),
} as const;
