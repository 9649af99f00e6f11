/** The ways in which lists are cut into pages. Both contracts count pages from 1. */
export interface Paging {
	/** Name of the query parameter that says how many rows a page has. */
	sizeParameter: 'limit' | 'pageSize';
	/** Rows of a page when the parameter is left out; a shorter page is certainly the last one. */
	defaultSize: number;
	/** The largest size that a source names, or that a client is known to use. */
	maxSize: number;
}

/**
 * What may follow when the answer of a call is lost, so that nobody knows whether it took effect: `safe`: send it
 * again, a repeat changes nothing; `lookup`: first look whether it took effect; `never`: do not repeat, say so.
 */
export type OnLostResponse = 'retry' | 'reconcile' | 'fail';

/**
 * Which answers to a write confirm that it was done. A 2xx by itself proves nothing, and an answer that says no or
 * names an error never confirms. What the answer does not confirm is looked up where that is possible; what neither
 * confirms is reported as not confirmed.
 */
export interface Confirmation {
	/**
	 * `results`: a wrapper with a result for each row that was not refused; `result`: the same wrapper with one result
	 * for all rows; `id`: an ID; `thing`: the thing itself, under its own ID or key; `list`: an entry for each thing,
	 * with its own ID or number; `values`: the values that were set; `lookUp`: no answer does, only reading the thing
	 * afterwards.
	 */
	by: 'results' | 'result' | 'id' | 'thing' | 'list' | 'values' | 'lookUp';
	/** Whether a 2xx without a body confirms too. */
	empty: boolean;
	/** Why. */
	reason: string;
}

/** Requests per second on average, and how many may go at once after a rest. */
export interface RateLimit {
	perSecond: number;
	burst: number;
}

/**
 * One row of a contract's catalogue: all that is known about an endpoint, written once. Retry, pace, paging, batches,
 * the read-only switch, the docs and the contract tests follow from it.
 */
export interface Endpoint {
	name: string;
	method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	/** Path with `{placeholders}`, version included. */
	path: string;
	onLostResponse: OnLostResponse;
	/** Whether it changes anything; decides what the Read Only switch refuses. */
	writes: boolean;
	/**
	 * It is a read and changes what the next one gives: a feed that shows each change once. Counts as a write for *Read
	 * Only* and for repeats, and has nothing to confirm.
	 */
	consumes?: true;
	/** Every write has it; without it no answer confirms anything. */
	confirms?: Confirmation;
	rateLimit?: RateLimit;
	paging?: Paging;
	/** Rows that one call takes. */
	batch?: number;
	/** The permission it needs, where a source tells. */
	scope?: string;
	/** How long to wait for an answer, in milliseconds; endpoints known to be slow have more. */
	timeoutMs?: number;
	/** The sources that establish it, in the abbreviations of docs/api-sources.md. */
	evidence: string;
}
