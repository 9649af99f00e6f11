import type { Resource } from '../../../shared/n8n/resources/resource';
import { create, createFields } from './create';
import { getAll, getAllFields } from './getAll';
import { listingUpdateFields, update } from './update';

export const listing: Resource = {
	name: 'Listing',
	value: 'listing',
	description: 'An offer of a product in a sales channel',
	operations: [
		{
			name: 'Create',
			value: 'create',
			action: 'Create listing',
			description: 'Offer products in a sales channel. Existing listings are returned, not duplicated.',
			fields: createFields,
			run: create,
		},
		{
			name: 'Get Many',
			value: 'getAll',
			action: 'Get many listings',
			description: 'Get many listings',
			initial: true,
			fields: getAllFields,
			run: getAll,
		},
		{
			name: 'Update',
			value: 'update',
			action: 'Update listing',
			description: 'Change the SKU and state of listings, and whether stock is sent to the channel',
			fields: listingUpdateFields,
			run: update,
		},
	],
};
