/** What some contracts can do and others cannot. Nodes and forms ask for these, never for a contract by its name. */
export const CAPABILITIES = {
	'order.cancelDetails': 'A cancellation takes more than its reason.',
	'order.details': 'Orders have more than number, address, lines, currency and requested shipping.',
	'order.salesChannel': 'Orders belong to sales channels, which new ones need and numbers are looked up in.',
	'product.details': 'Products have more than SKU, name, brand, UPC, weight and status.',
	'product.needsBrand': 'New products need a brand.',
	'product.units': 'Weights and sizes of products have fixed units.',
	'product.upcAndMpn': 'Products can be found by UPC and by MPN.',
	'productType.bundle': 'Products can be bundles.',
	'productType.variation': 'Products can be variations of another product.',
	'productType.virtual': 'Products can be the parents of variations.',
	'shipment.details': 'Shipments have a delivery status, costs, a type and a warehouse.',
	'shipment.notify': 'Registering a parcel can notify the customer and the sales channel.',
	'stockLevel.details': 'Stock levels name the product, and what is locked, in transit and available.',
	'stockLevel.location': 'A stock level can be set at a location, with notes.',
	'warehouse.details': 'Warehouses have more than an ID and a name.',
	'carrier.codes': 'Carriers have fixed codes; other names are refused.',
	'event.orderCreated': 'New orders can be followed.',
	'event.orderUpdated': 'Changes of orders can be followed.',
	'event.orderStatusChanged': 'Changes of an order’s status can be followed.',
	'event.shipmentCreated': 'New shipments can be followed.',
	'event.shipmentUpdated': 'Delivery statuses of shipments can be followed.',
	'event.productCreated': 'New products can be followed.',
	'event.productUpdated': 'Changes of products can be followed.',
	'event.stockLevelChanged': 'Stock levels can be followed.',
	'event.stockBelowThreshold': 'Stock levels can be compared with a threshold.',
	'event.rmaCreated': 'New return authorizations can be followed.',
	'event.purchaseOrderUpdated': 'Purchase orders can be followed.',
	'filter.salesChannel': 'Orders, shipments and events can be filtered by sales channel.',
	'filter.orderDates': 'Orders can be filtered by when they were placed and shipped.',
	'filter.productStatus': 'Products can be filtered by whether they are in use.',
	'filter.productDates': 'Products can be filtered by creation, and by the end of a span of changes.',
	'filter.productCodes': 'Products can be filtered by UPC and MPN.',
	'filter.productWarehouse': 'Products can be filtered by warehouse.',
	'filter.shipmentCreated': 'Shipments can be filtered by when they were recorded.',
	'filter.shipmentDetails': 'Shipments can be filtered by type, delivery status, warehouse, provider and batch.',
	'filter.recipient': 'Shipments can be filtered by recipient and place.',
} as const satisfies Record<string, string>;

/** An entry of a node's menu: a resource (`menu/resource.order`) or an operation of one (`menu/order.hold`). */
export type MenuEntry = `menu/${string}.${string}`;

export type Capability = keyof typeof CAPABILITIES | MenuEntry;

/** What may be known of a contract without a connection. */
export interface Contract {
	/** Tells what was saved under one contract from what was saved under another; nothing else depends on it. */
	readonly name: string;
	/** What messages call it, at the beginning of a sentence. */
	readonly title: string;
	supports(capability: Capability): boolean;
	/** The statuses that orders can be asked for. */
	readonly orderStatuses: readonly string[];
}
