import type { Call, Handlers } from '../http/call';
import { availableOf, productInfo, type Product, type Stock } from '../model/product';
import { GLOBAL_LOCATION } from '../store/stockroom';
import { stockView } from '../store/stockView';
import { pageOf } from '../store/table';
import { bulk, NO_STOCK_RECORD, RowError, UNKNOWN_PRODUCT } from './bulk';

/** How a stock write names its product and place. */
export interface Place {
	masterSku?: string | null;
	productId?: number | null;
	warehouseId: number;
	stockLocationName?: string | null;
	notes?: string | null;
}

export function productOf(call: Call, { masterSku, productId }: Pick<Place, 'masterSku' | 'productId'>): Product {
	const { catalog } = call.store;
	const product = productId ? catalog.products.get(productId) : masterSku ? catalog.productBySku(masterSku) : undefined;
	if (!productId && !masterSku) throw new RowError('masterSku', 'masterSku or productId is mandatory');
	if (!product)
		throw new RowError(
			productId ? 'productId' : 'masterSku',
			'Product does not exist',
			productId || masterSku,
			UNKNOWN_PRODUCT,
		);
	return product;
}

/** Name of the location: mandatory in DIRECT_FULFILLMENT warehouses, GLOBAL elsewhere. */
export function locationOf(call: Call, { warehouseId, stockLocationName }: Place): string {
	const warehouse = call.store.warehouses.get(warehouseId);
	if (!warehouse) throw new RowError('warehouseId', `There is no warehouse ${warehouseId}`, warehouseId);
	if (stockLocationName) return stockLocationName;
	if (warehouse.type === 'DIRECT_FULFILLMENT')
		throw new RowError(
			'stockLocationName',
			'stockLocationName is mandatory for DIRECT_FULFILLMENT warehouses',
			warehouseId,
		);
	return GLOBAL_LOCATION;
}

/** Undefined for a product that does not exist, where the service says no more than that there is no stock of it. */
function productOfStock(call: Call, place: Place): Product | undefined {
	try {
		return productOf(call, place);
	} catch (error) {
		if (error instanceof RowError && error.code === UNKNOWN_PRODUCT && call.service.unknownSku === NO_STOCK_RECORD)
			return undefined;
		throw error;
	}
}

export function stockOf(call: Call, place: Place): { product: Product; stock: Stock } {
	const product = productOfStock(call, place);
	const location = locationOf(call, place);
	const stock = product && call.store.stockroom.find(product.productId, place.warehouseId, location);
	if (!product || !stock)
		throw new RowError(
			'stockLocationName',
			`No product stock at ${location} of warehouse ${place.warehouseId}`,
			product?.masterSku ?? place.masterSku,
			NO_STOCK_RECORD,
		);
	return { product, stock };
}

function result(product: Product, stock: Stock): unknown {
	return {
		masterSku: product.masterSku,
		availableQuantity: availableOf(stock),
		productStockId: stock.productStockId,
		warehouseId: stock.warehouseId,
	};
}

function notBelowZero(field: string, value: number | null | undefined): void {
	if (typeof value === 'number' && value < 0) throw new RowError(field, `${field} must not be negative`, value);
}

function adjust(
	call: Call,
	row: Place & { onHandQuantity: number; lockedQuantity?: number | null; minStockQuantity?: number | null },
): unknown {
	const { product, stock } = stockOf(call, row);
	notBelowZero('onHandQuantity', row.onHandQuantity);
	notBelowZero('lockedQuantity', row.lockedQuantity);
	call.store.stockroom.edit(
		stock,
		{
			quantity: row.onHandQuantity,
			locked: row.lockedQuantity ?? stock.locked,
			minStock: row.minStockQuantity ?? stock.minStock,
		},
		'Quantity set',
		row.notes ?? null,
	);
	return result(product, stock);
}

function change(call: Call, row: Place, field: string, by: number): unknown {
	const { product, stock } = stockOf(call, row);
	if (by === 0 || Number.isNaN(by)) throw new RowError(field, `${field} must be greater than zero`);
	if (stock.quantity + by < 0) throw new RowError(field, `Only ${stock.quantity} on hand`, product.masterSku);
	call.store.stockroom.edit(
		stock,
		{ quantity: stock.quantity + by },
		by > 0 ? 'Quantity added' : 'Quantity removed',
		row.notes ?? null,
	);
	return result(product, stock);
}

interface PutInventory extends Place {
	quantity: number;
	quantityLocked: number;
	minStock: number;
	pickable: boolean;
	receivable: boolean;
	drawRank?: number | null;
}

function createStock(call: Call, row: PutInventory): unknown {
	const product = productOf(call, row);
	const location = locationOf(call, row);
	if (product.type === 'VIRTUAL_PRODUCT')
		throw new RowError('masterSku', 'Virtual products hold no stock', product.masterSku);
	if (call.store.stockroom.find(product.productId, row.warehouseId, location))
		throw new RowError('stockLocationName', `There is stock at ${location} already`, product.masterSku);
	notBelowZero('quantity', row.quantity);
	const { quantity, quantityLocked, minStock, pickable, receivable, drawRank } = row;
	const stock = call.store.stockroom.create({
		productId: product.productId,
		warehouseId: row.warehouseId,
		location,
		quantity,
		locked: quantityLocked ?? 0,
		minStock: minStock ?? 0,
		pickable: pickable ?? true,
		receivable: receivable ?? true,
		drawRank: drawRank ?? 1,
	});
	return result(product, stock);
}

/** Products named by id or by the beginning of their SKU; undefined when the call names none. */
function namedProducts(call: Call): Product[] | undefined {
	const ids = call.query.numbers('productId');
	const skus = call.query.texts('sku');
	if (ids.length === 0 && skus.length === 0) return undefined;
	const { catalog } = call.store;
	const byId = ids.map((id) => catalog.products.get(id)).filter((product): product is Product => product !== undefined);
	if (skus.length === 0) return byId;
	const bySku = catalog.productsStartingWith('sku', skus);
	return ids.length === 0 ? bySku : bySku.filter((product) => ids.includes(product.productId));
}

function listStock(call: Call): unknown {
	const { query, store, page, limit } = call;
	const warehouse = query.id('warehouseId');
	const location = query.text('stockLocationName')?.toLowerCase();
	const from = query.time('createdFromDate');
	const to = query.time('createdToDate');
	const wanted = namedProducts(call);
	const rows = wanted
		? wanted.flatMap((product) => [...store.stockroom.of(product.productId)])
		: store.stockroom.stocks.rows;
	const isFree = !warehouse && !location && from === undefined && to === undefined;
	const test = (stock: Stock): boolean =>
		(!warehouse || stock.warehouseId === warehouse) &&
		(!location || stock.location.toLowerCase() === location) &&
		(from === undefined || stock.created >= from) &&
		(to === undefined || stock.created <= to);
	return pageOf(rows, page, limit, isFree ? undefined : test).map((stock) => stockView(stock, store));
}

/** Totals of the products that have a stock record (in the warehouse asked for, or listed in the channel asked for). */
function listTotals(call: Call): unknown {
	const { query, store, page, limit } = call;
	const warehouse = query.id('warehouseId');
	const channel = query.id('salesChannelId');
	const test = (product: Product): boolean => {
		const stocks = store.stockroom.of(product.productId);
		if (stocks.length === 0 || (warehouse && !stocks.some((stock) => stock.warehouseId === warehouse))) return false;
		return (
			!channel || store.catalog.listingsOf(product.productId).some((listing) => listing.salesChannelId === channel)
		);
	};
	return pageOf(namedProducts(call) ?? store.catalog.products.rows, page, limit, test).map((product) => {
		const { minInventoryLevel, ...totals } = store.stockroom.totals(product.productId, warehouse);
		void minInventoryLevel;
		return { product: productInfo(product), ...totals };
	});
}

export const inventoryHandlers: Handlers = {
	'inventory.list': listStock,
	'inventory.totals.list': listTotals,
	'inventory.totals.listV11': listTotals,
	'inventory.adjust': (call) =>
		bulk(call.body as Array<Place & { onHandQuantity: number }>, (row) => adjust(call, row)),
	'inventory.add': (call) =>
		bulk(call.body as Array<Place & { addQuantity: number }>, (row) =>
			change(call, row, 'addQuantity', Math.max(0, row.addQuantity)),
		),
	'inventory.remove': (call) =>
		bulk(call.body as Array<Place & { removeQuantity: number }>, (row) =>
			change(call, row, 'removeQuantity', -Math.max(0, row.removeQuantity)),
		),
	'inventory.create': (call) => bulk(call.body as PutInventory[], (row) => createStock(call, row)),
};
