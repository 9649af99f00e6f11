import type { INodeProperties } from 'n8n-workflow';
import type { WarehouseRecord } from '../shared/domain/warehouse';
import { limit, onlyFor, optionsWith, returnAll } from '../shared/n8n/fields';
import { listOperation } from '../shared/n8n/operation';
import { outputFields } from '../shared/n8n/outputFields';
import { warehouseShape } from './warehouseShapes';

export const getAllFields: INodeProperties[] = onlyFor('warehouse', 'getAll', [
	returnAll,
	limit,
	...outputFields(warehouseShape),
	optionsWith(),
]);

export const getAll = listOperation<object, WarehouseRecord>({
	shape: warehouseShape,
	read: () => ({}),
	list: async function* (manager, _filter, { unreadable }) {
		yield await manager.warehouses.list({ unreadable });
	},
});
