import type { StockLevel } from '../../domain/stock';
import type { ApiClient } from '../../http/client';
import { type Times, byChange, byCreation, datedFeeds, wholeBelow, withTimes } from '../changeFeeds';
import type { Product } from '../../domain/product';
import type { ListOptions, Sourced } from '../port';
import type { ChangeFeed, ChangesPort, Levels } from '../ports/changes';
import { GUIDE } from './catalogue';
import { list as listOrders } from './orderFind';
import { guideProducts } from './products';
import { guideShipments } from './shipments';
import { guideStock } from './stock';

/** Parcels are entered in the evening, or after the weekend. */
const SHIPPED_BEFORE_DAYS = 7;

const productId = ({ productId: id }: Product): string => id;

/** What can be watched through the guide's contract. */
export function guideChanges(client: ApiClient, options: ListOptions): ChangesPort {
	const orders = datedFeeds((dates, narrowing) => listOrders(client, { ...dates, warehouseId: narrowing.warehouseId }, options), ({ orderId }) => orderId, {
		wholeBelow: wholeBelow(GUIDE.listOrders, options),
		narrows: ['warehouseId'],
	});
	return {
		ordersCreated: orders.created,
		ordersModified: orders.modified,
		productsCreated: products(client, options, byCreation(productId)),
		productsModified: products(client, options, byChange(productId)),
		// The list goes by the date of shipping; what was registered when is not told for certain.
		shipmentsCreated: {
			read: (span) =>
				withTimes(guideShipments(client).list({ ...span, dateField: 'shipDate' }, options), ({ shipmentId, orderNumber, trackingNumber, shipDate, createdAt }) => ({
					id: shipmentId ?? `${orderNumber} ${trackingNumber}`,
					at: shipDate,
					createdAt,
					modifiedAt: null,
				})),
			wholeBelow: wholeBelow(GUIDE.listShipments, options),
			narrows: [],
			backdatedDays: SHIPPED_BEFORE_DAYS,
		},
		levels: (levels) => guideLevels(client, levels, options),
	};
}

/** The contract filters products by the beginning of the span of their change only: what lies outside of the span is left to the reader. A product is never created after its last change. */
function products(client: ApiClient, options: ListOptions, times: Times<Product>): ChangeFeed<Product> {
	const since = (modifiedFrom: string) => withTimes(guideProducts(client).list({ modifiedFrom }, options), times);
	return {
		read: ({ from }) => since(from),
		touched: (from) => since(from),
		wholeBelow: wholeBelow(GUIDE.listProducts, options),
		narrows: [],
	};
}

async function* guideLevels(client: ApiClient, { skus, warehouseIds }: Levels, options: ListOptions): AsyncGenerator<Array<Sourced<StockLevel>>> {
	const stock = guideStock(client);
	for (const warehouseId of warehouseIds) {
		yield* stock.list({ skus: skus && [...skus], warehouseId: warehouseId ?? undefined, perWarehouse: warehouseId !== null }, options);
	}
}
