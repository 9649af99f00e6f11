import type { INodeProperties } from 'n8n-workflow';
import type { WarehouseRecord } from '../../../shared/domain/account/warehouse';
import { onlyFor, optionsWith, warehouse } from '../../../shared/n8n/form/fields';
import { batchOperation } from '../../../shared/n8n/run/operation';
import { outputFields } from '../../../shared/n8n/output/outputFields';
import { warehouseShape } from '../warehouseShapes';

export const getFields: INodeProperties[] = onlyFor('warehouse', 'get', [
	{ ...warehouse, required: true, description: 'The warehouse to get' },
	...outputFields(warehouseShape),
	optionsWith(),
]);

export const get = batchOperation<string, WarehouseRecord>({
	shape: warehouseShape,
	reads: true,
	read: (fields) => fields.requiredLocator('warehouse', 'Warehouse'),
	nameOf: (warehouseId) => `Warehouse ${warehouseId}`,
	run: async (manager, ids) => await manager.warehouses.get(ids),
});
