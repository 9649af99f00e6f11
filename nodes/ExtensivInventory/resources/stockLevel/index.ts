import { requireSupported } from '../../../shared/api/ports/requireSupported';
import type { Resource } from '../../../shared/n8n/resources/resource';
import { getAll, getAllFields } from './getAll';
import { getChanges, getChangesFields } from './getChanges';
import { movementFields, movementOperation } from './movement';
import { set, setFields } from './set';

export const stockLevel: Resource = {
	name: 'Stock Level',
	value: 'stockLevel',
	description: 'How many pieces of a product you have',
	operations: [
		{
			name: 'Add',
			value: 'add',
			action: 'Add to stock level',
			description: 'Add pieces to the stock on hand',
			fields: movementFields,
			run: movementOperation((manager) => requireSupported(manager.stock.add, 'Add')),
		},
		{
			name: 'Get Changes',
			value: 'getChanges',
			action: 'Get changed stock levels',
			description: 'Get the products of a sales channel whose availability has changed',
			fields: getChangesFields,
			run: getChanges,
		},
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'Get many stock levels',
			description: 'Get the stock of many products',
			initial: true,
			fields: getAllFields,
			run: getAll,
		},
		{
			name: 'Remove',
			value: 'remove',
			action: 'Remove from stock level',
			description: 'Remove pieces from the stock on hand',
			fields: movementFields,
			run: movementOperation((manager) => requireSupported(manager.stock.remove, 'Remove')),
		},
		{
			name: 'Set',
			value: 'set',
			action: 'Set stock level',
			description: 'Overwrite the stock on hand',
			fields: setFields,
			run: set,
		},
	],
};
