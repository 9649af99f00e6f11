import type { INodeProperties } from 'n8n-workflow';
import { requireSupported } from '../../../shared/api/ports/requireSupported';
import type { ListingReceipt, NewListing } from '../../../shared/domain/product/listing';
import { additionalFields, optionsWith, simplify } from '../../../shared/n8n/form/fields';
import { withoutLookUp } from '../../../shared/n8n/run/atMostOnce';
import { batchOperation } from '../../../shared/n8n/run/operation';
import { product, readProductKey } from '../../../shared/n8n/form/productLocator';
import { listingChannel, listingDetailFields, listingSku, readListingDetails } from './form';

export const createFields: INodeProperties[] = [
	{ ...listingChannel, required: true },
	{
		...listingSku,
		description: 'The SKU of the product in the channel. It prevents the listing from being created twice.',
	},
	{ ...product, required: true },
	additionalFields(listingDetailFields),
	simplify,
	optionsWith([
		{
			displayName: 'Look Up Listing SKU First',
			name: 'lookUpFirst',
			type: 'boolean',
			default: true,
			description:
				'Whether to look for a listing with this SKU in the channel first, and return it instead of creating ' +
				'it again',
		},
	]),
];

export const create = batchOperation<NewListing, ListingReceipt>({
	atMostOnce: withoutLookUp,
	read: (fields) => ({
		salesChannelId: fields.requiredLocator('salesChannel', 'Sales Channel'),
		listingSku: fields.requiredCode('listingSku', 'Listing SKU'),
		product: readProductKey(fields),
		details: readListingDetails(fields.inside('additionalFields')),
	}),
	nameOf: (listing) => `Listing ${listing.listingSku}`,
	run: async ({ listings }, inputs, options) =>
		await requireSupported(listings, 'Create Listing').create(inputs, {
			lookUpFirst: options.inside('options').flag('lookUpFirst', true),
		}),
});
