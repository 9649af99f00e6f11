import type { RateLimit, Paging } from '../../../http/endpoint';

/** The throttle that a production client uses for most endpoints (live-api section 3, SV). */
export const FIVE_PER_SECOND: RateLimit = { perSecond: 5, burst: 5 };

/** Pages by `page` and `limit`, with the service's default size and the largest size that a production client uses. */
export const paged = (defaultSize: number, maxSize: number): Paging => ({
	sizeParameter: 'limit',
	defaultSize,
	maxSize,
});
