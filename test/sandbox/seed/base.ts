import { money } from '../model/common';
import { placeOrder, type NewOrder } from '../store/placeOrder';
import { shipOrder } from '../store/shipping';
import type { Store } from '../store/store';
import { addressOf } from './address';
import { MODIFIED, seedCatalog } from './catalog';
import { newChannel, newWarehouse } from './records';
import { seedSupply } from './supply';

function seedPlaces(store: Store): void {
	const reno = addressOf(7001, '100 Sample Way', 'Reno', 'NV', '89501');
	const returnsLocation = {
		name: 'Reno Returns',
		attention: 'Returns desk',
		phone: '555-0111',
		phoneExtension: null,
		address: { ...reno, addressId: 7002, address2: 'Dock 3' },
	};
	store.warehouses.add(
		newWarehouse({
			warehouseId: 5101,
			name: 'Reno In-House',
			type: 'DIRECT_FULFILLMENT',
			timeZone: 'America/Los_Angeles',
			address: reno,
			contactEmail: 'reno@example.com',
			contactPhone: '555-0110',
			internationalRank: 1,
			domesticBackups: [5102],
			stateAllocations: ['NV', 'CA', 'OR'],
			returnsLocation,
		}),
	);
	store.warehouses.add(
		newWarehouse({
			warehouseId: 5102,
			name: 'Columbus 3PL',
			address: addressOf(7003, '200 Example Blvd', 'Columbus', 'OH', '43085'),
			contactEmail: 'columbus@example.com',
			contactPhone: '555-0120',
			internationalRank: 2,
			stateAllocations: ['OH', 'NY', 'PA'],
		}),
	);
	store.warehouses.add(
		newWarehouse({ warehouseId: 5103, name: 'Lakeside Dropship', type: 'DROPSHIP_VENDOR', internationalRank: 3 }),
	);
	store.salesChannels.add(newChannel({ salesChannelId: 1207, name: 'Northwind Direct', phoneNumber: '555-0100' }));
	store.salesChannels.add(newChannel({ salesChannelId: 1210, name: 'Northwind Shopify', type: 'SHOPIFY' }));
	store.salesChannels.add(newChannel({ salesChannelId: 1211, name: 'Northwind Outlet (closed)', active: false }));
	store.labels.add({ labelId: 12, name: 'Priority', hexColor: '#cc3300' });
	store.labels.add({ labelId: 13, name: 'core-range', hexColor: '#336699' });
}

const JORDAN = {
	shipName: 'Jordan Sample',
	shipCompany: null,
	shipEmail: 'jordan@example.com',
	shipPhone: '555-0142',
	shipAddress1: '12 Placeholder St',
	shipAddress2: null,
	shipAddress3: null,
	shipCity: 'Albany',
	shipState: 'NY',
	shipZipCode: '12207',
	shipCountry: 'USA',
};
const UPS_GROUND = {
	shippingProviderId: 88,
	shippingCarrier: 'UPS',
	shippingServiceId: 31,
	packageTypeId: 4,
	ltlFtlShipment: null,
};

function seedOrders(store: Store): void {
	const extra = {
		addressType: 'RESIDENTIAL',
		shippingCost: money(6.5),
		orderTotal: money(68.9),
		requestedShippingService: 'Ground',
		paymentType: { orderPaymentTypeId: 3, name: 'Credit Card' },
		length: 10,
		width: 8,
		height: 6,
		weight: 43,
	};
	const given: Array<NewOrder & { created: string; modified: string }> = [
		{
			orderNumber: 'NW-10045',
			salesChannelId: 1207,
			shipTo: JORDAN,
			ordered: Date.parse('2025-03-03T18:40:00Z'),
			paid: Date.parse('2025-03-03T18:40:02Z'),
			shipMethod: UPS_GROUND,
			created: '2025-03-03T18:42:10Z',
			modified: '2025-03-04T16:20:15Z',
			extra,
			items: [
				{
					listingSku: 'NW-MUG-BLU',
					listingName: 'Blue enamel mug',
					quantity: 4,
					unitPrice: money(14.5),
					tax: money(4.4),
				},
			],
		},
		{
			orderNumber: 'NW-10046',
			salesChannelId: 1207,
			shipTo: JORDAN,
			ordered: Date.parse('2025-03-05T09:12:00Z'),
			paid: Date.parse('2025-03-05T09:12:04Z'),
			shipMethod: UPS_GROUND,
			created: '2025-03-05T09:15:22Z',
			modified: '2025-03-05T09:16:03Z',
			labels: [store.labels.get(12)!],
			extra: {
				...extra,
				orderTotal: money(67.74),
				notesFromBuyer: 'Please leave at the side door',
				shipByDate: '2025-03-07T23:59:59Z',
			},
			items: [
				{
					listingSku: 'NW-MUG-BLU',
					listingName: 'Blue enamel mug',
					quantity: 2,
					unitPrice: money(14.5),
					tax: money(1.16),
				},
				{ listingSku: 'NW-POT-2L', listingName: 'Camp pot 2 L', quantity: 1, unitPrice: money(29), tax: money(2.08) },
			],
		},
		{
			orderNumber: 'NW-10047',
			salesChannelId: 1207,
			shipTo: JORDAN,
			ordered: Date.parse('2025-03-05T09:58:00Z'),
			paid: Date.parse('2025-03-05T09:58:03Z'),
			created: '2025-03-05T09:59:30Z',
			modified: '2025-03-05T10:00:00Z',
			extra,
			items: [
				{
					listingSku: 'NW-UNKNOWN-1',
					listingName: 'Listing not known to the channel',
					quantity: 1,
					unitPrice: money(58),
					tax: money(4.4),
				},
			],
		},
	];
	for (const { created, modified, ...order } of given) {
		const placed = placeOrder(store, order);
		if (placed.orderNumber === 'NW-10045') {
			shipOrder(store, placed, {
				trackingNumber: '1ZSAMPLE0000000001',
				shipMethod: UPS_GROUND,
				created: '2025-03-04T16:20:11Z',
				shipDate: '2025-03-04T16:00:00Z',
				estimatedArrival: '2025-03-07T23:00:00Z',
				carrierFee: money(8.42),
				external: true,
			});
		}
		Object.assign(placed, { created: Date.parse(created), modified: Date.parse(modified) });
	}
}

/** The seeded start: a small invented outdoor company. Dates are fixed, so that nothing of it looks new to a poll. */
export function seedBase(store: Store): void {
	seedPlaces(store);
	seedCatalog(store);
	seedSupply(store);
	seedOrders(store);
	const start = Date.parse(MODIFIED);
	for (const stock of store.stockroom.stocks.rows) Object.assign(stock, { created: start, modified: start });
	store.stockroom.forgetEdits();
}
