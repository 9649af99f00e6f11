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
}
