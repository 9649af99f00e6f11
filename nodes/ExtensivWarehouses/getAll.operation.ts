import type { INodeProperties } from 'n8n-workflow';
import type { WarehouseRecord } from '../shared/domain/warehouse';
import { limit, onlyFor, optionsWith, returnAll, simplify } from '../shared/n8n/fields';
import { listOperation } from '../shared/n8n/operation';

export const getAllFields: INodeProperties[] = onlyFor('warehouse', 'getAll', [returnAll, limit, optionsWith(), simplify]);

export const getAll = listOperation<object, WarehouseRecord>({
	read: () => ({}),
	list: async function* (manager, _filter, { unreadable }) {
		yield await manager.warehouses.list({ unreadable });
	},
});
