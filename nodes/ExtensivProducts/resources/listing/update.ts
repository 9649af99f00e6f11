import type { INodeProperties } from 'n8n-workflow';
import { alphabetical } from '../../../shared/domain/alphabetical';
import { requireSupported } from '../../../shared/api/ports/requireSupported';
import { InputError } from '../../../shared/domain/inputError';
import type { ListingChange, ListingReceipt } from '../../../shared/domain/product/listing';
import { optionsWith, simplify, updateFields } from '../../../shared/n8n/form/fields';
import { batchOperation } from '../../../shared/n8n/run/operation';
import { listingChannel, listingDetailFields, listingSku, readListingDetails } from './form';

export const listingUpdateFields: INodeProperties[] = [
	{ ...listingChannel, required: true },
	{
		displayName: 'Find Listing By',
		name: 'listingBy',
		type: 'options',
		options: [
			{ name: 'Listing ID', value: 'id', description: 'The ID of the listing in Order Manager' },
			{ name: 'Listing SKU', value: 'sku', description: 'The SKU of the product in the channel' },
		],
		default: 'sku',
	},
	{
		displayName: 'Listing ID',
		name: 'listingId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 730015',
		displayOptions: { show: { listingBy: ['id'] } },
	},
	{ ...listingSku, displayOptions: { show: { listingBy: ['sku'] } } },
	updateFields(
		[
			...listingDetailFields,
			{
				displayName: 'New Listing SKU',
				name: 'newListingSku',
				type: 'string' as const,
				default: '',
				description: 'The new SKU of the listing in the channel',
			},
		].sort((one, other) => alphabetical(one.displayName, other.displayName)),
	),
	simplify,
	optionsWith(),
];

export const update = batchOperation<ListingChange, ListingReceipt>({
	read: (fields) => {
		const more = fields.inside('updateFields');
		const change: ListingChange = {
			salesChannelId: fields.requiredLocator('salesChannel', 'Sales Channel'),
			key:
				fields.raw('listingBy') === 'id'
					? { listingId: fields.requiredCode('listingId', 'Listing ID') }
					: { listingSku: fields.requiredCode('listingSku', 'Listing SKU') },
			newListingSku: more.code('newListingSku'),
			details: readListingDetails(more),
		};
		if ([change.newListingSku, ...Object.values(change.details)].every((value) => value === undefined)) {
			throw new InputError('Update Fields', 'There is nothing to change.', 'Add at least one field.');
		}
		return change;
	},
	nameOf: ({ key }) => ('listingId' in key ? `Listing with ID ${key.listingId}` : `Listing ${key.listingSku}`),
	run: async ({ listings }, changes) => await requireSupported(listings, 'Update Listing').update(changes),
});
