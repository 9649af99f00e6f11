/** One HTTP request, ready to send and independent of the service. */
export interface HttpRequest {
	method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	url: string;
	body?: unknown;
	/** Deadline for the whole exchange. */
	timeoutMs: number;
	/** Aborts the request at its deadline, or when the user stops the execution. */
	signal: AbortSignal;
}

/** The response, whatever its status. Header names are in lower case; a body that is not JSON is text. */
export interface HttpResponse {
	status: number;
	headers: Record<string, string>;
	body: unknown;
}

/**
 * Sends a request with the connection's authentication.
 * @throws TransportError when no response arrived, or when the authentication itself failed
 */
export type Transport = (request: HttpRequest) => Promise<HttpResponse>;

/** No usable response arrived. */
export class TransportError extends Error {
	/**
	 * @param reason `notSent`: the request did not reach the service, so nothing can have happened; `lost`: it was sent,
	 *   but no response arrived; `unauthorized`: the service or its token endpoint rejected the credential; `stopped`:
	 *   the user stopped the execution meanwhile
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

/** No complete response arrived in time. */
export class LateError extends TransportError {
	constructor(timeoutMs: number) {
		const seconds = timeoutMs / 1000;
		super('lost', `no complete response within ${seconds} second${seconds === 1 ? '' : 's'}`);
		this.name = 'LateError';
	}
}
