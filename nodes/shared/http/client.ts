import type { Dialect } from './dialect';
import type { Endpoint } from './endpoint';
import { ApiError } from './errors/apiError';
import { responseError, isRedirect, readResponse, redirectError } from './response';
import { type Clock, bucketFor } from './rateLimiter';
import { Pauses } from './pauses';
import { type Failure, type RetryPolicy, afterFailure, effectOf, isPassing } from './retry';
import { lastWord, rerunRefused, stopped, transportFailure } from './errors/failures';
import { rethrow } from './errors/rethrow';
import { ServiceClock } from './serviceClock';
import { retryAfter } from './retryAfter';
import { sendInTime } from './stop';
import { type HttpResponse, type HttpRequest, type Transport, TransportError } from './transport';
import { inTurns } from './lock';
import { urlOf } from './url';
import { type Query } from '../domain/values/query';

/** Which account is spoken to, and what is allowed there. */
export interface Connection {
	/** Tells accounts apart; all requests with the same key share their pace. */
	key: string;
	/** Host with scheme, without a slash at the end. */
	baseUrl: string;
	/** Every write is refused before anything is sent. */
	readOnly: boolean;
	/** What HTTP leaves to the service. */
	dialect: Dialect;
}

/** What the user may change about a run. */
export interface ClientOptions {
	retry: RetryPolicy;
	/** Replaces the pace of every endpoint. */
	requestsPerSecond?: number;
	/** Replaces how long each request may take until its answer is complete, in milliseconds. */
	timeoutMs?: number;
	/** The run is repeated after a failure: what must not be done twice is not done at all. */
	reruns?: boolean;
	/** Ends waits and requests when the user stops the execution. */
	signal?: AbortSignal;
}

/** What a look-up found after the answer to a write was lost: the answer after all, or what is still to be sent. */
export type Recovery = { response: unknown } | { again: Pick<Call, 'query' | 'body'> };

export interface Call {
	path?: Record<string, string>;
	query?: Query;
	body?: unknown;
	/**
	 * For endpoints whose row says `lookup`: finds out whether the write took effect.
	 * @param after `lost`: nobody knows; `declined`: the service says that it did nothing
	 */
	recover?: (after: 'lost' | 'declined') => Promise<Recovery>;
}

export const DEFAULT_TIMEOUT_MS = 60_000;

/**
 * Sends calls of the catalogue: paced, repeated where that is harmless, with one error type. Knows no order and no
 * node.
 */
export class ApiClient {
	/**
	 * The first request of a run; the others wait for it, so that a fresh credential fetches one token and not several.
	 */
	private opening?: Promise<unknown>;
	/** What the answers have shown of the service's time. */
	readonly serviceClock = new ServiceClock();
	private written = false;

	constructor(
		private readonly transport: Transport,
		readonly connection: Connection,
		private readonly options: ClientOptions,
		private readonly clock: Clock,
		private readonly random: () => number = Math.random,
	) {}

	/**
	 * Makes one call.
	 * @returns the body of a 2xx answer
	 * @throws ApiError for everything else
	 */
	async call(endpoint: Endpoint, call: Call = {}): Promise<unknown> {
		if (endpoint.writes && this.connection.readOnly) {
			throw new ApiError({
				kind: 'readOnly',
				message: 'The credential is read only: nothing was sent.',
				endpoint: endpoint.name,
				effect: 'notSent',
			});
		}
		if (endpoint.onLostResponse === 'fail' && this.options.reruns) throw rerunRefused(endpoint.name);
		let sending = call;
		let waited = 0;
		// Whether one of the tries so far may have taken effect.
		let inDoubt = false;
		for (let tries = 1; ; tries++) {
			const outcome = await this.attempt(endpoint, sending);
			if (endpoint.writes && ('response' in outcome || outcome.failure.effect === 'unknown')) this.written = true;
			if ('response' in outcome) return outcome.response;
			const { failure, error } = outcome;
			inDoubt ||= failure.effect === 'unknown';
			const decision = afterFailure(failure, endpoint.onLostResponse, this.options.retry, tries, waited, this.random());
			if (decision.then === 'giveUp') throw lastWord(endpoint, inDoubt, error, tries);
			waited += decision.waitMs;
			if (failure.serviceWaitMs !== undefined) this.bucket(endpoint)?.pauseUntil(this.clock.now() + decision.waitMs);
			await this.clock.sleep(decision.waitMs, this.options.signal);
			if (this.isStopped) throw lastWord(endpoint, inDoubt, stopped(endpoint), tries);
			const declined = failure.effect === 'declined';
			if (decision.then === 'repeat' || (declined && !call.recover)) continue;
			if (!call.recover) throw lastWord(endpoint, inDoubt, error, tries);
			let recovery: Recovery;
			try {
				recovery = await call.recover(declined ? 'declined' : 'lost');
			} catch {
				// Not even a look-up gets through: what happened to the write stays open.
				throw lastWord(endpoint, inDoubt, this.isStopped ? stopped(endpoint) : error, tries);
			}
			if ('response' in recovery) return recovery.response;
			sending = { ...sending, ...recovery.again };
			inDoubt = false;
		}
	}

	/** Whether something was changed, or may have been, by any call so far. */
	get hasWritten(): boolean {
		return this.written;
	}

	/** The time, in milliseconds. */
	now(): number {
		return this.clock.now();
	}

	/** For a long loop between two calls. */
	pauses(): Pauses {
		return new Pauses(async () => await this.clock.rest?.());
	}

	/**
	 * Waits, unless the user stops the execution first: all waits of a run go through here. @throws ApiError `cancelled`
	 */
	async wait(milliseconds: number): Promise<void> {
		await this.clock.sleep(milliseconds, this.options.signal);
		if (this.isStopped) throw stopped();
	}

	/** As `inTurns`, unless the user stops the execution while others have their turn. @throws ApiError `cancelled` */
	async inTurns<T>(keys: readonly string[], work: () => Promise<T>): Promise<T> {
		return await inTurns(keys, work, this.options.signal && { signal: this.options.signal, stopped });
	}

	private get isStopped(): boolean {
		return this.options.signal?.aborted ?? false;
	}

	private async attempt(
		endpoint: Endpoint,
		call: Call,
	): Promise<{ response: unknown } | { failure: Failure; error: ApiError }> {
		await this.rateLimit(endpoint);
		if (this.opening) await this.opening;
		if (this.isStopped) return { failure: { effect: 'notDone', passing: false }, error: stopped(endpoint) };
		const request: Omit<HttpRequest, 'signal'> = {
			method: endpoint.method,
			url: urlOf(this.connection.baseUrl, endpoint.path, call.path, call.query),
			body: call.body,
			timeoutMs: this.options.timeoutMs ?? endpoint.timeoutMs ?? DEFAULT_TIMEOUT_MS,
		};
		const sentAt = this.clock.now();
		let response: HttpResponse;
		try {
			response = await this.send(request);
			if (response.status < 300) this.serviceClock.note(response.headers, sentAt, this.clock.now());
		} catch (error) {
			if (error instanceof TransportError)
				return transportFailure(endpoint, error, new URL(this.connection.baseUrl).host);
			// Nobody knows how far it got.
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
		};
	}

	private async send(request: Omit<HttpRequest, 'signal'>): Promise<HttpResponse> {
		const response = sendInTime(this.transport, request, this.options.signal);
		this.opening ??= response.catch(() => undefined);
		return await response;
	}

	private bucket(endpoint: Endpoint) {
		const rateLimit = this.options.requestsPerSecond
			? { perSecond: this.options.requestsPerSecond, burst: Math.max(1, Math.floor(this.options.requestsPerSecond)) }
			: endpoint.rateLimit;
		if (!rateLimit) return undefined;
		return bucketFor(this.connection.key, endpoint.name, rateLimit);
	}

	private async rateLimit(endpoint: Endpoint): Promise<void> {
		const wait = this.bucket(endpoint)?.reserve(this.clock.now()) ?? 0;
		if (wait > 0) await this.clock.sleep(wait, this.options.signal);
	}
}
