import type { Order } from '../../../domain/order/order';
import type { Product } from '../../../domain/product/product';
import type { Shipment } from '../../../domain/shipping/shipment';
import type { ApiClient } from '../../../http/client';
import { type FeedList, changedRows, datedFeeds, singlePageLimit } from '../../common/changeFeeds';
import type { ListOptions } from '../../ports/types';
import type { ChangeFeed, ChangesPort } from '../../ports/changes';
import { GUIDE } from '../catalogue';
import { LIST_NAMES as ORDER_NAMES } from '../orders/find';
import { readOrder } from '../orders/mapping';
import { readProduct } from '../products/mapping';
import { LIST_NAMES as PRODUCT_NAMES } from '../products';
import { readShipment } from '../shipments/read';
import { LIST_NAMES as SHIPMENT_NAMES } from '../shipments';
import { guideStock } from '../stock/levels';

const WIRE = { id: 'id', createdAt: 'created_at', modifiedAt: 'updated_at' };
/**
 * How many days to keep looking for parcels, because they are dated by the day of shipping but may be entered later.
 */
const ENTERED_LATE_DAYS = 7;

/** Changes, through the filters of the guide's contract (all inferred). */
export function guideChanges(client: ApiClient, options: ListOptions): ChangesPort {
	const orders = datedFeeds<Order>(
		{ client, endpoint: GUIDE.listOrders, read: readOrder, wire: WIRE, options, names: ORDER_NAMES },
		({ orderId }) => orderId,
		[],
		(dates) => ({
			created_from: dates.createdFrom,
			created_to: dates.createdTo,
			updated_from: dates.modifiedFrom,
			updated_to: dates.modifiedTo,
		}),
	);
	// The only date filter for products is the start of their last change. A product created in a period was not changed
	// before it.
	const products = datedFeeds<Product>(
		{ client, endpoint: GUIDE.listProducts, read: readProduct, wire: WIRE, options, names: PRODUCT_NAMES },
		({ productId }) => productId,
		[],
		(dates) => ({
			updated_from: dates.modifiedFrom ?? dates.createdFrom,
		}),
	);
	return {
		ordersCreated: orders.created,
		ordersModified: orders.modified,
		productsCreated: products.created,
		productsModified: products.modified,
		shipmentsCreated: shipmentFeed({
			client,
			endpoint: GUIDE.listShipments,
			read: readShipment,
			wire: { id: 'id', createdAt: 'shipped_at' },
			options,
			names: SHIPMENT_NAMES,
		}),
		levels: ({ skus, warehouseId }, { unreadable } = {}) =>
			guideStock(client).list(
				{ skus, warehouseId: warehouseId ?? undefined, perWarehouse: warehouseId !== null },
				{ ...options, unreadable },
			),
		clock: client.serviceClock,
	};
}

/** The only date filter for shipments is the day of shipping. */
const shipmentFeed = (list: FeedList<Shipment>): ChangeFeed<Shipment> => ({
	by: 'creation',
	read: ({ from, to }) =>
		changedRows(
			list,
			{
				by: 'creation',
				id: ({ shipmentId, orderNumber, trackingNumber }) => shipmentId ?? `${orderNumber} ${trackingNumber}`,
				at: ({ shipDate }) => shipDate,
				createdAt: ({ createdAt, shipDate }) => createdAt ?? shipDate,
				modifiedAt: () => null,
			},
			{ shipped_from: from, shipped_to: to },
		),
	singlePageLimit: singlePageLimit(list),
	backdatedDays: ENTERED_LATE_DAYS,
});
