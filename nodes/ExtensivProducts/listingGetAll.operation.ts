import type { INodeProperties } from 'n8n-workflow';
import { offered } from '../shared/api/offered';
import type { Listing, ListingFilter } from '../shared/domain/listing';
import { limit, onlyFor, optionsWith, pageSize, returnAll, simplify, warehouse } from '../shared/n8n/fields';
import { activeFilter, dateFilter, readActive, skusFilter, textsFilter } from '../shared/n8n/filters';
import { listOperation } from '../shared/n8n/operation';
import { LISTING, listingChannel } from './listing';

export const listingGetAllFields: INodeProperties[] = onlyFor(LISTING, 'getAll', [
	returnAll,
	limit,
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add filter',
		default: {},
		options: [
			activeFilter('listings'),
			dateFilter('Created After', 'createdFrom'),
			dateFilter('Created Before', 'createdTo'),
			textsFilter('Listing SKUs', 'listingSkus', 'One or more whole SKUs of the channel, separated by commas', 'e.g. NW-MUG-BLU'),
			dateFilter('Modified After', 'modifiedFrom'),
			dateFilter('Modified Before', 'modifiedTo'),
			{ ...listingChannel, description: 'Only listings of this channel' },
			{ ...skusFilter, description: 'One or more whole SKUs of products, separated by commas' },
			{ ...warehouse, description: 'Only listings of products that have a stock record in this warehouse' },
		],
	},
	optionsWith([pageSize]),
	simplify,
]);

export const getAll = listOperation<ListingFilter, Listing>({
	read: (fields) => {
		const filters = fields.inside('filters');
		return {
			active: readActive(filters),
			salesChannelId: filters.locator('salesChannel'),
			skus: filters.list('skus'),
			listingSkus: filters.list('listingSkus'),
			warehouseId: filters.locator('warehouse'),
			createdFrom: filters.date('createdFrom', 'Created After'),
			createdTo: filters.date('createdTo', 'Created Before'),
			modifiedFrom: filters.date('modifiedFrom', 'Modified After'),
			modifiedTo: filters.date('modifiedTo', 'Modified Before'),
		};
	},
	list: ({ listings }, filter, options) => offered(listings, 'Get Many Listings').list(filter, options),
});
