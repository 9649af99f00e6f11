import type { WarehouseRecord } from '../../../shared/domain/account/warehouse';
import { limit, optionsWith, returnAll, warehouse as warehouseField } from '../../../shared/n8n/form/fields';
import { outputFields } from '../../../shared/n8n/output/outputFields';
import type { Resource } from '../../../shared/n8n/resources/resource';
import { batchOperation, listOperation } from '../../../shared/n8n/run/operation';
import { warehouseShape } from '../warehouseShapes';
import { create, createFields } from './create';
import { update, updateFields } from './update';

export const warehouse: Resource = {
	name: 'Warehouse',
	value: 'warehouse',
	description: 'A place that holds stock',
	operations: [
		{
			name: 'Create',
			value: 'create',
			action: 'Create warehouse',
			description: 'Create warehouses. Existing warehouses are returned, not duplicated.',
			fields: createFields,
			run: create,
		},
		{
			name: 'Get',
			value: 'get',
			action: 'Get warehouse',
			description: 'Get a warehouse with its address and contact',
			fields: [
				{ ...warehouseField, required: true, description: 'The warehouse to get' },
				...outputFields(warehouseShape),
				optionsWith(),
			],
			run: batchOperation<string, WarehouseRecord>({
				shape: warehouseShape,
				reads: true,
				read: (fields) => fields.requiredLocator('warehouse', 'Warehouse'),
				nameOf: (warehouseId) => `Warehouse ${warehouseId}`,
				run: async (manager, ids) => await manager.warehouses.get(ids),
			}),
		},
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'Get many warehouses',
			description: 'Get many warehouses',
			initial: true,
			fields: [returnAll, limit, ...outputFields(warehouseShape), optionsWith()],
			run: listOperation<object, WarehouseRecord>({
				shape: warehouseShape,
				read: () => ({}),
				list: async function* (manager, _filter, { unreadable }) {
					yield await manager.warehouses.list({ unreadable });
				},
			}),
		},
		{
			name: 'Update',
			value: 'update',
			action: 'Update warehouse',
			description: 'Change the address, contact and role of warehouses',
			fields: updateFields,
			run: update,
		},
	],
};
