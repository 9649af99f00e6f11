import type { Query } from '../../../domain/values/query';
import type { ApiClient } from '../../../http/client';
import type { Endpoint } from '../../../http/endpoint';
import type { Area, Probe } from '../../ports/account/health';

/** One row is enough to see whether a list may be read. */
const ONE = 1;

/** A probe that makes one call: of a list, the first page with one row. */
export const probeOf = (client: ApiClient, area: Area, endpoint: Endpoint, query: () => Query = () => ({})): Probe => ({
	area,
	read: async () => {
		const { paging } = endpoint;
		const page = paging ? { page: 1, [paging.sizeParameter]: ONE } : {};
		await client.wait(client.waitFor(endpoint));
		const begun = client.now();
		await client.call(endpoint, { query: { ...query(), ...page } });
		return client.now() - begun;
	},
});
