import { CallRecord, type CallReport } from './calls/record';
import { previewOf } from './calls/preview';
import type { Dialect } from './dialect';
import type { Endpoint } from './endpoint';
import { ApiError } from './errors/apiError';
import { responseError, isRedirect, readResponse, redirectError } from './response';
import type { Clock } from './rateLimiter';
import { Pauses } from './pauses';
import type { EndpointLimit } from './pacing/accountLimits';
import { Pacing } from './pacing/pacing';
import { type Failure, type RetryPolicy, Tries, effectOf, isPassing } from './retry';
import { lastWord, rerunRefused, stopped, transportFailure } from './errors/failures';
import { rethrow } from './errors/rethrow';
import { ServiceClock } from './serviceClock';
import { retryAfter } from './retryAfter';
import { eitherOf, sendInTime } from './stop';
import { type HttpResponse, type HttpRequest, type Transport, TransportError } from './transport';
import { inTurns } from './lock';
import { urlOf } from './url';
import { type Query } from '../domain/values/query';

/** The account to talk to, and what is allowed there. */
export interface Connection {
	/** Identifies the account; all requests with the same key share their rate limits. */
	key: string;
	/** Host with scheme, without a trailing slash. */
	baseUrl: string;
	/** Refuses every write before anything is sent. */
	readOnly: boolean;
	/** What HTTP leaves to the service. */
	dialect: Dialect;
	/** Reads the account's own rate limits, where the service tells them. @throws ApiError */
	readRateLimits?: (client: ApiClient) => Promise<EndpointLimit[]>;
}

/** What the user may change about a run. */
export interface ClientOptions {
	retry: RetryPolicy;
	/** Overrides the rate limit of every endpoint. */
	requestsPerSecond?: number;
	/** Overrides the time, in milliseconds, within which each response must be complete. */
	timeoutMs?: number;
	/** n8n runs the node again after a failure, so calls that must not repeat are refused. */
	reruns?: boolean;
	/** Ends waits and requests when the user stops the execution. */
	signal?: AbortSignal;
	/** Sends no write: each ends with the `Preview` of its request. */
	preview?: boolean;
	/** Learns of every call that was sent, when it ends. */
	onCall?: (report: CallReport) => void;
}

/** The result of reconciling a lost response: the response after all, or what still has to be sent. */
export type Recovery = { response: unknown } | { again: Pick<Call, 'query' | 'body'> };

export interface Call {
	path?: Record<string, string>;
	query?: Query;
	body?: unknown;
	/**
	 * For endpoints whose row says `reconcile`: finds out whether the write took effect.
	 * @param after `lost`: the outcome is unknown; `declined`: the service says that it did nothing
	 */
	recover?: (after: 'lost' | 'declined') => Promise<Recovery>;
	/** Ends the call before its first try; the reason is the error. A call that was sent goes on. */
	unlessHalted?: AbortSignal;
}

export const DEFAULT_TIMEOUT_MS = 60_000;
/** A run does not wait long for figures that it can do without. */
const LIMITS_TIMEOUT_MS = 10_000;

const TOO_MANY = 429;

type Outcome = { response: unknown } | { failure: Failure; error: ApiError; sentAt?: number };

/**
 * Sends the calls of the catalogue, with rate limits, safe retries and one error type. Knows no orders and no nodes.
 */
export class ApiClient {
	/** The first request of a run. The others wait for it, so that a fresh credential fetches one token, not several. */
	private opening?: Promise<void>;
	/** What the responses have revealed about the service's clock. */
	readonly serviceClock = new ServiceClock();
	private written = false;
	private readonly pacing: Pacing;
	/** Tries that failed; shared with the clients of `endingWith`. */
	private readonly failed = { passing: 0, tooMany: 0 };

	constructor(
		private readonly transport: Transport,
		readonly connection: Connection,
		private readonly options: ClientOptions,
		private readonly clock: Clock,
		private readonly random: () => number = Math.random,
	) {
		const { key, readRateLimits } = connection;
		const readLimits = readRateLimits && (async () => await readRateLimits(this.forLimits()));
		const { requestsPerSecond } = options;
		this.pacing = new Pacing({ connection: key, requestsPerSecond, readLimits }, clock, random);
	}

	/**
	 * Makes one call.
	 * @returns the body of a 2xx response
	 * @throws ApiError for everything else; Preview for a write that is only previewed
	 */
	async call(endpoint: Endpoint, call: Call = {}): Promise<unknown> {
		if (this.isPreview && endpoint.writes && !endpoint.consumes) throw previewOf(endpoint, call);
		if (endpoint.writes && this.connection.readOnly) {
			throw new ApiError({
				kind: 'readOnly',
				message: 'The credential is read-only. Nothing was sent.',
				endpoint: endpoint.name,
				effect: 'notSent',
			});
		}
		if (endpoint.onLostResponse === 'fail' && this.options.reruns) throw rerunRefused(endpoint.name);
		const record = new CallRecord(endpoint);
		try {
			const response = await this.callUntilDone(endpoint, call, record);
			this.reportCall(record, call);
			return response;
		} catch (error) {
			this.reportCall(record, call, error);
			rethrow(error);
		}
	}

	private reportCall(record: CallRecord, { body }: Call, error?: unknown): void {
		const report = this.options.onCall && record.report(this.clock.now(), body, error);
		if (report) this.options.onCall?.(report);
	}

	private async callUntilDone(endpoint: Endpoint, call: Call, record: CallRecord): Promise<unknown> {
		let sending = call;
		const sofar = new Tries(this.options.retry, endpoint.onLostResponse, this.random);
		// Whether any try so far may have taken effect.
		let inDoubt = false;
		for (let tries = 1; ; tries++) {
			const unlessHalted = tries === 1 ? call.unlessHalted : undefined;
			const outcome = await this.attempt(endpoint, { ...sending, unlessHalted }, record);
			if (endpoint.writes && ('response' in outcome || outcome.failure.effect === 'unknown')) this.written = true;
			if ('response' in outcome) return outcome.response;
			const { failure, error, sentAt } = outcome;
			inDoubt ||= failure.effect === 'unknown';
			const isTooMany = error.facts.status === TOO_MANY && sentAt !== undefined;
			if (failure.passing) this.failed.passing++;
			if (isTooMany) this.failed.tooMany++;
			const decision = sofar.next(failure, this.clock.now(), isTooMany && this.pacing.canSlowDown(endpoint));
			if (decision.then === 'giveUp') throw lastWord(endpoint, inDoubt, error, tries);
			if (isTooMany) this.pacing.slowDown(endpoint, sentAt, failure.serviceWaitMs);
			else if (failure.serviceWaitMs !== undefined) this.pacing.pause(endpoint, failure.serviceWaitMs);
			await this.clock.sleep(decision.waitMs, this.options.signal);
			if (this.isStopped) throw lastWord(endpoint, inDoubt, stopped(endpoint), tries);
			const declined = failure.effect === 'declined';
			if (decision.then === 'repeat' || (declined && !call.recover)) continue;
			if (!call.recover) throw lastWord(endpoint, inDoubt, error, tries);
			let recovery: Recovery;
			try {
				recovery = await call.recover(declined ? 'declined' : 'lost');
			} catch {
				// The look-up failed too, so the outcome of the write stays open.
				throw lastWord(endpoint, inDoubt, this.isStopped ? stopped(endpoint) : error, tries);
			}
			if ('response' in recovery) return recovery.response;
			sending = { ...sending, ...recovery.again };
			inDoubt = false;
		}
	}

	/** Whether any call so far changed something, or may have. */
	get hasWritten(): boolean {
		return this.written;
	}

	/** How many tries failed for reasons that may pass: the connection, 408, 425, 429 or 5xx. */
	get failedTries(): number {
		return this.failed.passing;
	}

	/** How many requests the service refused as too many (429). */
	get tooManyRequests(): number {
		return this.failed.tooMany;
	}

	/** Whether writes are only previewed. */
	get isPreview(): boolean {
		return this.options.preview ?? false;
	}

	now(): number {
		return this.clock.now();
	}

	/**
	 * How long a call would wait for the rate limit if it were made now, in milliseconds.
	 * @param ahead calls to the endpoint that were made in the same turn of the event loop
	 */
	waitFor(endpoint: Endpoint, ahead = 0): number {
		return this.pacing.waitFor(endpoint, ahead);
	}

	/** The same client, for reads that end with this signal too. */
	endingWith(signal: AbortSignal): ApiClient {
		const either = eitherOf(this.options.signal, signal);
		return Object.create(this, { options: { value: { ...this.options, signal: either } } }) as ApiClient;
	}

	/** For a long loop between two calls. */
	pauses(): Pauses {
		return new Pauses(async () => await this.clock.rest?.());
	}

	/** Waits, unless the user stops the execution. All waits of a run go through here. @throws ApiError `cancelled` */
	async wait(milliseconds: number): Promise<void> {
		await this.clock.sleep(milliseconds, this.options.signal);
		if (this.isStopped) throw stopped();
	}

	/** Like the function `inTurns`, but stops waiting when the user stops the execution. @throws ApiError `cancelled` */
	async inTurns<T>(keys: readonly string[], work: () => Promise<T>): Promise<T> {
		return await inTurns(keys, work, this.options.signal && { signal: this.options.signal, stopped });
	}

	private get isStopped(): boolean {
		return this.options.signal?.aborted ?? false;
	}

	/** Makes one try, the first of the run before all others. */
	private async attempt(endpoint: Endpoint, call: Call, record: CallRecord): Promise<Outcome> {
		if (this.opening) {
			await this.opening;
			return await this.exchange(endpoint, call, record);
		}
		let opened = (): void => undefined;
		this.opening = new Promise((resolve) => (opened = resolve));
		try {
			return await this.exchange(endpoint, call, record);
		} finally {
			opened();
		}
	}

	private async exchange(endpoint: Endpoint, call: Call, record: CallRecord): Promise<Outcome> {
		const { unlessHalted } = call;
		await this.pacing.turn(endpoint, eitherOf(this.options.signal, unlessHalted));
		if (this.isStopped) return { failure: { effect: 'notDone', passing: false }, error: stopped(endpoint) };
		if (unlessHalted?.aborted) rethrow(unlessHalted.reason);
		const request: Omit<HttpRequest, 'signal'> = {
			method: endpoint.method,
			url: urlOf(this.connection.baseUrl, endpoint.path, call.path, call.query),
			body: call.body,
			timeoutMs: this.options.timeoutMs ?? endpoint.timeoutMs ?? DEFAULT_TIMEOUT_MS,
		};
		const sentAt = this.clock.now();
		record.sending(sentAt);
		let response: HttpResponse;
		try {
			response = await sendInTime(this.transport, request, this.options.signal);
			record.received(response);
			if (response.status < 300) this.serviceClock.note(response.headers, sentAt, this.clock.now());
		} catch (error) {
			if (error instanceof TransportError)
				return transportFailure(endpoint, error, new URL(this.connection.baseUrl).host);
			// The request may have gone out before it failed.
			this.written ||= endpoint.writes;
			rethrow(error);
		}
		const read = readResponse(endpoint, response);
		if (read.ok) return { response: read.body };
		if (read.lost) return { failure: { effect: 'unknown', passing: true }, error: read.error };
		return {
			failure: {
				effect: effectOf(response.status),
				passing: isPassing(response.status),
				serviceWaitMs: retryAfter(response.headers, this.clock.now(), this.connection.dialect),
			},
			error: isRedirect(response.status)
				? redirectError(endpoint, response, this.connection.baseUrl)
				: responseError(endpoint, response, this.connection.dialect, this.clock.now()),
			sentAt,
		};
	}

	/** Reads the account's limits: one try, which waits for nothing and reveals nothing about the run. */
	private forLimits(): ApiClient {
		const { signal, onCall } = this.options;
		return new ApiClient(
			this.transport,
			{ ...this.connection, readRateLimits: undefined },
			{ retry: { maxTries: 1, maxWaitMs: 0 }, timeoutMs: LIMITS_TIMEOUT_MS, signal, onCall },
			this.clock,
			this.random,
		);
	}
}
