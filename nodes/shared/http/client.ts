import type { Endpoint } from '../api/endpoint';
import { ApiError } from './apiError';
import { answerError, readAnswer } from './answer';
import { type Clock, bucketFor } from './pace';
import { type Failure, type RetryPolicy, afterFailure, effectOf, isPassing } from './retry';
import { asIs } from './rethrow';
import { serviceWait } from './serviceWait';
import { type HttpAnswer, type HttpRequest, type Transport, TransportError } from './transport';
import { type Query, urlOf } from './url';

/** Which account is spoken to, and what is allowed there. */
export interface Connection {
	/** Tells accounts apart; all requests with the same key share their pace. */
	key: string;
	/** Host with scheme, without a slash at the end. */
	baseUrl: string;
	/** Every write is refused before anything is sent. */
	readOnly: boolean;
	/** The number that the contract gives the first row of a batch in its errors. */
	firstIndex: 0 | 1;
}

/** What the user may change about a run. */
export interface ClientOptions {
	retry: RetryPolicy;
	/** Replaces the pace of every endpoint. */
	requestsPerSecond?: number;
	/** Replaces how long to wait for each answer, in milliseconds. */
	timeoutMs?: number;
	/** Stops between two requests when the user stops the execution. */
	signal?: AbortSignal;
}

/** What a look-up found after the answer to a write was lost: the answer after all, or what is still to be sent. */
export type Recovery = { answer: unknown } | { again: Pick<Call, 'query' | 'body'> };

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

const DEFAULT_TIMEOUT_MS = 60_000;
/** A long wait is cut into pieces of this length, to notice that the user stops the execution. */
const SLICE_MS = 500;

/** Sends calls of the catalogue: paced, repeated where that is harmless, with one error type. Knows no order and no node. */
export class ApiClient {
	/** The first request of a run; the others wait for it, so that a fresh credential fetches one token and not several. */
	private opening?: Promise<unknown>;

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
			throw new ApiError({ kind: 'readOnly', message: 'The credential is read only: nothing was sent.', endpoint: endpoint.name });
		}
		let sending = call;
		let waited = 0;
		for (let tries = 1; ; tries++) {
			const outcome = await this.attempt(endpoint, sending);
			if ('answer' in outcome) return outcome.answer;
			const { failure, error } = outcome;
			const decision = afterFailure(failure, endpoint.repeat, this.options.retry, tries, waited, this.random());
			if (decision.then === 'giveUp') throw lastWord(endpoint, failure, error, tries);
			waited += decision.waitMs;
			if (failure.serviceWaitMs !== undefined) this.bucket(endpoint)?.pauseUntil(this.clock.now() + decision.waitMs);
			await this.clock.sleep(decision.waitMs);
			const declined = failure.effect === 'declined';
			if (decision.then === 'repeat' || (declined && !call.recover)) continue;
			if (!call.recover) throw lastWord(endpoint, failure, error, tries);
			let recovery: Recovery;
			try {
				recovery = await call.recover(declined ? 'declined' : 'lost');
			} catch {
				// Not even a look-up gets through: what happened to the write stays open.
				throw lastWord(endpoint, failure, error, tries);
			}
			if ('answer' in recovery) return recovery.answer;
			sending = { ...sending, ...recovery.again };
		}
	}

	/** Tells when the user stops the execution. */
	get signal(): AbortSignal | undefined {
		return this.options.signal;
	}

	/** The time, in milliseconds. */
	now(): number {
		return this.clock.now();
	}

	/** Waits. @throws ApiError `cancelled` soon after the user has stopped the execution */
	async pause(milliseconds: number): Promise<void> {
		for (let left = milliseconds; left > 0; left -= SLICE_MS) {
			await this.clock.sleep(this.signal ? Math.min(left, SLICE_MS) : left);
			if (this.signal?.aborted) throw new ApiError({ kind: 'cancelled', message: 'The execution was stopped.' });
			if (!this.signal) return;
		}
	}

	private async attempt(endpoint: Endpoint, call: Call): Promise<{ answer: unknown } | { failure: Failure; error: ApiError }> {
		await this.pace(endpoint);
		if (this.options.signal?.aborted) {
			throw new ApiError({ kind: 'cancelled', message: 'The execution was stopped.', endpoint: endpoint.name });
		}
		const request: HttpRequest = {
			method: endpoint.method,
			url: urlOf(this.connection.baseUrl, endpoint.path, call.path, call.query),
			body: call.body,
			timeoutMs: this.options.timeoutMs ?? endpoint.timeoutMs ?? DEFAULT_TIMEOUT_MS,
		};
		let answer: HttpAnswer;
		try {
			answer = await this.send(request);
		} catch (error) {
			if (error instanceof TransportError) return transportFailure(endpoint, error, new URL(this.connection.baseUrl).host);
			throw asIs(error);
		}
		const read = readAnswer(endpoint, answer);
		if (read.ok) return { answer: read.body };
		if (read.lost) return { failure: { effect: 'unknown', passing: true }, error: read.error };
		return {
			failure: {
				effect: effectOf(answer.status),
				passing: isPassing(answer.status),
				serviceWaitMs: serviceWait(answer.headers, this.clock.now()),
			},
			error: answerError(endpoint, answer, this.connection.firstIndex, this.clock.now()),
		};
	}

	private async send(request: HttpRequest): Promise<HttpAnswer> {
		if (!this.opening) {
			const first = this.transport(request);
			this.opening = first.catch(() => undefined);
			return await first;
		}
		await this.opening;
		return await this.transport(request);
	}

	private bucket(endpoint: Endpoint) {
		const pace = this.options.requestsPerSecond
			? { perSecond: this.options.requestsPerSecond, burst: Math.max(1, Math.floor(this.options.requestsPerSecond)) }
			: endpoint.pace;
		if (!pace) return undefined;
		return bucketFor(this.connection.key, endpoint.name, pace);
	}

	private async pace(endpoint: Endpoint): Promise<void> {
		const wait = this.bucket(endpoint)?.reserve(this.clock.now()) ?? 0;
		if (wait > 0) await this.clock.sleep(wait);
	}
}


function transportFailure(endpoint: Endpoint, error: TransportError, host: string): { failure: Failure; error: ApiError } {
	const facts = { endpoint: endpoint.name, status: error.status, serviceMessage: error.detail };
	if (error.reason === 'unauthorized') {
		return {
			failure: { effect: 'notDone', passing: false },
			error: new ApiError({ ...facts, kind: 'unauthorized', message: 'The service does not accept the credential.' }),
		};
	}
	return {
		failure: { effect: error.reason === 'lost' ? 'unknown' : 'notDone', passing: true },
		error: new ApiError({
			...facts,
			kind: 'unreachable',
			message:
				error.reason === 'lost'
					? `The connection to ${host} broke before the service answered (${error.detail}).`
					: `The service at ${host} cannot be reached (${error.detail}).`,
		}),
	};
}

/** The error to end with: says how often it was tried, and that a write may have taken effect where that is so. */
function lastWord(endpoint: Endpoint, failure: Failure, error: ApiError, tries: number): ApiError {
	const doubtful = endpoint.writes && failure.effect === 'unknown' && endpoint.repeat !== 'safe';
	const tried = tries > 1 ? ` It was tried ${tries} times.` : '';
	return new ApiError({
		...error.facts,
		kind: doubtful ? 'effectUnknown' : error.facts.kind,
		message: doubtful ? `${error.message}${tried} Whether the change took effect is not known.` : `${error.message}${tried}`,
	});
}
