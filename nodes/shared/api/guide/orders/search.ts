import { daysAfter, now } from '../../../domain/values/dates/dateSpan';
import type { ApiClient } from '../../../http/client';
import type { Order } from '../../../domain/order/order';
import { rowsOf } from '../../common/parse';
import { latestFirst } from '../../common/orderSearch';
import type { OrderSearchPort } from '../../ports/orders';
import { recordsOf } from '../../common/records';
import { leaveOut } from '../../ports/unreadable';
import { GUIDE } from '../catalogue';
import { readOrder } from './mapping';

const NAMES = ['data', 'items', 'results', 'orders'];
const SHOWN = 100;
/** How many days to look back for the latest orders. */
const LOOK_BACK = 60;

/**
 * Orders of the guide's contract for a list to choose from. The service finds complete numbers; partial ones are
 * searched for among the latest orders.
 */
export const guideOrderSearch = (client: ApiClient): OrderSearchPort => {
	const page = async (query: Record<string, string>): Promise<Order[]> =>
		recordsOf(
			rowsOf(
				await client.call(GUIDE.listOrders, { query: { ...query, page: 1, pageSize: SHOWN } }),
				GUIDE.listOrders.name,
				NAMES,
			),
			GUIDE.listOrders.name,
			readOrder,
			leaveOut,
		).map(({ value }) => value);
	return {
		find: async (text) => {
			const whole = text ? await page({ order_number: text }) : [];
			if (whole.length > 0) return latestFirst(whole);
			const latest = await page({ created_from: daysAfter(now(), -LOOK_BACK) });
			return latestFirst(
				latest.filter(({ orderNumber }) => !text || orderNumber.toLowerCase().startsWith(text.toLowerCase())),
			);
		},
	};
};
