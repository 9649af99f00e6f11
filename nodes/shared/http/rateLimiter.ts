import type { RateLimit } from './endpoint';

/** The clock and the way to wait; the tests bring their own. Times are in milliseconds. */
export interface Clock {
	now(): number;
	/** Ends early when the signal comes. */
	sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
	/** Lets everything else in the process have its turn. */
	rest?(): Promise<void>;
}

/**
 * A token bucket in the form of the generic cell rate algorithm: one number says when the next request would be on
 * time, so there are no timers (n8n forbids them to nodes) and callers are served in the order in which they ask.
 */
export class Bucket {
	private onTime = 0;
	private asked = 0;

	constructor(private rateLimit: RateLimit) {}

	/** Replaces the pace, for example by the account's own figures. */
	setRateLimit(rateLimit: RateLimit): void {
		this.rateLimit = rateLimit;
	}

	/** Takes a place in the queue; returns how long to wait for it. */
	reserve(now: number): number {
		// A clock that is set back must not make anybody wait until it is as late again.
		if (now < this.asked) this.onTime -= this.asked - now;
		this.asked = now;
		const interval = 1000 / this.rateLimit.perSecond;
		const due = Math.max(this.onTime, now - interval * (this.rateLimit.burst - 1));
		this.onTime = due + interval;
		return Math.max(0, due - now);
	}

	/** Nobody goes before this time: the service has asked for a pause. */
	pauseUntil(time: number): void {
		this.onTime = Math.max(this.onTime, time);
	}
}

/**
 * The buckets of a process, by connection and endpoint: all nodes that use one account share them. (n8n loads a file of
 * the pack once, so a module's state is the process's.) Queue mode has a set in each worker; the service's own 429
 * keeps those honest.
 */
const buckets = new Map<string, Bucket>();

export function bucketFor(connection: string, endpoint: string, rateLimit: RateLimit): Bucket {
	const key = `${connection} ${endpoint}`;
	const known = buckets.get(key);
	if (known) {
		// The pace is the run's, not the bucket's: a run that was told to hurry must not hurry the next one.
		known.setRateLimit(rateLimit);
		return known;
	}
	const bucket = new Bucket(rateLimit);
	buckets.set(key, bucket);
	return bucket;
}
