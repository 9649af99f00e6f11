import type { Resource } from '../../../shared/n8n/resources/resource';
import { rename, renameFields } from './rename';
import { setFlags, setFlagsFields } from './setFlags';

export const location: Resource = {
	name: 'Location',
	value: 'location',
	description: 'A place in one of your own warehouses',
	operations: [
		{
			name: 'Rename',
			value: 'rename',
			action: 'Rename location',
			description: 'Rename a location for all products in it',
			fields: renameFields,
			run: rename,
		},
		{
			name: 'Set Flags',
			value: 'setFlags',
			action: 'Set flags of location',
			description: 'Set whether a location of a product is active, pickable and receivable',
			fields: setFlagsFields,
			run: setFlags,
		},
	],
};
