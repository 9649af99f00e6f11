import type { ApiClient } from '../../http/client';
import { paginate } from '../../http/paginate';
import { rowsOf } from './parse';
import type { Endpoint, RateLimit, Paging } from '../../http/endpoint';
import type { ListOptions } from '../ports/types';
import type { CustomCall, CustomPort } from '../ports/custom';
import { UnknownList } from './unknownList';

/** Names under which a response may hold a list. */
const NAMES = ['results', 'data', 'items', 'orders', 'products', 'inventory', 'warehouses', 'shipments'];
/** Page size for endpoints outside the catalogue. */
const PAGE = 100;

type Catalogue = Readonly<Record<string, Endpoint>>;

/** Assumptions about endpoints outside the catalogue. */
export interface Usual {
	paging: Paging;
	rateLimit?: RateLimit;
}

/** A contract's custom calls. An endpoint of its catalogue keeps its rate limit, timeout and paging here too. */
export const customCalls = (client: ApiClient, catalogue: Catalogue, usual: Usual): CustomPort => ({
	call: async (call) => await client.call(endpointOf(call, catalogue, usual), { query: call.query, body: call.body }),
	pages: (call, options) => pages(client, endpointOf(call, catalogue, usual), call, options),
});

async function* pages(
	client: ApiClient,
	endpoint: Endpoint,
	{ query }: CustomCall,
	{ pageSize }: ListOptions,
): AsyncGenerator<unknown[]> {
	const list = new UnknownList(endpoint.path);
	const read = paginate(client, endpoint, {
		query,
		pageSize: pageSize ?? Math.min(PAGE, endpoint.paging?.maxSize ?? PAGE),
		rows: (body) => list.keyed(rowsOf(body, endpoint.name, NAMES)),
		key: ({ key }) => key,
		identity: ({ identity }) => identity,
	});
	for await (const page of read) yield page.map(({ row }) => row);
}

function endpointOf({ method, path }: CustomCall, catalogue: Catalogue, usual: Usual): Endpoint {
	const known = Object.values(catalogue).find((row) => row.method === method && matches(row.path, path));
	const reads = method === 'GET';
	// Whether a change may be repeated depends on its content and on a look-up, both unknown here.
	return {
		...(known ?? { name: `${method} ${template(path)}`, ...usual, evidence: 'custom' }),
		method,
		path,
		writes: !reads,
		onLostResponse: reads ? 'retry' : 'fail',
	};
}

function matches(rowPath: string, path: string): boolean {
	const [row, given] = [rowPath.split('/'), path.split('/')];
	return row.length === given.length && row.every((segment, at) => segment.startsWith('{') || segment === given[at]);
}

/** The path without its IDs, so that calls for a thousand orders share one rate limit. */
const template = (path: string): string =>
	path
		.split('/')
		.map((segment, at) => (at > 1 && /\d/.test(segment) && !/^v\d/.test(segment) ? '{id}' : segment))
		.join('/');
