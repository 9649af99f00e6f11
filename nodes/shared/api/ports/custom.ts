import type { Query } from '../../domain/values/query';
import type { ListOptions } from './types';

/** A call that the pack has no operation for. */
export interface CustomCall {
	method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	/** Below the base address of the credential, checked (domain/customPath). */
	path: string;
	query: Query;
	body?: unknown;
}

/**
 * Any call at all, with the account's authentication, pace and Read Only switch. Reads are repeated after trouble,
 * anything else never once its answer is lost.
 */
export interface CustomPort {
	/** The body of the answer. */
	call(call: CustomCall): Promise<unknown>;
	/** The rows of a list, page by page to its end. */
	pages(call: CustomCall, options: ListOptions): AsyncIterable<unknown[]>;
}
