import type { INodeProperties } from 'n8n-workflow';
import type { ListingDetails } from '../../../shared/domain/product/listing';
import { salesChannel } from '../../../shared/n8n/form/fields';
import type { Fields } from '../../../shared/n8n/read/params';

export const listingChannel: INodeProperties = { ...salesChannel, description: 'The channel of the listing' };

export const listingSku: INodeProperties = {
	displayName: 'Listing SKU',
	name: 'listingSku',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. NW-MUG-BLU',
};

/** The fields of a listing that can be set. */
export const listingDetailFields: INodeProperties[] = [
	{
		displayName: 'Active',
		name: 'active',
		type: 'boolean',
		default: true,
		description: 'Whether the listing is in use',
	},
	{
		displayName: 'Fulfillment Latency',
		name: 'fulfillmentLatency',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 1,
		description: 'Handling time to send to the channel: a whole number, in the unit that the channel uses',
	},
	{
		displayName: 'Push Inventory',
		name: 'pushInventory',
		type: 'boolean',
		default: true,
		description: 'Whether stock is sent to the channel',
	},
];

export const readListingDetails = (more: Fields): ListingDetails => ({
	active: more.yesNo('active', 'Active'),
	pushInventory: more.yesNo('pushInventory', 'Push Inventory'),
	fulfillmentLatency:
		more.text('fulfillmentLatency') === undefined
			? undefined
			: more.quantity('fulfillmentLatency', 'Fulfillment Latency', 0),
});
