import type { INodeProperties } from 'n8n-workflow';
import type { WarehouseRecord } from '../shared/domain/warehouse';
import { onlyFor, optionsWith, simplify, warehouse } from '../shared/n8n/fields';
import { batchOperation } from '../shared/n8n/operation';

export const getFields: INodeProperties[] = onlyFor('warehouse', 'get', [
	{ ...warehouse, required: true, description: 'The warehouse to get' },
	optionsWith(),
	simplify,
]);

export const get = batchOperation<string, WarehouseRecord>({
	reads: true,
	read: (fields) => fields.requiredLocator('warehouse', 'Warehouse'),
	nameOf: (warehouseId) => `Warehouse ${warehouseId}`,
	run: async (manager, ids) => await manager.warehouses.get(ids),
});
