import type { OnLostResponse } from './endpoint';

/** How long a run keeps trying. */
export interface RetryPolicy {
	/** All tries, including the first. */
	maxTries: number;
	/** Total wait, in milliseconds. */
	maxWaitMs: number;
}

export const DEFAULT_RETRY: RetryPolicy = { maxTries: 5, maxWaitMs: 120_000 };

/** A failed try, reduced to what the decision needs. */
export interface Failure {
	/**
	 * `notDone`: it certainly had no effect; `declined`: the service says that it did nothing, which has proved wrong
	 * before, so a look-up decides where there is one; `unknown`: it may have taken effect.
	 */
	effect: 'notDone' | 'declined' | 'unknown';
	/** Whether the failure may be temporary: network, 408, 425, 429, 5xx. */
	passing: boolean;
	/** The wait that the service requested, in milliseconds. */
	serviceWaitMs?: number;
}

export type Decision = { then: 'repeat' | 'lookUp'; waitMs: number } | { then: 'giveUp' };

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

/**
 * Decides what follows a failed try. The service's own wait takes precedence; otherwise full jitter below an
 * exponential bound.
 * @param tries tries made so far, at least 1
 * @param waitedMs time waited so far
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

/** The tries of one call. */
export class Tries {
	private counted = 0;
	private waitedMs = 0;
	private tooFastSince?: number;

	constructor(
		private readonly policy: RetryPolicy,
		private readonly onLostResponse: OnLostResponse,
		private readonly random: () => number,
	) {}

	/**
	 * Decides what follows a failed try. If the service names a wait and the endpoint can go more slowly, only the time
	 * counts, not the try, because in a crowd of processes any request may be the one too many.
	 * @param canSlowDown the request was refused as too many, and the endpoint is not at its slowest
	 */
	next(failure: Failure, now: number, canSlowDown: boolean): Decision {
		if (canSlowDown && failure.serviceWaitMs !== undefined && this.policy.maxTries > 1) {
			this.tooFastSince ??= now;
			this.waitedMs = Math.max(this.waitedMs, now - this.tooFastSince);
		} else this.counted++;
		const { policy, onLostResponse } = this;
		const tries = Math.max(1, this.counted);
		const decision = afterFailure(failure, onLostResponse, policy, tries, this.waitedMs, this.random());
		if (decision.then !== 'giveUp') this.waitedMs += decision.waitMs;
		return decision;
	}
}

/** Whether the same request may succeed later. */
export const isPassing = (status: number): boolean => [408, 425, 429].includes(status) || status >= 500;

/**
 * 425, 429, 307 and 308 replace the work. After another redirect, a 408 or a 5xx, the work may have been done anyway.
 */
export function effectOf(status: number): Failure['effect'] {
	if (status === 425 || status === 429) return 'declined';
	return [307, 308].includes(status) || (status >= 400 && status < 500 && status !== 408) ? 'notDone' : 'unknown';
}
