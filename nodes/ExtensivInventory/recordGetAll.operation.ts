import type { INodeProperties } from 'n8n-workflow';
import { offered } from '../shared/api/offered';
import type { StockRecord, StockRecordFilter } from '../shared/domain/stockRecord';
import { limit, onlyFor, optionsWith, pageSize, returnAll, simplify, warehouse } from '../shared/n8n/fields';
import { dateFilter, skusFilter } from '../shared/n8n/filters';
import { listOperation } from '../shared/n8n/operation';

export const recordGetAllFields: INodeProperties[] = onlyFor('stockRecord', 'getAll', [
	returnAll,
	limit,
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add filter',
		default: {},
		options: [
			dateFilter('Created After', 'createdFrom'),
			dateFilter('Created Before', 'createdTo'),
			{
				displayName: 'Include Bundled Items',
				name: 'includeBundledItems',
				type: 'boolean',
				default: true,
				description: 'Whether to include the products that a bundle consists of. The service includes them unless this is added and switched off.',
			},
			{ displayName: 'Location Name', name: 'location', type: 'string', default: '', placeholder: 'e.g. A-01-03', description: 'Only records of this location' },
			skusFilter,
			{ ...warehouse, description: 'Only records of this warehouse' },
		],
	},
	optionsWith([pageSize]),
	simplify,
]);

export const recordGetAll = listOperation<StockRecordFilter, StockRecord>({
	read: (fields) => {
		const filters = fields.inside('filters');
		return {
			skus: filters.list('skus'),
			warehouseId: filters.locator('warehouse'),
			location: filters.text('location'),
			createdFrom: filters.date('createdFrom', 'Created After'),
			createdTo: filters.date('createdTo', 'Created Before'),
			includeBundledItems: filters.optionalFlag('includeBundledItems'),
		};
	},
	list: (manager, filter, options) => offered(manager.stockRecords, 'Stock Record').list(filter, options),
});
