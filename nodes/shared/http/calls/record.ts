import type { Endpoint } from '../endpoint';
import { ApiError } from '../errors/apiError';
import { serviceName } from '../errors/serviceWords';
import type { HttpResponse } from '../transport';

/** What became of a call, for a log. It has no values: neither bodies nor the query, which may name people. */
export interface CallReport {
	/** When its first try began, in milliseconds. */
	startedAt: number;
	method: Endpoint['method'];
	/** The path of the catalogue, with its placeholders; the path of a custom call. */
	path: string;
	/** Status of the last response; absent if there was none. */
	status?: number;
	/** How often it was sent. */
	tries: number;
	/** From the beginning of the first try to the end, with the waits between tries. */
	milliseconds: number;
	/** The service's own number for the last response. */
	requestId?: string;
	rowsSent: number;
	rowsReceived: number;
	/** Why it failed. */
	error?: unknown;
}

/** Follows the tries of one call. */
export class CallRecord {
	private startedAt?: number;
	private tries = 0;
	private last?: Pick<HttpResponse, 'status' | 'headers' | 'body'>;

	constructor(private readonly endpoint: Endpoint) {}

	sending(now: number): void {
		this.startedAt ??= now;
		this.tries += 1;
		this.last = undefined;
	}

	received(response: HttpResponse): void {
		this.last = response;
	}

	/** @returns undefined if nothing was sent */
	report(now: number, body: unknown, error?: unknown): CallReport | undefined {
		const { startedAt, tries, last } = this;
		if (startedAt === undefined) return undefined;
		const { method, path } = this.endpoint;
		return {
			startedAt,
			method,
			path,
			status: last?.status ?? (error instanceof ApiError ? error.facts.status : undefined),
			tries,
			milliseconds: now - startedAt,
			requestId: requestIdOf(last?.headers ?? {}),
			rowsSent: rowsIn(body),
			rowsReceived: error === undefined ? rowsIn(last?.body) : 0,
			...(error === undefined ? {} : { error }),
		};
	}
}

/** The service's own number for a response. */
export const requestIdOf = (headers: Record<string, string>): string | undefined =>
	serviceName(headers['x-request-id'], headers['x-correlation-id']);

/** How many records a body holds: those of its list, or of the first list in it; one for another object. */
export function rowsIn(body: unknown): number {
	if (Array.isArray(body)) return body.length;
	if (typeof body !== 'object' || body === null) return 0;
	const list = Object.values(body).find(Array.isArray) as unknown[] | undefined;
	return list ? list.length : 1;
}
