import type { Resource } from '../../../shared/n8n/resources/resource';
import { create, createFields } from './create';
import { getAll, getAllFields } from './getAll';
import { getHistory, getHistoryFields } from './getHistory';
import { move, moveFields } from './move';

export const stockRecord: Resource = {
	name: 'Stock Record',
	value: 'stockRecord',
	description: 'The stock of a product in one location of a warehouse',
	operations: [
		{
			name: 'Create',
			value: 'create',
			action: 'Create stock record',
			description: 'Start keeping a product in a warehouse or location',
			fields: createFields,
			run: create,
		},
		{
			name: 'Get History',
			value: 'getHistory',
			action: 'Get history of stock record',
			description: 'Get who changed the stock of a product, when and why',
			fields: getHistoryFields,
			run: getHistory,
		},
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'Get many stock records',
			description: 'Get stock by location',
			initial: true,
			fields: getAllFields,
			run: getAll,
		},
		{
			name: 'Move',
			value: 'move',
			action: 'Move stock',
			description: 'Move pieces from one stock record of a product to another',
			fields: moveFields,
			run: move,
		},
	],
};
