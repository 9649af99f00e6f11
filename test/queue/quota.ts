import type { LoggedRequest, QuotaRule } from '../sandbox';

/** Less than the five a second that the catalogue assumes of most endpoints, and that each worker takes for its own. */
export const QUOTA_PER_SECOND = 3;

/** One account's quota, as the service has it: a bucket for each endpoint, whoever calls. */
export const QUOTA: readonly QuotaRule[] = [
	['GET', '/v1.1/orders'],
	['PUT', '/v1/order'],
	['POST', '/v1.1/inventory/adjust'],
	['GET', '/v1.1/products'],
	['GET', '/v1.1/product'],
].map(([method = '', path = '']) => ({ method, path, burst: 3, perSecond: QUOTA_PER_SECOND }));

export interface QuotaUse {
	endpoint: string;
	/** Calls that the service answered. */
	served: number;
	/** Calls that it sent away with a 429. */
	refused: number;
	/** The most calls that came above `perSecond` at any time: at most the burst, if the quota is kept. */
	peak: number;
}

/** What the log says of each bucket. */
export const quotaUse = (log: readonly LoggedRequest[]): QuotaUse[] =>
	QUOTA.map(({ method, path, perSecond }) => {
		const endpoint = `${method} ${path}`;
		const calls = log.filter((call) => call.endpoint === endpoint);
		const served = calls.filter(({ status }) => status !== 429);
		let level = 0;
		let peak = 0;
		let before = 0;
		for (const { at } of served) {
			const now = Date.parse(at);
			level = Math.max(0, level - ((now - before) / 1000) * perSecond) + 1;
			peak = Math.max(peak, level);
			before = now;
		}
		return { endpoint, served: served.length, refused: calls.length - served.length, peak };
	});
