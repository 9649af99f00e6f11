import type { TaskCall } from './calls';

/** A response, as n8n gives it with its headers and status. */
export interface RestResponse {
	statusCode?: number;
	body?: unknown;
}

/** A call of an interface over HTTP that is one step of a task. */
export interface RestCall<Item> extends TaskCall<Item> {
	method?: string;
	/** Behind the address of the interface. */
	path?: string;
	body?: unknown;
}

export function objectionOf(
	response: RestResponse,
	wordsOf: (body: Record<string, unknown>) => string | undefined,
): string | undefined;
export function recordsOf<Of>(pages: readonly RestResponse[], field?: string): Of[];
