import type { CustomFieldValue, Label, Money, ShipMethod } from './common';

export interface OrderItem {
	orderItemId: number;
	listingSku: string;
	listingName: string;
	/** Null when the channel does not know the listing. */
	productId: number | null;
	quantity: number;
	unitPrice: Money;
	tax: Money;
	discount: Money;
	notes: string | null;
	fulfilled: boolean;
}

export interface ShipTo {
	shipName: string;
	shipCompany: string | null;
	shipEmail: string | null;
	shipPhone: string | null;
	shipAddress1: string;
	shipAddress2: string | null;
	shipAddress3: string | null;
	shipCity: string;
	shipState: string | null;
	shipZipCode: string;
	/** ISO 3166 alpha-3. */
	shipCountry: string;
}

/**
 * An order as the sandbox keeps it: what is filtered or changed often is direct, everything else that differs from the
 * read shape's defaults lies in `extra` under its wire name. So 100,000 orders stay small.
 */
export interface Order {
	orderId: number;
	orderNumber: string;
	salesChannelId: number;
	orderStatus: string;
	unresolvedStatus: string;
	/** Fulfilment source. */
	warehouseId: number | null;
	external: boolean;
	/** Epoch milliseconds. */
	created: number;
	modified: number;
	ordered: number;
	paid: number | null;
	shipped: number | null;
	currency: string;
	customerId: number;
	shipTo: ShipTo;
	items: readonly OrderItem[];
	shipmentIds: readonly number[];
	labels: readonly Label[];
	shipMethod: ShipMethod | null;
	/** Stock taken up by this order. */
	allocations: ReadonlyArray<{ productStockId: number; quantity: number }>;
	customFieldValues: readonly CustomFieldValue[];
	extra: Readonly<Record<string, unknown>>;
}

/** Shared empty values, so that a plain order costs no memory for what it does not have. */
export const NOTHING: readonly never[] = Object.freeze([]);
export const NO_EXTRA: Readonly<Record<string, unknown>> = Object.freeze({});

export const ORDER_STATUSES = [
	'UNRESOLVED',
	'AWAITING_PAYMENT',
	'AWAITING_SHIPMENT',
	'AWAITING_MC_FULFILLMENT',
	'AWAITING_3PL_EXPORT',
	'AWAITING_DROPSHIP',
	'PENDING_FULFILLMENT',
	'SHIPPED',
	'CANCELLED',
	'ON_HOLD',
	'SKU_UNPROCESSED',
	'PROCESSED_OUTSIDE_OF_SKUBANA',
	'INBOUND_SHIPMENT_PLAN',
] as const;
