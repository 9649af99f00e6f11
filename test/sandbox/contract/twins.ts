import type { ContractSpec, EndpointSpec } from './spec';

/** Older paths of operations, no longer described and still called by production clients (live-api section 6). They answer in the shape of their successors. */
const TWINS: ReadonlyArray<[method: EndpointSpec['method'], path: string, successor: string]> = [
	['GET', '/v1/orders', '/v1.1/orders'],
	['POST', '/v1/orders', '/v1.1/orders'],
	['GET', '/v1/products', '/v1.1/products'],
	['GET', '/v1/purchaseorders', '/v1.1/purchaseorders'],
];

/** The operations behind the older paths. */
export const twinsOf = ({ endpoints }: ContractSpec): EndpointSpec[] =>
	TWINS.flatMap(([method, path, successor]) =>
		endpoints.filter((one) => one.method === method && one.path === successor).map((one) => ({ ...one, path })),
	);
