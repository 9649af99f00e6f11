import type { Order } from '../../../domain/order/order';
import type { Product } from '../../../domain/product/product';
import type { PurchaseOrder } from '../../../domain/purchasing/purchaseOrder';
import type { Rma } from '../../../domain/purchasing/rma';
import type { Shipment } from '../../../domain/shipping/shipment';
import type { ApiClient } from '../../../http/client';
import type { Query } from '../../../domain/values/query';
import { type AskedDates, type FeedList, changedRows, datedFeeds, singlePageLimit } from '../../common/changeFeeds';
import type { ListOptions } from '../../ports/types';
import type { ChangeFeed, ChangesPort, Narrowing } from '../../ports/changes';
import { LIVE } from '../catalogue';
import { readOrder } from '../orders/read';
import { wireId } from '../orders/write';
import { readProduct } from '../products/read';
import { readPurchaseOrder } from './purchaseOrders';
import { readRma } from './rmas';
import { readShipment } from '../shipments/read';
import { LONGEST_WINDOW_DAYS } from '../shipments/window';
import { stockTotals } from '../stock/levels';
import { takeChangedSkus } from '../stock/feed';

const DATES = { createdAt: 'createdDate', modifiedAt: 'modifiedDate' };

/**
 * Changes on the live API. It has only date filters: no webhooks and no change feed of its own (live-api section 8).
 */
export function liveChanges(client: ApiClient, options: ListOptions): ChangesPort {
	const orders = datedFeeds<Order>(
		{ client, endpoint: LIVE.listOrders, read: readOrder, wire: { ...DATES, id: 'orderId' }, options },
		({ orderId }) => orderId,
		['salesChannelId'],
		datesAndChannel,
	);
	const products = datedFeeds<Product>(
		{ client, endpoint: LIVE.listProducts, read: readProduct, wire: { ...DATES, id: 'productId' }, options },
		({ productId }) => productId,
		[],
		datesAndChannel,
	);
	const shipments = shipmentFeed({
		client,
		endpoint: LIVE.listShipments,
		read: readShipment,
		wire: { id: 'shipmentId', createdAt: 'created' },
		options,
	});
	return {
		ordersCreated: orders.created,
		ordersModified: orders.modified,
		productsCreated: products.created,
		productsModified: products.modified,
		shipmentsCreated: shipments,
		deliveries: shipments,
		rmasCreated: rmaFeed({
			client,
			endpoint: LIVE.listRmas,
			read: readRma,
			wire: { id: 'rmaId', createdAt: 'issueDate' },
			options,
		}),
		purchaseOrdersModified: datedFeeds<PurchaseOrder>(
			{
				client,
				endpoint: LIVE.listPurchaseOrders,
				read: readPurchaseOrder,
				wire: { id: 'purchaseOrderId', createdAt: 'dateCreated', modifiedAt: 'dateModified' },
				options,
			},
			({ purchaseOrderId }) => purchaseOrderId,
			[],
			datesAndChannel,
		).modified,
		levels: ({ skus, warehouseId, salesChannelId }, { unreadable } = {}) =>
			stockTotals(
				client,
				warehouseId === null ? null : { warehouseId },
				{ skus, salesChannelId },
				{ ...options, unreadable },
			),
		takeChangedSkus: async (salesChannelId, since) => await takeChangedSkus(client, salesChannelId, since),
		clock: client.serviceClock,
	};
}

const datesAndChannel = (
	{ createdFrom, createdTo, modifiedFrom, modifiedTo }: AskedDates,
	narrowing: Narrowing,
): Query => ({
	createdDateFrom: createdFrom,
	createdDateTo: createdTo,
	modifiedDateFrom: modifiedFrom,
	modifiedDateTo: modifiedTo,
	...channelOf(narrowing),
});

const channelOf = ({ salesChannelId }: Narrowing): Query => ({
	salesChannelId: salesChannelId ? wireId(salesChannelId, 'salesChannelId') : undefined,
});

/** Shipments have no modification date, and one read covers at most a week (live-api section 9, 5). */
const shipmentFeed = (list: FeedList<Shipment>): ChangeFeed<Shipment> => ({
	by: 'creation',
	read: ({ from, to }, narrowing) =>
		changedRows(
			list,
			{
				by: 'creation',
				id: ({ shipmentId, trackingNumber }) => shipmentId ?? `${trackingNumber}`,
				at: ({ createdAt }) => createdAt,
				createdAt: ({ createdAt }) => createdAt,
				modifiedAt: () => null,
			},
			{
				shipmentCreatedFromDate: from,
				shipmentCreatedToDate: to,
				...channelOf(narrowing),
				warehouseId: narrowing.warehouseId ? wireId(narrowing.warehouseId, 'warehouseId') : undefined,
			},
		),
	singlePageLimit: singlePageLimit(list),
	longestDays: LONGEST_WINDOW_DAYS,
});

/** An RMA's only date is its issue date. That the list filters by it is an assumption. */
const rmaFeed = (list: FeedList<Rma>): ChangeFeed<Rma> => ({
	by: 'creation',
	read: ({ from, to }, narrowing) =>
		changedRows(
			list,
			{
				by: 'creation',
				id: ({ rmaId }) => rmaId,
				at: ({ issueDate }) => issueDate,
				createdAt: ({ issueDate }) => issueDate,
				modifiedAt: () => null,
			},
			{ createdFromDate: from, createdToDate: to, ...channelOf(narrowing) },
		),
	singlePageLimit: singlePageLimit(list),
});
