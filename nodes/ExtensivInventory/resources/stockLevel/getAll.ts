import type { INodeProperties } from 'n8n-workflow';
import type { StockFilter, StockLevel } from '../../../shared/domain/stock/stock';
import { filters, limit, listOptions, optionsWith, returnAll, warehouse } from '../../../shared/n8n/form/fields';
import { skusFilter } from '../../../shared/n8n/form/filters';
import { listOperation } from '../../../shared/n8n/run/operation';
import { outputFields } from '../../../shared/n8n/output/outputFields';
import { levelShape } from '../stockShapes';

export const getAllFields: INodeProperties[] = [
	{
		displayName: 'One Row For',
		name: 'detail',
		type: 'options',
		options: [
			{ name: 'Each SKU', value: 'sku', description: 'Total stock of all warehouses' },
			{ name: 'Each SKU and Warehouse', value: 'warehouse', description: 'Reads the warehouses one after the other' },
		],
		default: 'sku',
	},
	returnAll,
	limit,
	...outputFields(levelShape),
	filters([skusFilter, { ...warehouse, description: 'Only the stock in this warehouse' }]),
	optionsWith(listOptions),
];

export const getAll = listOperation<StockFilter, StockLevel>({
	shape: levelShape,
	read: (fields) => {
		const given = fields.inside('filters');
		return {
			skus: given.list('skus'),
			warehouseId: given.locator('warehouse'),
			perWarehouse: fields.raw('detail') === 'warehouse',
		};
	},
	fixedBy: (filter) => filter,
	list: (manager, filter, options) => manager.stock.list(filter, options),
});
