import { money, type Money } from '../model/common';
import { newProduct } from '../model/product';
import { listProduct, newChannel, newWarehouse } from '../seed/records';
import { generateOrders } from '../seed/generate';
import { isoSeconds } from '../store/clock';
import { placeOrder } from '../store/placeOrder';
import { shipOrder } from '../store/shipping';
import { GLOBAL_LOCATION } from '../store/stockroom';
import type { Store } from '../store/store';
import { changeDelivery, putPurchaseOrder } from './seedChanges';
import type { SeedData, SeedListing, SeedOrder, SeedProduct, SeedResult, SeedShipment, SeedStock } from './types';

const asMoney = (value: number | Money | undefined, currency: string): Money =>
	typeof value === 'object' ? value : money(value ?? 0, currency);

function productOf(store: Store, sku: string): number {
	const product = store.catalog.productBySku(sku);
	if (!product) throw new RangeError(`seed: no product ${sku}`);
	return product.productId;
}

function addProduct(store: Store, given: SeedProduct): void {
	const { catalog } = store;
	const productId = catalog.products.newId();
	catalog.addProduct(
		newProduct({
			productId,
			masterSku: given.sku,
			name: given.name ?? given.sku,
			brand: given.brand ?? 'Northwind',
			upc: given.upc ?? null,
			weight: given.weight ?? 0,
			active: given.active ?? true,
			mapPrice: money(given.price ?? 0),
			vendorCost: money(0),
			shippingCost: money(0),
			createdDate: isoSeconds(store.now()),
		}),
	);
	for (const channel of store.salesChannels.rows) listProduct(store, productId, channel.salesChannelId, given.sku);
}

function addListing(store: Store, given: SeedListing): void {
	const channels =
		given.salesChannelId === undefined
			? store.salesChannels.rows.map((channel) => channel.salesChannelId)
			: [given.salesChannelId];
	for (const channel of channels) listProduct(store, productOf(store, given.sku), channel, given.listingSku);
}

function addStock(store: Store, { sku, warehouseId, onHand, location = GLOBAL_LOCATION, ...more }: SeedStock): void {
	const productId = productOf(store, sku);
	if (!store.warehouses.get(warehouseId)) throw new RangeError(`seed: no warehouse ${warehouseId}`);
	const known = store.stockroom.find(productId, warehouseId, location);
	if (known) store.stockroom.edit(known, { quantity: onHand, ...more }, 'Seeded');
	else store.stockroom.create({ productId, warehouseId, location, quantity: onHand, ...more });
}

function addOrder(store: Store, given: SeedOrder): number {
	const salesChannelId =
		given.salesChannelId ?? store.salesChannels.rows.find((channel) => channel.active)?.salesChannelId;
	if (salesChannelId === undefined || !store.salesChannels.get(salesChannelId))
		throw new RangeError(`seed: no sales channel ${String(salesChannelId)}`);
	const currency = given.currency ?? 'USD';
	const firstListing =
		store.catalog.listings.rows.find((listing) => listing.salesChannelId === salesChannelId)?.listingSku ?? 'UNKNOWN';
	const items = given.items ?? [{ sku: firstListing }];
	const ordered = given.orderDate
		? Date.parse(given.orderDate)
		: given.createdDate
			? Date.parse(given.createdDate)
			: store.now();
	const order = placeOrder(store, {
		orderNumber: given.orderNumber,
		salesChannelId,
		currency,
		ordered,
		paid: given.paid === false ? null : ordered,
		warehouseId: given.warehouseId ?? null,
		extra: given.extra,
		shipTo: {
			shipName: given.shipName ?? 'Jordan Sample',
			shipCompany: given.shipCompany ?? null,
			shipEmail: given.shipEmail ?? 'jordan@example.com',
			shipPhone: given.shipPhone ?? null,
			shipAddress1: given.shipAddress1 ?? '12 Placeholder St',
			shipAddress2: given.shipAddress2 ?? null,
			shipAddress3: given.shipAddress3 ?? null,
			shipCity: given.shipCity ?? 'Albany',
			shipState: given.shipState ?? 'NY',
			shipZipCode: given.shipZipCode ?? '12207',
			shipCountry: given.shipCountry ?? 'USA',
		},
		items: items.map(({ sku, name, quantity, unitPrice, tax }) => ({
			listingSku: sku,
			listingName: name,
			quantity: quantity ?? 1,
			unitPrice: asMoney(unitPrice, currency),
			tax: asMoney(tax, currency),
		})),
	});
	if (given.status === 'SHIPPED')
		shipOrder(store, order, {
			trackingNumber: `1ZSEED${String(order.orderId).padStart(12, '0')}`,
			shipMethod: null,
			external: true,
			created: given.modifiedDate,
			shipDate: given.modifiedDate,
		});
	else if (given.status !== undefined) order.orderStatus = given.status;
	if (given.status === 'CANCELLED') store.book.release(order, false);
	if (given.createdDate) order.created = Date.parse(given.createdDate);
	const modified = given.modifiedDate ?? given.createdDate;
	if (modified) order.modified = Date.parse(modified);
	return order.orderId;
}

function addShipment(store: Store, given: SeedShipment): void {
	const { book } = store;
	const order =
		given.orderId === undefined ? book.numbered(given.orderNumber ?? '')[0] : book.orders.get(given.orderId);
	if (!order) throw new RangeError(`seed: no order ${String(given.orderId ?? given.orderNumber)}`);
	const shipMethod = {
		shippingProviderId: null,
		shippingCarrier: given.carrier ?? 'UPS',
		shippingServiceId: null,
		packageTypeId: null,
		ltlFtlShipment: null,
	};
	shipOrder(store, order, {
		trackingNumber: given.trackingNumber,
		shipMethod,
		shipDate: given.shipDate,
		created: given.created,
		external: true,
	});
}

/** Adds data to the store. Orders come after everything they need, so one call can hold all. Throws RangeError on nonsense. */
export function seedStore(store: Store, data: SeedData): SeedResult {
	const {
		warehouses = [],
		salesChannels = [],
		products = [],
		listings = [],
		stock = [],
		orders = [],
		shipments = [],
		purchaseOrders = [],
		deliveries = [],
	} = data;
	for (const row of warehouses) store.warehouses.add(newWarehouse({ warehouseId: store.warehouses.newId(), ...row }));
	for (const row of salesChannels)
		store.salesChannels.add(newChannel({ salesChannelId: store.salesChannels.newId(), ...row }));
	for (const row of products) addProduct(store, row);
	for (const row of listings) addListing(store, row);
	for (const row of stock) addStock(store, row);
	const orderIds = orders.map((row) => addOrder(store, row));
	for (const row of shipments) addShipment(store, row);
	for (const row of purchaseOrders) putPurchaseOrder(store, row);
	for (const row of deliveries) changeDelivery(store, row);
	const generated = data.generateOrders ? generateOrders(store, data.generateOrders) : 0;
	return {
		counts: {
			warehouses: warehouses.length,
			salesChannels: salesChannels.length,
			products: products.length,
			listings: listings.length,
			stock: stock.length,
			orders: orders.length,
			shipments: shipments.length,
			purchaseOrders: purchaseOrders.length,
			deliveries: deliveries.length,
			generatedOrders: generated,
		},
		orderIds,
	};
}
