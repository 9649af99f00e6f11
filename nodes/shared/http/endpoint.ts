/** How lists are split into pages. Both contracts count pages from 1. */
export interface Paging {
	/** The query parameter that sets the page size. */
	sizeParameter: 'limit' | 'pageSize';
	/** Page size when the parameter is omitted; a shorter page is certainly the last one. */
	defaultSize: number;
	/** The largest size that a source names or that a known client uses. */
	maxSize: number;
}

/**
 * What to do when the response to a call is lost and its effect is unknown. `retry`: send it again, because a repeat
 * changes nothing; `reconcile`: look up first whether it took effect; `fail`: report it and do not repeat it.
 */
export type OnLostResponse = 'retry' | 'reconcile' | 'fail';

/**
 * Which responses confirm a write. A 2xx alone proves nothing, and a response that says no or names an error never
 * confirms. Unconfirmed rows are looked up where possible, and otherwise reported as not confirmed.
 */
export interface Confirmation {
	/**
	 * `results`: a wrapper with one result per accepted row; `result`: the same wrapper with one result for all rows;
	 * `id`: an ID; `thing`: the record itself, under its own ID or key; `list`: one entry per record, with its ID or
	 * number; `values`: the values that were set; `lookUp`: no response confirms, only reading the record afterwards.
	 */
	by: 'results' | 'result' | 'id' | 'thing' | 'list' | 'values' | 'lookUp';
	/** Whether an empty 2xx confirms too. */
	empty: boolean;
	reason: string;
}

/** Requests per second on average, and the largest burst after a rest. */
export interface RateLimit {
	perSecond: number;
	burst: number;
}

/**
 * One row of a contract's catalogue: everything known about an endpoint, written once. Retries, rate limits, paging,
 * batches, the read-only switch, the docs and the contract tests follow from it.
 */
export interface Endpoint {
	name: string;
	method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	/** Path with `{placeholders}`, version included. */
	path: string;
	onLostResponse: OnLostResponse;
	/** Whether it changes anything; the Read Only switch refuses those that do. */
	writes: boolean;
	/**
	 * A read that changes what the next read returns: a feed that shows each change once. It counts as a write for *Read
	 * Only* and for repeats, and has nothing to confirm.
	 */
	consumes?: true;
	/** Every write has it; without it, no response confirms anything. */
	confirms?: Confirmation;
	rateLimit?: RateLimit;
	paging?: Paging;
	/** Maximum rows per call. */
	batch?: number;
	/** The permission it needs, where a source names one. */
	scope?: string;
	/** Response timeout in milliseconds; slow endpoints have a longer one. */
	timeoutMs?: number;
	/** The sources for this row, in the abbreviations of docs/api-sources.md. */
	evidence: string;
}

/** Writes one row of a catalogue: first the fields of every row, then the optional ones. */
export const row = (
	name: string,
	method: Endpoint['method'],
	path: string,
	onLostResponse: Endpoint['onLostResponse'],
	evidence: string,
	more: Partial<Endpoint> = {},
): Endpoint => ({ name, method, path, onLostResponse, evidence, writes: method !== 'GET', ...more });
