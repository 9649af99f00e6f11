import type { INodeProperties } from 'n8n-workflow';
import { requireSupported } from '../../../shared/api/ports/requireSupported';
import type { StockEdit, StockHistoryKey } from '../../../shared/domain/stock/stockRecord';
import { limit, optionsWith, pageSize, returnAll, simplify } from '../../../shared/n8n/form/fields';
import { listOperation } from '../../../shared/n8n/run/operation';
import { readPlace, requiredWarehouse, sku } from '../place';
import { stockRecord } from './stockRecordLocator';

const showFor = (historyOf: string) => ({ displayOptions: { show: { historyOf: [historyOf] } } });

export const getHistoryFields: INodeProperties[] = [
	{
		displayName: 'History Of',
		name: 'historyOf',
		type: 'options',
		options: [
			{
				name: 'A Product in a Warehouse',
				value: 'product',
				description: 'All locations of the product in the warehouse',
			},
			{ name: 'A Stock Record', value: 'record' },
		],
		default: 'product',
		description: 'The service keeps the last hundred changes of each stock record',
	},
	{ ...stockRecord('Stock Record', 'record', 'The stock record whose history to get'), ...showFor('record') },
	{ ...sku, ...showFor('product') },
	{ ...requiredWarehouse, ...showFor('product') },
	returnAll,
	limit,
	simplify,
	optionsWith([pageSize]),
];

export const getHistory = listOperation<StockHistoryKey, StockEdit>({
	read: (fields) =>
		fields.raw('historyOf') === 'record'
			? { recordId: fields.requiredLocator('record', 'Stock Record') }
			: readPlace(fields),
	list: (manager, key, options) => requireSupported(manager.stockRecords, 'Stock Record').history(key, options),
});
