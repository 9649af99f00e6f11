import type { Query } from '../../domain/values/query';
import type { ListOptions } from './types';

/** A call without an operation of its own. */
export interface CustomCall {
	method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	/** Below the base URL of the credential, checked (domain/customPath). */
	path: string;
	query: Query;
	body?: unknown;
}

/**
 * Any call, with the account's authentication, rate limit and Read Only switch. Reads are retried; other calls are
 * never repeated after a lost response.
 */
export interface CustomPort {
	/** The body of the response. */
	call(call: CustomCall): Promise<unknown>;
	/** All rows of a list, page by page. */
	pages(call: CustomCall, options: ListOptions): AsyncIterable<unknown[]>;
}
