import type { ClockChange } from '../store/clock';
import type { GenerateOrders } from '../seed/generate';
import type { Money, SalesChannel, Warehouse } from '../model/common';
import type { ShipTo } from '../model/order';

export interface SeedProduct {
	sku: string;
	name?: string;
	price?: number;
	active?: boolean;
	upc?: string;
	brand?: string;
	weight?: number;
}

export interface SeedListing {
	listingSku: string;
	/** Master SKU of a product that exists. */
	sku: string;
	/** Default: every channel. */
	salesChannelId?: number;
}

export interface SeedStock {
	sku: string;
	warehouseId: number;
	onHand: number;
	/** Default GLOBAL. */
	location?: string;
	locked?: number;
	minStock?: number;
}

export interface SeedOrder extends Partial<ShipTo> {
	orderNumber?: string;
	/** Default: the first active channel. */
	salesChannelId?: number;
	/** Default: one piece of the first listing. `sku` is the listing SKU (products seeded here have one of the same name). */
	items?: Array<{ sku: string; name?: string; quantity?: number; unitPrice?: number | Money; tax?: number | Money }>;
	/** Default: what the order's data gives. SHIPPED adds a shipment. */
	status?: string;
	/** False makes it AWAITING_PAYMENT. Default true. */
	paid?: boolean;
	currency?: string;
	warehouseId?: number;
	/** ISO-8601. */
	orderDate?: string;
	createdDate?: string;
	modifiedDate?: string;
	/** Other keys of the read shape, taken as they are. */
	extra?: Record<string, unknown>;
}

export interface SeedShipment {
	orderNumber?: string;
	orderId?: number;
	trackingNumber: string;
	/** Carrier code. Default UPS. */
	carrier?: string;
	/** ISO-8601. */
	shipDate?: string;
	created?: string;
}

/** A purchase order like the first there is, or a change of the one with that number. */
export interface SeedPurchaseOrder {
	number: string;
	status?: string;
	/** ISO-8601. Default: now. */
	modifiedDate?: string;
}

/** What a carrier tells of a parcel that is there. */
export interface SeedDelivery {
	trackingNumber: string;
	deliveryStatus: string;
}

export interface SeedData {
	warehouses?: Array<Partial<Warehouse> & { name: string }>;
	salesChannels?: Array<Partial<SalesChannel> & { name: string }>;
	products?: SeedProduct[];
	listings?: SeedListing[];
	stock?: SeedStock[];
	orders?: SeedOrder[];
	shipments?: SeedShipment[];
	purchaseOrders?: SeedPurchaseOrder[];
	deliveries?: SeedDelivery[];
	generateOrders?: GenerateOrders;
}

/** How many rows of each kind were added, and the ids of the orders given one by one. */
export interface SeedResult {
	counts: Record<string, number>;
	orderIds: number[];
}

export interface BookStock {
	sku: string;
	warehouseId: number;
	location: string;
	onHand: number;
	available: number;
	allocated: number;
	locked: number;
}

export interface SandboxData {
	/** Number of orders. */
	orders: number;
	ordersByNumber: Record<string, number>;
	/** Order numbers that occur more than once in one sales channel. */
	doubled: string[];
	stock: BookStock[];
	counts: Record<string, number>;
}

export type { ClockChange };
