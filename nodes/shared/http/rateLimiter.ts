import type { RateLimit } from './endpoint';

/** The clock and the way to wait; tests bring their own. Times are in milliseconds. */
export interface Clock {
	now(): number;
	/** Ends early when the signal aborts. */
	sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
	/** Yields to everything else in the process. */
	rest?(): Promise<void>;
}

/**
 * A token bucket as a generic cell rate algorithm: one number holds the time of the next request, so it needs no timers
 * (n8n forbids them in nodes), and it serves callers in the order in which they ask.
 */
export class Bucket {
	private onTime = 0;
	private asked = 0;

	constructor(private rateLimit: RateLimit) {}

	/** Replaces the rate limit, for example with the account's own figures. */
	setRateLimit(rateLimit: RateLimit): void {
		this.rateLimit = rateLimit;
	}

	/** Reserves a slot and returns the wait until then. */
	reserve(now: number): number {
		const wait = this.waitAt(now);
		const interval = 1000 / this.rateLimit.perSecond;
		this.onTime = Math.max(this.onTime, now - interval * (this.rateLimit.burst - 1)) + interval;
		return wait;
	}

	/** The wait that a reservation would get now. */
	waitAt(now: number): number {
		// A clock that was set back must not make callers wait until it catches up.
		if (now < this.asked) this.onTime -= this.asked - now;
		this.asked = now;
		return Math.max(0, this.onTime - now);
	}

	/** Holds all requests until this time: the service asked for a pause. */
	pauseUntil(time: number): void {
		this.onTime = Math.max(this.onTime, time);
	}
}

/**
 * The buckets of a process, by connection and endpoint: all nodes that use one account share them. (n8n loads each file
 * of the pack once, so module state is process state.) In queue mode each worker has its own set; the service's 429
 * corrects those.
 */
const buckets = new Map<string, Bucket>();

export function bucketFor(connection: string, endpoint: string, rateLimit: RateLimit): Bucket {
	const key = `${connection} ${endpoint}`;
	const known = buckets.get(key);
	if (known) {
		// The rate limit belongs to the run, not to the bucket: a faster run must not speed up the next one.
		known.setRateLimit(rateLimit);
		return known;
	}
	const bucket = new Bucket(rateLimit);
	buckets.set(key, bucket);
	return bucket;
}
