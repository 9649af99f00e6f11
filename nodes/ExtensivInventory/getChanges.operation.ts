import type { INodeProperties } from 'n8n-workflow';
import { offered } from '../shared/api/offered';
import type { StockChange, StockChangeFilter } from '../shared/domain/stockChange';
import { filters, limit, onlyFor, optionsWith, pageSize, returnAll, salesChannel } from '../shared/n8n/fields';
import { dateFilter } from '../shared/n8n/filters';
import { listOperation } from '../shared/n8n/operation';
import { outputFields } from '../shared/n8n/outputFields';
import { changeShape } from './stockShapes';

export const getChangesFields: INodeProperties[] = onlyFor('stockLevel', 'getChanges', [
	{
		...salesChannel,
		required: true,
		description: 'A channel of type Custom (or Manual): the service has this feed for no others. Only products that the channel lists come.',
	},
	{
		displayName: 'One Row For',
		name: 'detail',
		type: 'options',
		options: [
			{ name: 'Each Product', value: 'product', description: 'With the share of each warehouse in a list' },
			{ name: 'Each Product and Warehouse', value: 'warehouse' },
		],
		default: 'product',
	},
	returnAll,
	limit,
	...outputFields(changeShape),
	filters([
		dateFilter('Changed After', 'changedFrom'),
		dateFilter('Changed Before', 'changedTo'),
	]),
	optionsWith([pageSize]),
]);

export const getChanges = listOperation<StockChangeFilter, StockChange>({
	shape: changeShape,
	read: (fields) => {
		const given = fields.inside('filters');
		return {
			salesChannelId: fields.requiredLocator('salesChannel', 'Sales Channel'),
			changedFrom: given.date('changedFrom', 'Changed After'),
			changedTo: given.date('changedTo', 'Changed Before'),
			perWarehouse: fields.raw('detail') === 'warehouse',
		};
	},
	list: (manager, filter, options) => offered(manager.stock.changes, 'Get Changes')(filter, options),
});
