import type { INodeProperties } from 'n8n-workflow';
import { resourcesWithApiRequest } from '../shared/n8n/run/customCall';
import { choiceByContract, operationField } from '../shared/n8n/form/operationFields';

/** Resources and operations; a credential shows those that its contract supports. */
export const menu: INodeProperties[] = [
	...resourcesWithApiRequest(
		[
			{ name: 'Location', value: 'location', description: 'A place in one of your own warehouses' },
			{ name: 'Stock Level', value: 'stockLevel', description: 'How many pieces of a product there are' },
			{
				name: 'Stock Record',
				value: 'stockRecord',
				description: 'The stock of a product in one location of a warehouse',
			},
		],
		'stockLevel',
	),
	choiceByContract(
		operationField('stockLevel', 'getAll', [
			{ name: 'Add', value: 'add', action: 'Add to a stock level', description: 'Add pieces to what is on hand' },
			{
				name: 'Get Changes',
				value: 'getChanges',
				action: 'Get changed stock levels',
				description: 'Get the products of a sales channel whose availability has changed',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				action: 'Get many stock levels',
				description: 'Get how many pieces there are of many products',
			},
			{
				name: 'Remove',
				value: 'remove',
				action: 'Remove from a stock level',
				description: 'Take pieces from what is on hand',
			},
			{ name: 'Set', value: 'set', action: 'Set a stock level', description: 'Overwrite how many pieces are on hand' },
		]),
	),
	operationField('stockRecord', 'getAll', [
		{
			name: 'Create',
			value: 'create',
			action: 'Create a stock record',
			description: 'Begin to keep a product in a warehouse or location',
		},
		{
			name: 'Get History',
			value: 'getHistory',
			action: 'Get the history of a stock record',
			description: 'Get who changed the stock of a product, when and why',
		},
		{ name: 'Get Many', value: 'getAll', action: 'Get many stock records', description: 'Get stock by location' },
		{
			name: 'Move',
			value: 'move',
			action: 'Move stock',
			description: 'Move pieces from one stock record of a product to another',
		},
	]),
	operationField('location', 'rename', [
		{
			name: 'Rename',
			value: 'rename',
			action: 'Rename a location',
			description: 'Give a location another name, for all products in it',
		},
		{
			name: 'Set Flags',
			value: 'setFlags',
			action: 'Set the flags of a location',
			description: 'Say whether a location of a product is active, pickable, receivable',
		},
	]),
];
