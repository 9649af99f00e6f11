import type { ApiClient } from '../../../http/client';
import { rowsOf } from '../../common/parse';
import type { SalesChannelsPort } from '../../ports/warehouses';
import { recordsOf } from '../../common/records';
import { LIVE } from '../catalogue';
import { readSalesChannel } from './warehouseRead';

/** Sales channels of the live API; the list is not paged. */
export const liveSalesChannels = (client: ApiClient): SalesChannelsPort => ({
	list: async ({ includeInactive, unreadable } = {}) => {
		const body = await client.call(LIVE.salesChannels, { query: { includeInactive: includeInactive || undefined } });
		return recordsOf(rowsOf(body, LIVE.salesChannels.name), LIVE.salesChannels.name, readSalesChannel, unreadable);
	},
});
