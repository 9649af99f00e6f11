import type { ApiClient } from '../../http/client';
import { byChange, datedFeeds, wholeBelow, withTimes } from '../changeFeeds';
import type { ListOptions } from '../port';
import type { ChangesPort } from '../ports/changes';
import { LIVE } from './catalogue';
import { liveLevels } from './levels';
import { listOrders } from './orderFind';
import { wireId } from './orderWrite';
import { listProducts } from './productFind';
import { livePurchaseOrders } from './purchaseOrders';
import { liveRmas } from './rmas';
import { LONGEST_WINDOW_DAYS, readWindow } from './shipmentWindow';
import { stockChanges } from './stockChanges';

/** What can be watched through the live API: it has no feed of changes, but lists with dates. */
export function liveChanges(client: ApiClient, options: ListOptions): ChangesPort {
	const orders = datedFeeds((dates, narrowing) => listOrders(client, { ...dates, ...narrowing }, options), ({ orderId }) => orderId, {
		wholeBelow: wholeBelow(LIVE.listOrders, options),
		narrows: ['salesChannelId', 'warehouseId'],
	});
	const products = datedFeeds((dates) => listProducts(client, dates, options), ({ productId }) => productId, {
		wholeBelow: wholeBelow(LIVE.listProducts, options),
		narrows: [],
	});
	const purchaseOrders = livePurchaseOrders(client);
	const purchaseOrderTimes = byChange(({ purchaseOrderId }: { purchaseOrderId: string; createdAt: string | null; updatedAt: string | null }) => purchaseOrderId);
	return {
		ordersCreated: orders.created,
		ordersModified: orders.modified,
		productsCreated: products.created,
		productsModified: products.modified,
		shipmentsCreated: {
			read: (span, { salesChannelId, warehouseId }) =>
				withTimes(
					readWindow(
						client,
						span,
						'created',
						{
							salesChannelId: salesChannelId ? wireId(salesChannelId, 'Sales Channel') : undefined,
							warehouseId: warehouseId ? wireId(warehouseId, 'Warehouse') : undefined,
						},
						options,
					),
					({ shipmentId, createdAt }) => ({ id: shipmentId ?? '', at: createdAt, createdAt, modifiedAt: null }),
				),
			wholeBelow: wholeBelow(LIVE.listShipments, options),
			longestDays: LONGEST_WINDOW_DAYS,
			narrows: ['salesChannelId', 'warehouseId'],
		},
		rmasCreated: {
			// Whether the date of issue that a row tells is the date of creation that the filter goes by is not established.
			read: ({ from, to }, { salesChannelId }) =>
				withTimes(liveRmas(client).list({ createdFrom: from, createdTo: to, salesChannelId }, options), ({ rmaId, issuedAt }) => ({
					id: rmaId,
					at: null,
					createdAt: issuedAt,
					modifiedAt: null,
				})),
			wholeBelow: wholeBelow(LIVE.listRmas, options),
			narrows: ['salesChannelId'],
		},
		purchaseOrdersModified: {
			read: ({ from, to }, { warehouseId }) =>
				withTimes(purchaseOrders.list({ modifiedFrom: from, modifiedTo: to, warehouseId }, options), purchaseOrderTimes),
			touched: (since) => withTimes(purchaseOrders.list({ modifiedFrom: since }, options), purchaseOrderTimes),
			wholeBelow: wholeBelow(LIVE.listPurchaseOrders, options),
			narrows: ['warehouseId'],
		},
		levels: (levels) => liveLevels(client, levels, options),
		availability: (salesChannelId, { from, to }) => stockChanges(client, { salesChannelId, changedFrom: from, changedTo: to, perWarehouse: false }, options),
	};
}
