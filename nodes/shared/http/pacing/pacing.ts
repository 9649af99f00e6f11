import { accountLimitsFor, type EndpointLimit, withMargin } from './accountLimits';
import type { Endpoint, RateLimit } from '../endpoint';
import { rethrow } from '../errors/rethrow';
import { inTurns } from '../lock';
import { type Bucket, type Clock, bucketFor } from '../rateLimiter';

export interface PacingOptions {
	/** Identifies the account. */
	connection: string;
	/** The user's own rate: it replaces every limit, and nothing adapts it. */
	requestsPerSecond?: number;
	/** Reads the account's rate limits, where the service has such a call. */
	readLimits?: () => Promise<EndpointLimit[]>;
}

/** Keeps the requests of a run to the rate limits that all runs of the process share. */
export class Pacing {
	private readonly limits;
	private hasSent = false;

	constructor(
		private readonly options: PacingOptions,
		private readonly clock: Clock,
		private readonly random: () => number,
	) {
		this.limits = accountLimitsFor(options.connection);
	}

	/** Waits for a slot in the order of the callers, or until the signal aborts. */
	async turn(endpoint: Endpoint, signal?: AbortSignal): Promise<void> {
		const bucket = this.bucket(endpoint);
		if (!bucket) return;
		const aborted = new Error('aborted');
		bucket.waiting++;
		try {
			await inTurns(
				[`rate limit ${this.options.connection} ${endpoint.name}`],
				async () => await this.slot(endpoint, signal),
				signal && { signal, stopped: () => aborted },
			);
		} catch (error) {
			if (error !== aborted) rethrow(error);
		} finally {
			bucket.waiting--;
		}
	}

	/** The time, in milliseconds, that one more request would wait behind so many that are about to be made. */
	waitFor(endpoint: Endpoint, ahead: number): number {
		return this.bucket(endpoint)?.waitBehind(ahead, this.clock.now()) ?? 0;
	}

	/** Whether an endpoint can go more slowly: its rate is not the user's own, and not at its slowest. */
	canSlowDown(endpoint: Endpoint): boolean {
		return !this.options.requestsPerSecond && (this.bucket(endpoint)?.canSlowDown(this.clock.now()) ?? false);
	}

	/**
	 * Slows an endpoint down after a refusal for too many requests.
	 * @param sentAt when the request was sent
	 * @param waitMs the wait that the service named
	 */
	slowDown(endpoint: Endpoint, sentAt: number, waitMs = 0): void {
		this.pause(endpoint, waitMs);
		if (this.options.requestsPerSecond) return;
		const now = this.clock.now();
		this.bucket(endpoint)?.slowDown(sentAt, now, now + waitMs, this.random());
	}

	/** Holds all requests to an endpoint for as long as the service asks. */
	pause(endpoint: Endpoint, waitMs: number): void {
		if (waitMs > 0) this.bucket(endpoint)?.pauseUntil(this.clock.now() + waitMs);
	}

	private async slot(endpoint: Endpoint, signal?: AbortSignal): Promise<void> {
		while (!signal?.aborted) {
			const bucket = this.bucket(endpoint);
			const wait = bucket?.waitFrom(this.clock.now()) ?? 0;
			if (wait === 0) break;
			const before = bucket?.revision;
			const isOver = await this.sleep(wait, signal);
			// Limits, pauses and refusals of other requests may have moved the slot meanwhile.
			if (isOver && this.bucket(endpoint)?.revision === before) break;
		}
		if (signal?.aborted) return;
		this.bucket(endpoint)?.reserve(this.clock.now());
		this.hasSent = true;
	}

	/** @returns false when the account's limits became known earlier */
	private async sleep(wait: number, signal?: AbortSignal): Promise<boolean> {
		const slept = this.clock.sleep(wait, signal).then(() => true);
		// A run of one call, such as a test of a credential, makes no other.
		const known = this.hasSent ? this.readLimits()?.then(() => false) : undefined;
		return await (known ? Promise.race([slept, known]) : slept);
	}

	private readLimits(): Promise<void> | undefined {
		const { requestsPerSecond, readLimits } = this.options;
		return readLimits && !requestsPerSecond ? this.limits.refresh(this.clock.now(), readLimits) : undefined;
	}

	private bucket(endpoint: Endpoint): Bucket | undefined {
		const rateLimit = this.rateLimit(endpoint);
		return rateLimit && bucketFor(this.options.connection, endpoint.name, rateLimit);
	}

	private rateLimit(endpoint: Endpoint): RateLimit | undefined {
		const { requestsPerSecond, readLimits } = this.options;
		if (requestsPerSecond) return { perSecond: requestsPerSecond, burst: Math.max(1, Math.floor(requestsPerSecond)) };
		const { rateLimit } = endpoint;
		// Until the account's limits are known, the catalogue's stand for them, with the same margin.
		return this.limits.of(endpoint) ?? (rateLimit && readLimits ? withMargin(rateLimit) : rateLimit);
	}
}
