import type { SalesChannelRecord, WarehouseRecord } from '../account/warehouse';
import type { Target } from './target';

/** Warehouses are named by their ID or name: the account keeps no codes for them. */
export const warehouseTarget = ({ warehouseId, name, type, active }: WarehouseRecord): Target => ({
	id: warehouseId,
	value: warehouseId,
	keys: { id: [warehouseId], name: [name] },
	active,
	details: { warehouseId, name, type },
});

/** The same for sales channels. */
export const salesChannelTarget = ({ salesChannelId, name, type, active }: SalesChannelRecord): Target => ({
	id: salesChannelId,
	value: salesChannelId,
	keys: { id: [salesChannelId], name: [name] },
	active,
	details: { salesChannelId, name, type },
});
