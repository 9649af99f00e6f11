import type { INodeProperties } from 'n8n-workflow';
import { requireSupported } from '../../../shared/api/ports/requireSupported';
import type { Listing, ListingFilter } from '../../../shared/domain/product/listing';
import { filters, limit, listOptions, optionsWith, returnAll, warehouse } from '../../../shared/n8n/form/fields';
import { activeFilter, dateFilter, readActive, skusFilter, textsFilter } from '../../../shared/n8n/form/filters';
import { listOperation } from '../../../shared/n8n/run/operation';
import { listingChannel } from './form';
import { outputFields } from '../../../shared/n8n/output/outputFields';
import { listingShape } from '../product/productShapes';

export const getAllFields: INodeProperties[] = [
	returnAll,
	limit,
	...outputFields(listingShape),
	filters([
		activeFilter('listings'),
		dateFilter('Created After', 'createdFrom'),
		dateFilter('Created Before', 'createdTo'),
		textsFilter(
			'Listing SKUs',
			'listingSkus',
			'One or more full SKUs of the channel, separated by commas',
			'e.g. NW-MUG-BLU',
		),
		dateFilter('Modified After', 'modifiedFrom'),
		dateFilter('Modified Before', 'modifiedTo'),
		{ ...listingChannel, description: 'Only listings of this channel' },
		{ ...skusFilter, description: 'One or more full product SKUs, separated by commas' },
		{ ...warehouse, description: 'Only listings of products that have a stock record in this warehouse' },
	]),
	optionsWith(listOptions),
];

export const getAll = listOperation<ListingFilter, Listing>({
	shape: listingShape,
	read: (fields) => {
		const given = fields.inside('filters');
		return {
			active: readActive(given),
			salesChannelId: given.locator('salesChannel'),
			skus: given.list('skus'),
			listingSkus: given.list('listingSkus'),
			warehouseId: given.locator('warehouse'),
			createdFrom: given.date('createdFrom', 'Created After'),
			createdTo: given.date('createdTo', 'Created Before'),
			modifiedFrom: given.date('modifiedFrom', 'Modified After'),
			modifiedTo: given.date('modifiedTo', 'Modified Before'),
		};
	},
	fixedBy: (filter) => filter,
	list: ({ listings }, filter, options) => requireSupported(listings, 'Get Many Listings').list(filter, options),
});
