import type { ThrottleLimit } from '../../../domain/account/account';
import type { ApiClient } from '../../../http/client';
import type { RateLimit } from '../../../http/endpoint';
import type { EndpointLimit } from '../../../http/pacing/accountLimits';
import { liveAccount } from './company';

/** The account's own rate limits, as far as their figures make sense. @throws ApiError when they cannot be read */
export async function readRateLimits(client: ApiClient): Promise<EndpointLimit[]> {
	// The catalogue's figures hold for a limit that cannot be read.
	const limits = await liveAccount(client).throttleLimits({ unreadable: () => undefined });
	return limits.flatMap(({ value }) => {
		const rateLimit = rateLimitOf(value);
		if (!rateLimit || !value.method || !value.path) return [];
		return [{ method: value.method.toUpperCase(), path: value.path, rateLimit }];
	});
}

const HOUR_S = 3_600;
/** A limit below one request a minute would bring every run to a halt; if it is real, a 429 says so. */
const FEWEST_AN_HOUR = 60;
const MOST_AN_HOUR = 1e8;
const LARGEST_BURST = 1e5;
/** The difference up to which two rates are the same. */
const TOLERANCE = 0.05;

/**
 * The unit of the restore rate is not established, so the hourly quota sets the rate. Where the restore rate per second
 * fits the hourly quota, with or without the full bucket at the start, the smaller one holds.
 */
function rateLimitOf({ maxRequests, restoreRate, maxRequestsPerHour }: ThrottleLimit): RateLimit | undefined {
	const burst = Math.floor(maxRequests ?? 0);
	const hourly = maxRequestsPerHour ?? 0;
	if (!(burst >= 1 && burst <= LARGEST_BURST && hourly >= Math.max(FEWEST_AN_HOUR, burst) && hourly <= MOST_AN_HOUR))
		return undefined;
	const perSecond = hourly / HOUR_S;
	const agrees = [hourly, hourly - burst].some((quota) => restoreRate !== null && isAbout(restoreRate, quota / HOUR_S));
	return { burst, perSecond: agrees ? Math.min(perSecond, restoreRate ?? perSecond) : perSecond };
}

const isAbout = (one: number, other: number): boolean => one > 0 && Math.abs(one - other) <= other * TOLERANCE;
