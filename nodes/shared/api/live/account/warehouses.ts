import type { ApiClient } from '../../../http/client';
import type { WarehousesPort } from '../../ports/warehouses';
import { getWarehouses, listWarehouses } from './warehouseFind';
import { createWarehouses, updateWarehouses } from './warehouseWrite';

/** Warehouses of the live API. */
export const liveWarehouses = (client: ApiClient): WarehousesPort => ({
	list: async (options) => await listWarehouses(client, options?.unreadable),
	get: async (ids) => await getWarehouses(client, ids),
	create: async (warehouses) => await createWarehouses(client, warehouses),
	update: async (changes) => await updateWarehouses(client, changes),
});
