import type { OnLostResponse } from './endpoint';

/** How stubborn a run is. */
export interface RetryPolicy {
	/** Tries in all, the first one included. */
	maxTries: number;
	/** All waiting together, in milliseconds. */
	maxWaitMs: number;
}

export const DEFAULT_RETRY: RetryPolicy = { maxTries: 5, maxWaitMs: 120_000 };

/** A failed try as the decision sees it. */
export interface Failure {
	/**
	 * `notDone`: it certainly took no effect; `declined`: the service says that it did nothing, which has been seen to be
	 * wrong, so where a look-up can tell, it does; `unknown`: it may have taken effect.
	 */
	effect: 'notDone' | 'declined' | 'unknown';
	/** Whether the trouble can pass by itself: network, 408, 425, 429, 5xx. */
	passing: boolean;
	/** The wait that the service named, in milliseconds. */
	serviceWaitMs?: number;
}

export type Decision = { then: 'repeat' | 'lookUp'; waitMs: number } | { then: 'giveUp' };

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

/**
 * What follows a failed try. The wait is the service's where it named one, else full jitter below an exponential bound.
 * @param tries tries made so far, at least 1
 * @param waitedMs waiting spent so far
 * @param random a number in [0, 1)
 */
export function afterFailure(
	failure: Failure,
	onLostResponse: OnLostResponse,
	policy: RetryPolicy,
	tries: number,
	waitedMs: number,
	random: number,
): Decision {
	if (!failure.passing || tries >= policy.maxTries) return { then: 'giveUp' };
	if (failure.effect === 'unknown' && onLostResponse === 'fail') return { then: 'giveUp' };
	const bound = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1));
	const waitMs = failure.serviceWaitMs ?? Math.round(bound * random);
	if (waitedMs + waitMs > policy.maxWaitMs) return { then: 'giveUp' };
	return { then: failure.effect !== 'notDone' && onLostResponse === 'reconcile' ? 'lookUp' : 'repeat', waitMs };
}

/** Statuses after which the same request may well pass (design: the client). */
export const isPassing = (status: number): boolean => [408, 425, 429].includes(status) || status >= 500;

/**
 * 425 and 429 are answered instead of doing the work, and so are 307 and 308; after another redirect, a 408 or a 5xx
 * the work may be done all the same.
 */
export function effectOf(status: number): Failure['effect'] {
	if (status === 425 || status === 429) return 'declined';
	return [307, 308].includes(status) || (status >= 400 && status < 500 && status !== 408) ? 'notDone' : 'unknown';
}
