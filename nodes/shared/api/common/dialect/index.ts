import type { Dialect } from '../../../http/dialect';
import { readErrorBody } from './errorBody';

const QUOTA = 'x-skubana-quota-retryafter';

/** The header is in milliseconds (live-api section 3, from a client that first mistook them for seconds). */
function quotaWait({ [QUOTA]: header }: Record<string, string>): number | undefined {
	const wait = Number(header);
	return header && Number.isFinite(wait) && wait >= 0 ? wait : undefined;
}

/**
 * A dialect that understands every known header and error body, because no source fully describes what its service
 * sends.
 */
export const tolerantDialect = (firstIndex: Dialect['firstIndex']): Dialect => ({
	firstIndex,
	retryAfter: quotaWait,
	readErrorBody: (body) => readErrorBody(body, firstIndex),
});
