import type { INodeProperties } from 'n8n-workflow';
import { requireSupported } from '../../../shared/api/ports/requireSupported';
import type { StockChange, StockChangeFilter } from '../../../shared/domain/stock/stockChange';
import { filters, optionsWith, pageSize, salesChannel } from '../../../shared/n8n/form/fields';
import { dateFilter } from '../../../shared/n8n/form/filters';
import { listOperation } from '../../../shared/n8n/run/operation';
import { outputFields } from '../../../shared/n8n/output/outputFields';
import { changeShape } from '../stockShapes';

const DATES =
	'Changes outside of the dates may be taken all the same and not come again: what dates do to the memory of ' +
	'the feed is not documented';

export const getChangesFields: INodeProperties[] = [
	{
		displayName:
			'Reading takes: the service shows each change once, to whoever asks first. Use one node per channel, and ' +
			'Get Many to see the levels without taking anything.',
		name: 'takesNotice',
		type: 'notice',
		default: '',
	},
	{
		...salesChannel,
		required: true,
		description:
			'A channel of type Custom (or Manual): the service has this feed for no others. Only products that the ' +
			'channel lists come.',
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
	...outputFields(changeShape),
	filters([
		{ ...dateFilter('Changed After', 'changedFrom'), description: DATES },
		{ ...dateFilter('Changed Before', 'changedTo'), description: DATES },
	]),
	optionsWith([pageSize]),
];

export const getChanges = listOperation<StockChangeFilter, StockChange>({
	// What is taken and left out by a limit would be lost.
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
