import { money, type CustomFieldValue, type Label, type Money, type ShipMethod } from '../model/common';
import { NOTHING, NO_EXTRA, type Order, type OrderItem, type ShipTo } from '../model/order';
import { allocate } from './fulfilment';
import type { Store } from './store';

export interface NewOrderItem {
	listingSku: string;
	listingName?: string | null;
	/** Set when the product is known otherwise than through the channel's listing (guide contract). */
	productId?: number;
	quantity: number;
	unitPrice?: Money;
	tax?: Money;
	discount?: Money;
	notes?: string | null;
}

export interface NewOrder {
	/** Made up when absent. */
	orderNumber?: string | null;
	salesChannelId: number;
	shipTo: ShipTo;
	items: NewOrderItem[];
	currency?: string;
	/** Epoch milliseconds; default now. */
	ordered?: number | null;
	/** Epoch milliseconds; null = not paid. */
	paid: number | null;
	external?: boolean;
	warehouseId?: number | null;
	shipMethod?: ShipMethod | null;
	labels?: Label[];
	customFieldValues?: CustomFieldValue[];
	/** Read-shape keys that differ from their default. */
	extra?: Record<string, unknown>;
}

/** An order item for a SKU of a channel. Unknown to the channel means no product (the order will be UNRESOLVED). */
export function newItem(store: Store, salesChannelId: number, given: NewOrderItem, currency: string): OrderItem {
	const listing = store.catalog.listing(salesChannelId, given.listingSku);
	return {
		orderItemId: store.book.newItemId(),
		listingSku: given.listingSku,
		listingName: given.listingName ?? given.listingSku,
		productId: given.productId ?? (listing?.active ? listing.productId : null),
		quantity: given.quantity,
		unitPrice: given.unitPrice ?? money(0, currency),
		tax: given.tax ?? money(0, currency),
		discount: given.discount ?? money(0, currency),
		notes: given.notes ?? null,
		fulfilled: false,
	};
}

/** Takes an order in. A number that exists already makes a second order, as far as known like the real service. */
export function placeOrder(store: Store, given: NewOrder): Order {
	const now = store.now();
	const orderId = store.book.orders.newId();
	const currency = given.currency ?? 'USD';
	const order: Order = {
		orderId,
		orderNumber: given.orderNumber || `OM-${orderId}`,
		salesChannelId: given.salesChannelId,
		orderStatus: 'UNRESOLVED',
		unresolvedStatus: 'RESOLVED',
		warehouseId: given.warehouseId ?? null,
		external: given.external ?? false,
		created: now,
		modified: now,
		ordered: given.ordered ?? now,
		paid: given.paid,
		shipped: null,
		currency,
		customerId: 350000 + (orderId % 100000),
		shipTo: given.shipTo,
		items: given.items.map((item) => newItem(store, given.salesChannelId, item, currency)),
		shipmentIds: NOTHING,
		labels: given.labels ?? NOTHING,
		shipMethod: given.shipMethod ?? null,
		allocations: NOTHING,
		customFieldValues: given.customFieldValues ?? NOTHING,
		extra: given.extra && Object.keys(given.extra).length > 0 ? given.extra : NO_EXTRA,
	};
	allocate(order, store);
	return store.book.add(order);
}
