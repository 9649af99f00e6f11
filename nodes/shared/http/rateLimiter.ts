import type { RateLimit } from './endpoint';

/** The clock and the way to wait; tests bring their own. Times are in milliseconds. */
export interface Clock {
	now(): number;
	/** Ends early when the signal aborts. */
	sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
	/** Yields to everything else in the process. */
	rest?(): Promise<void>;
}

/** The slowest share of a rate limit: enough for a hundred processes that share one quota. */
const SLOWEST = 1 / 256;
/** In this time a bucket grows from a standstill to its full rate. */
const RECOVERY_MS = 120_000;

/**
 * A token bucket as a generic cell rate algorithm: one number holds the time of the next request, so it needs no timers
 * (n8n forbids them in nodes), and it serves callers in the order in which they ask.
 *
 * Several processes may share one quota without knowing of each other. A refusal halves the rate, and time raises it
 * evenly: additive increase and multiplicative decrease give every process its share.
 */
export class Bucket {
	private onTime = 0;
	private pausedUntil = 0;
	private asked = 0;
	/** The share of the rate limit right after the last refusal. */
	private share = 1;
	/** The end of the pause after the last refusal. */
	private slowedAt = 0;
	/** Requests that wait for a slot. */
	waiting = 0;
	/** Counts the changes that may move slots. */
	revision = 0;

	constructor(private rateLimit: RateLimit) {}

	/** Replaces the rate limit, for example with the account's own figures. What was spent stays spent. */
	setRateLimit(rateLimit: RateLimit): void {
		const before = this.rateLimit;
		if (before.perSecond === rateLimit.perSecond && before.burst === rateLimit.burst) return;
		this.rateLimit = rateLimit;
		this.revision++;
		if (this.asked === 0) return;
		const spent = before.burst - 1 + ((this.onTime - this.asked) * before.perSecond) / 1000;
		// A run at a much faster rate of its own must not hold up the others for long.
		const counted = Math.min(Math.max(0, spent), rateLimit.burst + 1);
		this.onTime = this.asked + ((counted + 1 - rateLimit.burst) * 1000) / rateLimit.perSecond;
	}

	/** Reserves a slot and returns the wait until then. */
	reserve(now: number): number {
		const due = this.due(now);
		this.onTime = due + this.interval(now);
		return Math.max(0, due - now);
	}

	/** The wait until a slot, without reserving one. */
	waitFrom(now: number): number {
		return Math.max(0, this.due(now) - now);
	}

	/** The wait of one more request, behind those that wait already and so many more. */
	waitBehind(more: number, now: number): number {
		return Math.max(0, this.due(now) + (this.waiting + more) * this.interval(now) - now);
	}

	/** Holds all requests until this time: the service asked for a pause. */
	pauseUntil(time: number): void {
		if (time <= this.pausedUntil) return;
		this.pausedUntil = time;
		this.revision++;
	}

	/** Whether the rate is above its slowest. */
	canSlowDown(now: number): boolean {
		return this.shareAt(now) > 2 * SLOWEST;
	}

	/**
	 * Halves the rate after a refusal, once for all requests that were sent before it.
	 * @param sentAt when the refused request was sent
	 * @param until the end of the wait that the service named, or now
	 * @param random spreads the processes that wait for the same moment; a number in [0, 1)
	 */
	slowDown(sentAt: number, now: number, until: number, random: number): void {
		if (sentAt < this.slowedAt) return;
		this.share = Math.max(SLOWEST, this.shareAt(now) / 2);
		this.slowedAt = until;
		this.revision++;
		this.pauseUntil(until + random * this.interval(until));
	}

	private due(now: number): number {
		// A clock that was set back must not make callers wait until it catches up.
		if (now < this.asked) {
			const back = this.asked - now;
			this.onTime -= back;
			this.pausedUntil -= back;
			this.slowedAt -= back;
		}
		this.asked = now;
		const burst = Math.max(1, this.rateLimit.burst * this.shareAt(now));
		return Math.max(this.onTime, this.pausedUntil, now - this.interval(now) * (burst - 1));
	}

	private interval(now: number): number {
		return 1000 / (this.rateLimit.perSecond * this.shareAt(now));
	}

	private shareAt(now: number): number {
		return Math.min(1, this.share + Math.max(0, now - this.slowedAt) / RECOVERY_MS);
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
