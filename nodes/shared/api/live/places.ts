import type { SalesChannel, Warehouse } from '../../domain/stock';
import type { ApiClient } from '../../http/client';
import * as z from '../../vendor/zod';
import { id, readAs, rowsOf } from '../answers';
import type { SalesChannelsPort, Sourced, WarehousesPort } from '../port';
import { LIVE } from './catalogue';

const wireWarehouse = z.looseObject({ warehouseId: id, name: z.string().nullish(), type: z.string().nullish(), active: z.boolean().nullish() });
const wireChannel = z.looseObject({ salesChannelId: id, name: z.string().nullish(), type: z.string().nullish(), active: z.boolean().nullish() });

/** Warehouses of the live API; the list is not paged. */
export const liveWarehouses = (client: ApiClient): WarehousesPort => ({
	list: async () =>
		rowsOf(await client.call(LIVE.warehouses), LIVE.warehouses.name).map((source): Sourced<Warehouse> => {
			const { warehouseId, name, type, active } = readAs(wireWarehouse, source, LIVE.warehouses.name);
			return { value: { warehouseId: String(warehouseId), name: name ?? '', type: type ?? null, active: active ?? null }, source };
		}),
});

/** Sales channels of the live API; the list is not paged. */
export const liveSalesChannels = (client: ApiClient): SalesChannelsPort => ({
	list: async () =>
		rowsOf(await client.call(LIVE.salesChannels), LIVE.salesChannels.name).map((source): Sourced<SalesChannel> => {
			const { salesChannelId, name, type, active } = readAs(wireChannel, source, LIVE.salesChannels.name);
			return { value: { salesChannelId: String(salesChannelId), name: name ?? '', type: type ?? null, active: active ?? null }, source };
		}),
});
