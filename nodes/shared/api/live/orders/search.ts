import { daysAfter, now } from '../../../domain/values/dates/dateSpan';
import type { Order } from '../../../domain/order/order';
import type { ApiClient } from '../../../http/client';
import type { Query } from '../../../domain/values/query';
import { rowsOf } from '../../common/parse';
import { recordsOf } from '../../common/records';
import type { OrderSearchPort } from '../../ports/orders';
import { latestFirst } from '../../common/orderSearch';
import { leaveOut } from '../../ports/unreadable';
import { LIVE } from '../catalogue';
import { readOrder } from './read';

/** Orders shown in a list. */
const SHOWN = 100;
/** How many days to look back for the latest orders; further only if there are few. */
const LOOK_BACK = [1, 7, 60];
const FEW = 20;

/**
 * Searches orders for a list to choose from. It reads one page, because the sort order of the service's lists is not
 * established and a list must not make the user wait.
 */
export const liveOrderSearch = (client: ApiClient): OrderSearchPort => {
	const page = async (query: Query): Promise<Order[]> =>
		recordsOf(
			rowsOf(await client.call(LIVE.listOrders, { query: { ...query, page: 1, limit: SHOWN } }), LIVE.listOrders.name),
			LIVE.listOrders.name,
			readOrder,
			leaveOut,
		).map(({ value }) => value);
	return {
		find: async (text) => {
			// The service matches prefixes of numbers, which is what a search needs.
			if (text) return latestFirst(await page({ orderNumber: text }));
			let found: Order[] = [];
			for (const days of LOOK_BACK) {
				found = await page({ createdDateFrom: daysAfter(now(), -days) });
				if (found.length >= FEW) break;
			}
			return latestFirst(found);
		},
	};
};
