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
 * What may follow when the answer of a call is lost, so that nobody knows whether it took effect:
 * `safe`: send it again, a repeat changes nothing; `lookup`: first look whether it took effect; `never`: do not repeat, say so.
 */
export type Repeat = 'safe' | 'lookup' | 'never';

/** Requests per second on average, and how many may go at once after a rest. */
export interface Pace {
	perSecond: number;
	burst: number;
}

/**
 * One row of a contract's catalogue: all that is known about an endpoint, written once. Retry, pace, paging, batches, the read-only switch, the
 * docs and the contract tests follow from it.
 */
export interface Endpoint {
	name: string;
	method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	/** Path with `{placeholders}`, version included. */
	path: string;
	repeat: Repeat;
	/** Whether it changes anything; decides what the Read Only switch refuses. */
	writes: boolean;
	pace?: Pace;
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
