import { money } from '../model/common';
import { NOTHING, NO_EXTRA, type OrderItem, type ShipTo } from '../model/order';
import { isoSeconds } from '../store/clock';
import type { Store } from '../store/store';

export interface GenerateOrders {
	count: number;
	/** ISO-8601 range the creation dates are spread over; default the last 30 days. */
	from?: string;
	to?: string;
	/** Default: the first active channel. */
	salesChannelId?: number;
	/** Default: a mixture. */
	status?: string;
}

const NAMES = [
	'Alex Example',
	'Robin Specimen',
	'Kim Placeholder',
	'Sam Template',
	'Jo Fixture',
	'Chris Sample',
	'Lee Pattern',
	'Noa Model',
];
const TOWNS: ReadonlyArray<readonly [string, string, string]> = [
	['Albany', 'NY', '12207'],
	['Toledo', 'OH', '43604'],
	['Reno', 'NV', '89501'],
	['Fresno', 'CA', '93701'],
	['Erie', 'PA', '16501'],
	['Salem', 'OR', '97301'],
];
const MIXTURE: ReadonlyArray<readonly [number, string]> = [
	[0.4, 'AWAITING_SHIPMENT'],
	[0.65, 'AWAITING_3PL_EXPORT'],
	[0.9, 'SHIPPED'],
	[0.95, 'PENDING_FULFILLMENT'],
	[0.98, 'CANCELLED'],
	[1, 'AWAITING_PAYMENT'],
];
const DAY = 86_400_000;

function shipTos(): ShipTo[] {
	return NAMES.flatMap((shipName, at) =>
		TOWNS.map(([shipCity, shipState, shipZipCode]) => ({
			shipName,
			shipCompany: null,
			shipEmail: `customer${at}@example.com`,
			shipPhone: '555-0142',
			shipAddress1: `${10 + at} Generated St`,
			shipAddress2: null,
			shipAddress3: null,
			shipCity,
			shipState,
			shipZipCode,
			shipCountry: 'USA',
		})),
	);
}

/** Adds many plain orders at once, spread evenly over a time range, numbered SBX-0000001 and on. They take up no stock. */
export function generateOrders(store: Store, { count, from, to, salesChannelId, status }: GenerateOrders): number {
	const { book, random, catalog } = store;
	const end = to ? Date.parse(to) : store.now();
	const start = from ? Date.parse(from) : end - 30 * DAY;
	if (Number.isNaN(start) || Number.isNaN(end) || start > end)
		throw new RangeError('generateOrders: from and to must be date-times in order');
	const channel = salesChannelId ?? store.salesChannels.rows.find((row) => row.active)?.salesChannelId;
	const listings = catalog.listings.rows.filter((listing) => listing.salesChannelId === channel);
	if (channel === undefined || listings.length === 0)
		throw new RangeError('generateOrders: the sales channel has no listings');
	const addresses = shipTos();
	const price = money(14.5);
	const tax = money(1.16);
	const nothing = money(0);
	for (let made = 0; made < count; made += 1) {
		const created = Math.floor((start + ((end - start) * (made + 1)) / count) / 1000) * 1000;
		const draw = random.next();
		const orderStatus = status ?? MIXTURE.find(([upTo]) => draw < upTo)![1];
		const listing = random.pick(listings);
		const orderId = book.orders.newId();
		const orderNumber = `SBX-${String(book.orders.size + 1).padStart(7, '0')}`;
		const isShipped = orderStatus === 'SHIPPED';
		const modified = isShipped ? Math.min(created + 3_600_000, Math.max(end, created)) : created;
		const item: OrderItem = {
			orderItemId: book.newItemId(),
			listingSku: listing.listingSku,
			listingName: listing.listingSku,
			productId: listing.productId,
			quantity: 1 + random.below(4),
			unitPrice: price,
			tax,
			discount: nothing,
			notes: null,
			fulfilled: isShipped,
		};
		const warehouseId = orderStatus === 'AWAITING_SHIPMENT' ? 5101 : 5102;
		const shipmentIds = isShipped ? [addShipment(store, orderId, orderNumber, warehouseId, modified)] : NOTHING;
		book.add({
			orderId,
			orderNumber,
			salesChannelId: channel,
			orderStatus,
			unresolvedStatus: 'RESOLVED',
			warehouseId: store.warehouses.get(warehouseId) ? warehouseId : null,
			external: false,
			created,
			modified,
			ordered: created,
			paid: orderStatus === 'AWAITING_PAYMENT' ? null : created,
			shipped: isShipped ? modified : null,
			currency: 'USD',
			customerId: 350000 + (orderId % 100000),
			shipTo: random.pick(addresses),
			items: [item],
			shipmentIds,
			labels: NOTHING,
			shipMethod: null,
			allocations: NOTHING,
			customFieldValues: NOTHING,
			extra: NO_EXTRA,
		});
	}
	return count;
}

const UPS = Object.freeze({
	shippingProviderId: 88,
	shippingCarrier: 'UPS',
	shippingServiceId: 31,
	packageTypeId: 4,
	ltlFtlShipment: null,
});

function addShipment(store: Store, orderId: number, orderNumber: string, warehouseId: number, at: number): number {
	const { shipments } = store.book;
	const shipmentId = shipments.newId();
	const date = isoSeconds(at);
	shipments.add({
		shipmentId,
		orderId,
		orderNumber,
		warehouseId,
		batchNumber: 4400,
		type: 'FULFILLMENT',
		external: true,
		created: date,
		shipDate: date,
		estimatedArrival: null,
		received: null,
		deliveryStatus: 'IN_TRANSIT',
		trackingNumber: `1ZSBX${String(shipmentId).padStart(13, '0')}`,
		trackingUrls: [],
		insuranceTrackingNumber: null,
		transactionId: null,
		carrierFee: null,
		shipMethod: UPS,
		shippingLabelUrls: [],
		rma: null,
	});
	return shipmentId;
}
