import type { Query } from '../../domain/values/query';
import type { Endpoint } from '../endpoint';
import { urlOf } from '../url';

/** A request that was not sent. */
export interface PreviewedRequest {
	method: Endpoint['method'];
	/** Without the host and the query. */
	path: string;
	query: Query;
	/** The row of one input where a call takes a list of rows. */
	body: unknown;
}

/** Takes the place of a write that is only previewed: an outcome, not a failure. */
export class Preview extends Error {
	constructor(readonly request: PreviewedRequest) {
		super('This request was not sent, because it was only previewed.');
		this.name = 'Preview';
	}
}

/** What a call would send. */
export function previewOf(
	endpoint: Endpoint,
	{ path, query = {}, body }: { path?: Record<string, string>; query?: Query; body?: unknown },
): Preview {
	const given = Object.entries(query).filter(([, value]) => value !== undefined);
	const isRow = endpoint.batch !== undefined && Array.isArray(body) && body.length === 1;
	return new Preview({
		method: endpoint.method,
		path: urlOf('', endpoint.path, path),
		query: Object.fromEntries(given),
		body: isRow ? (body as unknown[])[0] : (body ?? null),
	});
}
