import type { INodeProperties } from 'n8n-workflow';
import type { WarehouseRecord } from '../../../shared/domain/account/warehouse';
import { limit, onlyFor, optionsWith, returnAll } from '../../../shared/n8n/form/fields';
import { listOperation } from '../../../shared/n8n/run/operation';
import { outputFields } from '../../../shared/n8n/output/outputFields';
import { warehouseShape } from '../warehouseShapes';

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
