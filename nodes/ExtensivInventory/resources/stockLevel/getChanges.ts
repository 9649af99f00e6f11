import type { INodeProperties } from 'n8n-workflow';
import { requireSupported } from '../../../shared/api/ports/requireSupported';
import type { StockChange, StockChangeFilter } from '../../../shared/domain/stock/stockChange';
import { filters, optionsWith, pageSize, salesChannel } from '../../../shared/n8n/form/fields';
import { dateFilter } from '../../../shared/n8n/form/filters';
import { listOperation } from '../../../shared/n8n/run/operation';
import { outputFields } from '../../../shared/n8n/output/outputFields';
import { changeShape } from '../stockShapes';

const DATES =
	'The service may count changes outside these dates as read, so that they never come again. How dates ' +
	'affect the feed is not documented.';

export const getChangesFields: INodeProperties[] = [
	{
		displayName:
			'The service returns each change only once, to the first reader. Use one node per channel. To see ' +
			'stock levels without using up changes, use Get Many.',
		name: 'takesNotice',
		type: 'notice',
		default: '',
	},
	{
		...salesChannel,
		required: true,
		description:
			'A channel of type Custom (or Manual). The service has this feed for no other type, and it covers ' +
			'only products that the channel lists.',
	},
	{
		displayName: 'One Row For',
		name: 'detail',
		type: 'options',
		options: [
			{ name: 'Each Product', value: 'product', description: 'With a list of the pieces in each warehouse' },
			{ name: 'Each Product and Warehouse', value: 'warehouse' },
		],
		default: 'product',
	},
	...outputFields(changeShape),
	filters([
		{ ...dateFilter('Changed After', 'changedFrom'), description: DATES },
		{ ...dateFilter('Changed Before', 'changedTo'), description: DATES },
	]),
	optionsWith([pageSize]),
];

export const getChanges = listOperation<StockChangeFilter, StockChange>({
	// A limit would lose the changes that were read beyond it.
	whole: true,
	takesFrom: ({ salesChannelId }) => salesChannelId,
	atMostOnce: true,
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
	list: (manager, filter, options) => requireSupported(manager.stock.changes, 'Get Changes')(filter, options),
});
