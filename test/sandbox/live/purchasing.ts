import { pathId, type Call, type Handlers } from '../http/call';
import { notFound } from '../http/problem';
import type { PurchaseOrder } from '../model/supply';
import { pageOf } from '../store/table';

const between = (text: string | null, from: number | undefined, to: number | undefined): boolean => {
	if (from === undefined && to === undefined) return true;
	const time = text === null ? Number.NaN : Date.parse(text);
	return (from === undefined || time >= from) && (to === undefined || time <= to);
};

function listPurchaseOrders(call: Call): PurchaseOrder[] {
	const { query, store } = call;
	const statuses = query.texts('status');
	const warehouses = query.numbers('warehouseIds');
	const product = query.id('productId');
	const masterSku = query.text('productSku') ?? (product ? store.catalog.products.get(product)?.masterSku : undefined);
	const vendor = query.id('vendorId');
	const vendorProduct = query.id('vendorProductId');
	const vendorSku = query.text('vendorProductSku');
	const number = query.text('purchaseOrderNumber');
	const custom = query.text('customPurchaseOrderNumber');
	const createdBy = query.id('createdBy');
	const range = (name: string): [number | undefined, number | undefined] => [
		query.time(`${name}DateFrom`),
		query.time(`${name}DateTo`),
	];
	const created = range('created');
	const modified = range('modified');
	const authorized = range('authorized');
	const has = (order: PurchaseOrder, test: (item: PurchaseOrder['purchaseOrderItems'][number]) => boolean): boolean =>
		order.purchaseOrderItems.some(test);
	return pageOf(
		store.purchaseOrders.rows,
		call.page,
		call.limit,
		(order) =>
			(statuses.length === 0 || statuses.includes(order.status)) &&
			(warehouses.length === 0 || warehouses.includes(order.destinationWarehouseId)) &&
			(!vendor || order.vendorId === vendor) &&
			(number === undefined || order.number === number) &&
			(custom === undefined || order.customPurchaseOrderNumber === custom) &&
			(!createdBy || order.createdBy.userId === createdBy) &&
			(!vendorProduct || has(order, (item) => item.vendorProductId === vendorProduct)) &&
			(vendorSku === undefined || has(order, (item) => item.vendorProductVendorSku === vendorSku)) &&
			((!product && masterSku === undefined) || has(order, (item) => item.vendorProductMasterSku === masterSku)) &&
			between(order.dateCreated, ...created) &&
			between(order.dateModified, ...modified) &&
			between(order.dateAuthorized, ...authorized),
	);
}

const FORMATS = ['PO_PDF_ATTACHMENT', 'PO_EMAIL', 'PO_HTML_ATTACHMENT'];

export const purchasingHandlers: Handlers = {
	'purchaseOrders.list': listPurchaseOrders,
	'purchaseOrders.get': (call) => {
		const id = pathId(call, 'purchaseOrderId');
		const order = call.store.purchaseOrders.get(id);
		if (!order) throw notFound('Purchase order', id);
		return order;
	},
	'purchaseOrders.formats': () => FORMATS.map((description, at) => ({ id: at + 1, description })),
	'vendors.list': ({ store, query, page, limit }) =>
		pageOf(store.vendors.rows, page, limit, query.flag('activeOnly') === false ? undefined : (vendor) => vendor.active),
	'vendors.get': (call) => {
		const id = pathId(call, 'vendorId');
		const vendor = call.store.vendors.get(id);
		if (!vendor) throw notFound('Vendor', id);
		return vendor;
	},
	'vendors.dropship': ({ store }) => store.vendors.rows.filter((vendor) => vendor.dropshipper),
	'vendors.paymentTerms.list': ({ store, query }) =>
		store.paymentTerms.rows.filter((term) => term.active || query.flag('activeOnly') === false),
	'vendorProducts.list': ({ store, query, page, limit }) => {
		const ids = query.numbers('vendorProductId');
		const vendors = query.numbers('vendorId');
		const products = query.numbers('productId');
		return pageOf(
			store.vendorProducts.rows,
			page,
			limit,
			(row) =>
				(ids.length === 0 || ids.includes(row.vendorProductId)) &&
				(vendors.length === 0 || vendors.includes(row.vendorId)) &&
				(products.length === 0 || products.includes(row.product.productId)),
		);
	},
};
