import { DateTime } from '../vendor/luxon';
import type { Dialect } from './dialect';

/**
 * How long the service asks callers to wait, in milliseconds: in a header of its own, or in the standard `Retry-After`,
 * which is seconds or an HTTP date.
 */
export function retryAfter(
	headers: Record<string, string>,
	now: number,
	dialect: Pick<Dialect, 'retryAfter'>,
): number | undefined {
	return dialect.retryAfter(headers) ?? standard(headers['retry-after'], now);
}

function standard(value: string | undefined, now: number): number | undefined {
	if (!value) return undefined;
	const seconds = Number(value);
	if (Number.isFinite(seconds) && seconds >= 0) return seconds * 1000;
	const date = DateTime.fromHTTP(value);
	return date.isValid ? Math.max(0, date.toMillis() - now) : undefined;
}
