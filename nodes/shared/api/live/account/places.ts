import type { ApiClient } from '../../../http/client';
import { rowsOf } from '../../common/parse';
import type { SalesChannelsPort, WarehousesPort } from '../../ports/warehouses';
import { recordsOf } from '../../common/records';
import { LIVE } from '../catalogue';
import { getWarehouses, listWarehouses } from './warehouseFind';
import { readSalesChannel } from './warehouseRead';
import { createWarehouses, updateWarehouses } from './warehouseWrite';

/** Warehouses of the live API. */
export const liveWarehouses = (client: ApiClient): WarehousesPort => ({
	list: async (options) => await listWarehouses(client, options?.unreadable),
	get: async (ids) => await getWarehouses(client, ids),
	create: async (warehouses) => await createWarehouses(client, warehouses),
	update: async (changes) => await updateWarehouses(client, changes),
});

/** Sales channels of the live API; the list is not paged. */
export const liveSalesChannels = (client: ApiClient): SalesChannelsPort => ({
	list: async ({ includeInactive, unreadable } = {}) => {
		const body = await client.call(LIVE.salesChannels, { query: { includeInactive: includeInactive || undefined } });
		return recordsOf(rowsOf(body, LIVE.salesChannels.name), LIVE.salesChannels.name, readSalesChannel, unreadable);
	},
});
