import type { INodeProperties } from 'n8n-workflow';
import { requireSupported } from '../../../shared/api/ports/requireSupported';
import type { StockRecord, StockRecordFilter } from '../../../shared/domain/stock/stockRecord';
import { filters, limit, listOptions, optionsWith, returnAll, warehouse } from '../../../shared/n8n/form/fields';
import { dateFilter, skusFilter } from '../../../shared/n8n/form/filters';
import { listOperation } from '../../../shared/n8n/run/operation';
import { outputFields } from '../../../shared/n8n/output/outputFields';
import { recordShape } from '../stockShapes';

export const getAllFields: INodeProperties[] = [
	returnAll,
	limit,
	...outputFields(recordShape),
	filters([
		dateFilter('Created After', 'createdFrom'),
		dateFilter('Created Before', 'createdTo'),
		{
			displayName: 'Include Bundled Items',
			name: 'includeBundledItems',
			type: 'boolean',
			default: true,
			description:
				'Whether to include the components of bundles. The service includes them unless you add this filter ' +
				'and turn it off.',
		},
		{
			displayName: 'Location Name',
			name: 'location',
			type: 'string',
			default: '',
			placeholder: 'e.g. A-01-03',
			description: 'Only records of this location',
		},
		skusFilter,
		{ ...warehouse, description: 'Only records of this warehouse' },
	]),
	optionsWith(listOptions),
];

export const getAll = listOperation<StockRecordFilter, StockRecord>({
	shape: recordShape,
	read: (fields) => {
		const given = fields.inside('filters');
		return {
			skus: given.list('skus'),
			warehouseId: given.locator('warehouse'),
			location: given.code('location'),
			createdFrom: given.date('createdFrom', 'Created After'),
			createdTo: given.date('createdTo', 'Created Before'),
			includeBundledItems: given.optionalFlag('includeBundledItems'),
		};
	},
	fixedBy: (filter) => filter,
	list: (manager, filter, options) => requireSupported(manager.stockRecords, 'Stock Record').list(filter, options),
});
