import type { ApiClient } from '../../http/client';
import { rowsOf } from '../answers';
import type { SalesChannelsPort, WarehousesPort } from '../ports/warehouses';
import { LIVE } from './catalogue';
import { getWarehouses, listWarehouses } from './warehouseFind';
import { readSalesChannel } from './warehouseRead';
import { createWarehouses, updateWarehouses } from './warehouseWrite';

/** Warehouses of the live API. */
export const liveWarehouses = (client: ApiClient): WarehousesPort => ({
	list: async () => await listWarehouses(client),
	get: async (ids) => await getWarehouses(client, ids),
	create: async (warehouses) => await createWarehouses(client, warehouses),
	update: async (changes) => await updateWarehouses(client, changes),
});

/** Sales channels of the live API; the list is not paged. */
export const liveSalesChannels = (client: ApiClient): SalesChannelsPort => ({
	list: async ({ includeInactive } = {}) =>
		rowsOf(await client.call(LIVE.salesChannels, { query: { includeInactive: includeInactive || undefined } }), LIVE.salesChannels.name).map((row) =>
			readSalesChannel(row, LIVE.salesChannels.name),
		),
});
