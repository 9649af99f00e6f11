/** What clients of the live service are known to send (docs/api-sources.md: TAP, NODE, SV, ESB), as data. */

/** A stream of the Singer tap: how its list is asked for. */
export interface Stream {
	path: string;
	limit: number;
	/** One page is read; the others are read until a page is empty. */
	single?: true;
	/** Name under which the rows are. */
	rowsUnder?: string;
	/** What it filters by. */
	filters?: Record<string, string>;
}

const SINCE = '2025-01-01T00:00:00Z';
const LATER = '2035-01-01T00:00:00Z';
/** The tap keeps the filters of most streams in one place: those of earlier streams are sent along by the later ones. */
const afterListings = { modifiedDateFrom: SINCE };
const afterTransfers = { ...afterListings, createdDateFrom: SINCE };

/** All streams in the order in which the tap reads them. */
export const STREAMS: Record<string, Stream> = {
	application_properties: { path: '/v1/apps/properties', limit: 100 },
	company_info: { path: '/v1/companyinfo', limit: 100, single: true },
	custom_field_definition: { path: '/v1.1/products/customfielddefinitions', limit: 100, rowsUnder: 'results' },
	incoterm_ship_rule: { path: '/v1/incotermshiprules', limit: 100, single: true },
	inventory: { path: '/v1/inventory', limit: 100 },
	listing: { path: '/v1/listings', limit: 100, filters: { modifiedDateFrom: SINCE } },
	order: { path: '/v1.1/orders', limit: 100, filters: { modifiedDateFrom: SINCE } },
	payment_type: { path: '/v1/paymenttypes', limit: 100, single: true, filters: afterListings },
	product: { path: '/v1.1/products', limit: 100, filters: { modifiedDateFrom: SINCE } },
	product_stock_total: { path: '/v1/productstocks/total', limit: 100, filters: afterListings },
	purchase_order: { path: '/v1.1/purchaseorders', limit: 50, filters: { modifiedDateFrom: SINCE } },
	purchase_order_format: { path: '/v1/purchaseorders/formats', limit: 100, single: true, filters: afterListings },
	rma: { path: '/v1/shipments/rmas', limit: 100, filters: { createdFromDate: SINCE, createdToDate: LATER } },
	sales_channel: { path: '/v1/saleschannels', limit: 100, single: true, filters: afterListings },
	shipment: {
		path: '/v1/shipments',
		limit: 50,
		filters: { shipmentFromDate: '2025-03-01T00:00:00Z', shipmentToDate: '2025-03-08T00:00:00Z' },
	},
	shipping_carrier: { path: '/v1/shipment/carriers', limit: 100, single: true, filters: afterListings },
	shipping_package: { path: '/v1/shipment/packages', limit: 100, single: true, filters: afterListings },
	shipping_provider: { path: '/v1/shipment/providers', limit: 100, single: true, filters: afterListings },
	stock_transfer: { path: '/v1/inventory/stocktransfers', limit: 100, filters: afterTransfers },
	vendor: { path: '/v1/vendors', limit: 100, filters: afterTransfers },
	vendor_product: { path: '/v1/vendorproducts', limit: 100, filters: afterTransfers },
	warehouse: { path: '/v1/warehouses', limit: 100, single: true, filters: afterTransfers },
};

/** A call of a client library. `orderId` stands for an order that waits to be shipped. */
export interface ThirdPartyCall {
	method: 'GET' | 'POST' | 'PUT';
	path: string;
	body?: (orderId: number) => unknown;
}

/** The methods of the TypeScript client, the older spellings of its paths included. */
export const TYPESCRIPT_CLIENT: Record<string, ThirdPartyCall> = {
	'an order by its number': { method: 'GET', path: '/v1.1/orders?orderNumber=NW-10046' },
	'an order by its ID': { method: 'GET', path: '/v1.1/orders/77120046' },
	'orders of a warehouse': { method: 'GET', path: '/v1.1/orders?status=AWAITING_SHIPMENT&warehouseId=5101&limit=10' },
	'orders of a warehouse, older path': {
		method: 'GET',
		path: '/v1/orders?status=AWAITING_SHIPMENT&warehouseId=5101',
	},
	'orders by filters': {
		method: 'GET',
		path: '/v1.1/orders?createdDateFrom=2025-01-01T00%3A00%3A00Z&limit=50&orderNumber=NW-10045&orderNumber=NW-10046&page=1',
	},
	'orders by filters, older path': { method: 'GET', path: '/v1/orders?limit=50&page=1&status=SHIPPED' },
	'changing an order': {
		method: 'POST',
		path: '/v1/orders',
		body: (orderId) => [
			{
				orderIdentifier: { orderId },
				customField1: 'x',
				paymentDate: '2025-03-06T08:00:05.000Z',
				shipMethod: { shippingCarrier: 'UPS' },
				weight: 1.5,
			},
		],
	},
	'registering a shipment': {
		method: 'PUT',
		path: '/v1.1/shipment/external',
		body: (orderId) => ({
			notifyCustomer: false,
			updateChannel: true,
			shipments: [
				{
					trackingNumber: '1ZTHIRDPARTY',
					orderId,
					shipMethod: {
						shippingProviderId: 88,
						shippingCarrier: 'UPS',
						packageTypeId: 1,
						ltlFtlShipment: null,
					},
				},
			],
		}),
	},
	'canceling an order': {
		method: 'POST',
		path: '/v1/orders/cancel?cancelReason=test&cancelReasonType=OTHER&orderNumber=TP-2&refundOrdersOnChannels=false&salesChannelId=1207&updateSalesChannels=false',
	},
};

/** Calls of other integrations: quoted SKUs and fields of its own (SV), numbers for yes and no and a filter that is not described (ESB). */
export const OTHER_CLIENTS: Record<string, ThirdPartyCall> = {
	'products by quoted SKUs': {
		method: 'GET',
		path: '/v1.1/products?sku=%22MUG-BLU-12%22,%22POT-CMP-2L%22&page=1&limit=100',
	},
	'stock records of a SKU': { method: 'GET', path: '/v1/inventory?sku=MUG-BLU-12&warehouseId=5101' },
	'stock totals of a warehouse': { method: 'GET', path: '/v1/productstocks/total?warehouseId=5102&page=1&limit=200' },
	'creating stock records with an allocated quantity': {
		method: 'PUT',
		path: '/v1.1/inventory',
		body: () => [
			{
				minStock: 0,
				pickable: true,
				productId: 410233,
				quantity: 1,
				quantityLocked: 0,
				receivable: true,
				warehouseId: 5101,
				allocatedQuantity: 0,
				stockLocationName: 'THIRD-PARTY',
			},
		],
	},
	'setting stock': {
		method: 'POST',
		path: '/v1.1/inventory/adjust',
		body: () => [{ masterSku: 'MUG-BLU-12', onHandQuantity: 5, warehouseId: 5102, stockLocationName: 'GLOBAL' }],
	},
	'active products': { method: 'GET', path: '/v1.1/products?active=1&limit=100&page=1' },
	'a product by its ID': { method: 'GET', path: '/v1.1/products?productId=410233' },
	'vendors in use': { method: 'GET', path: '/v1/vendors?activeOnly=1&limit=100&page=1' },
	'purchase orders by statuses': {
		method: 'GET',
		path: '/v1.1/purchaseorders?status=PARTIALLY_DELIVERED,FULFILLED&limit=50&page=1',
	},
	'products, older path': { method: 'GET', path: '/v1/products?limit=20&page=1' },
};
