import type { OrderManagerApi } from '../../../nodes/shared/api/ports';
import type { ListOptions, WithRaw } from '../../../nodes/shared/api/ports/types';
import type { ApiErrorKind } from '../../../nodes/shared/http/errors/apiError';
import { DIRECT } from '../../support/parameters';

export type Row = Record<string, unknown>;
type Pages = AsyncIterable<ReadonlyArray<WithRaw<unknown>>>;

/** A list of the service, and how one of its rows is spoilt. */
export interface List {
	contract: 'live' | 'guide';
	read: (manager: OrderManagerApi, options: ListOptions) => Pages;
	/** A row that can be read. */
	good: (nth: number) => Row;
	/** The same row with something that cannot be read. */
	odd: (row: Row) => unknown;
	/** What the odd row is called. */
	named: RegExp;
	/** Kind of the error where nobody takes the odd row. */
	kind?: ApiErrorKind;
	/** Around the rows of an answer. */
	wrap?: (rows: unknown[]) => unknown;
	/** Answers before the list. */
	before?: unknown[];
	unpaged?: true;
}

async function* once(rows: Promise<ReadonlyArray<WithRaw<unknown>>>): Pages {
	yield await rows;
}

const dates = { from: '2026-03-01T00:00:00Z', to: '2026-03-02T00:00:00Z' };
/** More digits than JSON numbers keep. */
export const UNSAFE = 2 ** 60;
export const LISTS: Record<string, List> = {
	orders: {
		contract: 'live',
		read: ({ orders }, options) => orders.list({}, options),
		good: (id) => ({
			orderId: id,
			orderNumber: `A-${id}`,
			orderItems: [{ unitPrice: { amount: '10.00', currency: 'USD' } }],
		}),
		odd: (row) => ({ ...row, orderItems: [{ unitPrice: { amount: 'ten' } }] }),
		named: /^Order A-2 \(ID 2\).*“orderItems\.0\.unitPrice\.amount” is “ten”/,
	},
	products: {
		contract: 'live',
		read: ({ products }, options) => products.list({}, options),
		good: (id) => ({ productId: id, masterSku: `S-${id}`, weight: '1.5' }),
		odd: (row) => ({ ...row, weight: '1,5' }),
		named: /^Product S-2 \(ID 2\).*“weight” is “1,5”/,
	},
	'stock levels': {
		contract: 'live',
		read: ({ stock }, options) => stock.list({ perWarehouse: false }, options),
		good: (id) => ({ product: { productId: id, masterSku: `S-${id}` }, onHandQuantity: '5' }),
		odd: (row) => ({ ...row, availableQuantity: 'many' }),
		named: /^Stock level S-2 .*“availableQuantity”/,
	},
	'stock levels without a SKU': {
		contract: 'live',
		read: ({ stock }, options) => stock.list({ perWarehouse: false }, options),
		good: (id) => ({ product: { productId: id, masterSku: `S-${id}` }, onHandQuantity: 5 }),
		odd: () => ({ product: null, onHandQuantity: 5 }),
		named: /“product\.masterSku” is missing/,
	},
	'stock records': {
		contract: 'live',
		read: ({ stockRecords }, options) => stockRecords!.list({}, options),
		good: (id) => ({ productStockId: id, product: { masterSku: `S-${id}` }, quantity: 1 }),
		odd: (row) => ({ ...row, productStockId: UNSAFE }),
		named: /^Stock record S-2 .*“productStockId” is 1152921504606847000, not a number with all its digits/,
	},
	'stock changes': {
		contract: 'live',
		read: ({ stock }, options) => stock.changes!({ salesChannelId: DIRECT, perWarehouse: false }, options),
		good: (id) => ({ product: { productId: id, masterSku: `S-${id}` }, availableQuantity: 1 }),
		odd: (row) => ({ ...row, availableQuantity: {} }),
		named: /Stock change S-2 .*“availableQuantity” is an object/,
		kind: 'feedLost',
		wrap: (rows) => [{ pagesRemaining: rows.length > 0, productAggregatedQuantities: rows }],
	},
	'the history of a stock record': {
		contract: 'live',
		read: ({ stockRecords }, options) => stockRecords!.history({ recordId: '1' }, options),
		good: (id) => ({ masterSku: `S-${id}`, formattedEditTime: '2026-03-05T09:00:00Z' }),
		odd: (row) => ({ ...row, productId: UNSAFE }),
		named: /^Entry of the history .*“productId”/,
	},
	shipments: {
		contract: 'live',
		read: ({ shipments }, options) => shipments.list({ ...dates, dateField: 'created' }, options),
		good: (id) => ({ shipmentId: id, trackingNumber: `1Z${id}`, carrierFee: { amount: '4.50' } }),
		odd: (row) => ({ ...row, trackingNumber: 9.400111899223817e21 }),
		named: /^Shipment \(ID 2\).*“trackingNumber” is 9\.400111899223817e\+21/,
	},
	listings: {
		contract: 'live',
		read: ({ listings }, options) => listings!.list({}, options),
		good: (id) => ({ listingId: id, listingSku: `L-${id}`, active: 'true' }),
		odd: (row) => ({ ...row, active: 'maybe' }),
		named: /^Listing L-2 \(ID 2\).*“active” is “maybe”/,
	},
	warehouses: {
		contract: 'live',
		read: ({ warehouses }, options) => once(warehouses.list(options)),
		good: (id) => ({ warehouseId: id, name: `W-${id}` }),
		odd: (row) => ({ ...row, domesticBackups: [UNSAFE] }),
		named: /^Warehouse W-2 \(ID 2\).*“domesticBackups\.0”/,
		unpaged: true,
	},
	'sales channels': {
		contract: 'live',
		read: ({ salesChannels }, options) => once(salesChannels!.list(options)),
		good: (id) => ({ salesChannelId: id, name: `C-${id}` }),
		odd: (row) => ({ ...row, salesChannelId: null }),
		named: /^Sales channel C-2 .*“salesChannelId”/,
		unpaged: true,
	},
	carriers: {
		contract: 'live',
		read: ({ carriers }, options) => once(carriers!.list('service', undefined, options)),
		good: (id) => ({ shippingServiceId: id, serviceName: `Ground ${id}` }),
		odd: (row) => ({ ...row, shippingServiceId: UNSAFE }),
		named: /^Entry Ground 2 .*“shippingServiceId”/,
		unpaged: true,
	},
	statuses: {
		contract: 'live',
		read: ({ orders }, options) => once(orders.statuses!(true, options)),
		good: (id) => ({ id, status: `STATUS_${id}` }),
		odd: (row) => ({ ...row, status: 5 }),
		named: /^Status .*“status” is 5, not text/,
		wrap: (rows) => ({ statuses: rows }),
		unpaged: true,
	},
	'throttle limits': {
		contract: 'live',
		read: ({ account }, options) => once(account!.throttleLimits(options)),
		good: (id) => ({ requestPath: `/${id}`, throttleConfig: { quotaMaxRequest: '5' } }),
		odd: (row) => ({ ...row, throttleConfig: { quotaMaxRequest: 'x' } }),
		named: /^Limit \/2 .*“throttleConfig\.quotaMaxRequest”/,
		unpaged: true,
	},
	options: {
		contract: 'live',
		read: ({ account }, options) => once(account!.options('paymentTypes', options)),
		good: (id) => ({ orderPaymentTypeId: id, name: `Type ${id}` }),
		odd: (row) => ({ ...row, orderPaymentTypeId: UNSAFE }),
		named: /^Entry Type 2 .*“orderPaymentTypeId”/,
		unpaged: true,
	},
	'orders (guide)': {
		contract: 'guide',
		read: ({ orders }, options) => orders.list({}, options),
		good: (id) => ({
			id,
			order_number: `A-${id}`,
			shipping_cost: '5.00',
			items: [{ sku: 'A', quantity: '2', unit_price: '10' }],
		}),
		odd: (row) => ({ ...row, items: [{ sku: 'A', quantity: 'two' }] }),
		named: /^Order A-2 \(ID 2\).*“items\.0\.quantity” is “two”/,
	},
	'products (guide)': {
		contract: 'guide',
		read: ({ products }, options) => products.list({}, options),
		good: (id) => ({ id, sku: `S-${id}`, weight: '0.5' }),
		odd: (row) => ({ ...row, id: UNSAFE }),
		named: /^Product S-2 .*“id”/,
	},
	'stock levels by warehouse (guide)': {
		contract: 'guide',
		read: ({ stock }, options) => stock.list({ perWarehouse: true }, options),
		good: (id) => ({ sku: `S-${id}`, warehouse_id: 1, on_hand: '5' }),
		odd: (row) => ({ ...row, on_hand: 'five' }),
		named: /^Stock level S-2 .*“on_hand” is “five”/,
	},
	'stock levels by SKU (guide)': {
		contract: 'guide',
		read: ({ stock }, options) => stock.list({ perWarehouse: false }, options),
		good: (id) => ({ sku: `S-${id}`, warehouse_id: 1, on_hand: 5 }),
		odd: (row) => ({ ...row, available: '1,250' }),
		named: /^Stock level S-2 .*“available” is “1,250”/,
	},
	'shipments (guide)': {
		contract: 'guide',
		read: ({ shipments }, options) => shipments.list({ ...dates, dateField: 'shipDate' }, options),
		good: (id) => ({ id, order_number: `A-${id}`, tracking_number: `1Z${id}` }),
		odd: (row) => ({ ...row, order_number: UNSAFE }),
		named: /^Shipment 1Z2 \(ID 2\).*“order_number”/,
	},
	'warehouses (guide)': {
		contract: 'guide',
		read: ({ warehouses }, options) => once(warehouses.list(options)),
		good: (id) => ({ id, name: `W-${id}` }),
		odd: (row) => ({ ...row, active: 'perhaps' }),
		named: /^Warehouse W-2 \(ID 2\).*“active”/,
	},
};
