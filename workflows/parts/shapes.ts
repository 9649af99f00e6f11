/**
 * The items that the ERP part and the core of a template hand to each other. An ERP part translates its product's words
 * into these, and back, so that a flow is written once for all ERPs. Values may be text: the nodes read numbers and dates.
 * A field that an ERP does not have is left out.
 */

/** A line of a sales order of the ERP: one item a line, an order without lines is one item without `sku`. */
export interface OrderLineItem {
	/** The ERP's own id of the order. */
	erpId: string;
	orderNumber: string;
	orderDate: string;
	requiredDate?: string;
	recipientName: string;
	company?: string;
	street1: string;
	street2?: string;
	city: string;
	state?: string;
	postalCode: string;
	country: string;
	phone?: string;
	email?: string;
	/** The ERP's name of the shipping service. */
	shippingService?: string;
	shippingCost?: string | number;
	currency?: string;
	sku: string;
	productName?: string;
	quantity: string | number;
	unitPrice: string | number;
	/** Money off the whole line. */
	discount?: string | number;
	/** Why the order cannot be sent, as far as the ERP part can see. */
	problem?: string | null;
}

/** A parcel that Extensiv reports: one item a parcel. */
export interface ParcelItem {
	shipmentId: string;
	orderId: string;
	orderNumber: string;
	carrier: string | null;
	service: string | null;
	trackingNumber: string | null;
	/** ISO 8601, UTC. */
	shipDate: string | null;
}

/** What the ERP has in stock: one item for each product and warehouse. */
export interface StockItem {
	sku: string;
	/** The ERP's name or code of the warehouse. */
	warehouse: string;
	/** Where the warehouse keeps it. Only own warehouses (direct fulfillment) have locations in Extensiv. */
	location?: string;
	onHand: string | number;
	/** Why the row cannot be used, as far as the ERP part can see, and what to do. */
	problem?: string;
	remedy?: string;
}

/** A product of the ERP. */
export interface ProductItem {
	erpId: string;
	sku: string;
	name: string;
	brand?: string;
	price?: string | number;
	cost?: string | number;
	currency?: string;
	upc?: string;
	weight?: string | number;
	/** Why the row cannot be used, as far as the ERP part can see, and what to do. */
	problem?: string;
	remedy?: string;
}

/** A component of a bundle of the ERP: one item for each. */
export interface BundleComponentItem {
	/** SKU of the bundle. If the ERP also gives it as a product, name, brand and prices come from there. */
	sku: string;
	name?: string;
	componentSku: string;
	/** Pieces of the component in one bundle. */
	quantity: string | number;
}

/** A listing of the ERP: a product that a sales channel offers under a SKU of its own. */
export interface ListingItem {
	/** Name or ID of the channel in Extensiv. */
	salesChannel: string;
	listingSku: string;
	/** SKU of the product. */
	sku: string;
}

/** A product of Extensiv. A field that is empty there is left out, and so is a price or weight of 0. */
export interface ExtensivProductItem {
	kind: 'product';
	sku: string;
	name?: string;
	brand?: string;
	upc?: string;
	/** Ounces. */
	weight?: number;
	cost?: number;
	price?: number;
	currency?: string;
}

/** A bundle of Extensiv. */
export interface ExtensivBundleItem extends Omit<ExtensivProductItem, 'kind'> {
	kind: 'bundle';
	components: Array<{ sku: string; quantity: number }>;
}

/** A listing of Extensiv. */
export interface ExtensivListingItem {
	kind: 'listing';
	listingId: string;
	listingSku: string;
	/** SKU of the product. */
	sku: string;
	salesChannelId: string;
	/** Name of the channel. */
	salesChannel: string;
}

export type ExtensivItem = ExtensivProductItem | ExtensivBundleItem | ExtensivListingItem;

/** The steps that give the items of one kind to the ERP part. */
export const ITEMS_OF_KIND = { product: 'A product?', bundle: 'A bundle?', listing: 'A listing?' } as const;

/** An order whose status has changed in Extensiv. */
export interface StatusItem {
	orderId: string;
	orderNumber: string;
	/** The service's word. */
	status: string;
	/** unresolved, awaitingPayment, pending, onHold, fulfilled, cancelled or external. */
	lifecycle: string;
}

/** What an ERP part gives back for each item that it took: the item, and what became of it. */
export interface ErpResult {
	outcome: 'done' | 'alreadyDone' | 'failed';
	/** Why it failed, and what to do. */
	problem?: string;
	/** What to do, if `problem` does not say it. */
	remedy?: string;
}
