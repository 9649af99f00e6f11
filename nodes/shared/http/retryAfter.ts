import { DateTime } from '../vendor/luxon';

/**
 * How long the service asks callers to wait, in milliseconds. `x-skubana-quota-retryAfter` counts milliseconds
 * (live-api section 3, from a client that first took them for seconds); the standard `Retry-After` is seconds or an
 * HTTP date.
 */
export function retryAfter(headers: Record<string, string>, now: number): number | undefined {
	const quota = Number(headers['x-skubana-quota-retryafter']);
	if (headers['x-skubana-quota-retryafter'] && Number.isFinite(quota) && quota >= 0) return quota;
	const standard = headers['retry-after'];
	if (!standard) return undefined;
	const seconds = Number(standard);
	if (Number.isFinite(seconds) && seconds >= 0) return seconds * 1000;
	const date = DateTime.fromHTTP(standard);
	return date.isValid ? Math.max(0, date.toMillis() - now) : undefined;
}
