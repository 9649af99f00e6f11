/** One HTTP request, ready to be sent: nothing in it needs to be known about the service. */
export interface HttpRequest {
	method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	url: string;
	body?: unknown;
	/** How long the whole exchange may take. */
	timeoutMs: number;
	/** Breaks the request off: its time is over, or the user has stopped the execution. */
	signal: AbortSignal;
}

/** The answer, whatever its status. Header names are in lower case; a body that is no JSON is text. */
export interface HttpResponse {
	status: number;
	headers: Record<string, string>;
	body: unknown;
}

/**
 * Sends a request with the connection's authentication.
 * @throws TransportError when there was no answer, or when the authentication itself was refused
 */
export type Transport = (request: HttpRequest) => Promise<HttpResponse>;

/** There was no answer to work with. */
export class TransportError extends Error {
	/**
	 * @param reason `notSent`: the service was not reached, nothing can have happened; `lost`: it was sent and the answer
	 *   did not come; `unauthorized`: the credential was refused, by the service or by its token endpoint; `stopped`: the
	 *   user stopped the execution meanwhile
	 */
	constructor(
		readonly reason: 'notSent' | 'lost' | 'unauthorized' | 'stopped',
		readonly detail: string,
		readonly status?: number,
	) {
		super(detail);
		this.name = 'TransportError';
	}
}

/** There was no answer, or no whole one, in the time that it may take. */
export class LateError extends TransportError {
	constructor(timeoutMs: number) {
		const seconds = timeoutMs / 1000;
		super('lost', `no complete answer within ${seconds} second${seconds === 1 ? '' : 's'}`);
		this.name = 'LateError';
	}
}
