import { pathId, type Call, type Handlers } from '../http/call';
import { notFound } from '../http/problem';
import type { Product } from '../model/product';
import type { Warehouse } from '../model/common';
import { isoSeconds } from '../store/clock';
import { GLOBAL_LOCATION } from '../store/stockroom';
import { pageOf } from '../store/table';

interface Level {
	sku: string;
	warehouse_id: number;
	on_hand: number;
}

/** Stock of one product in one warehouse: the guide knows no locations, so they are added up. */
function levelOf(call: Call, product: Product, warehouseId: number): Record<string, unknown> {
	const { stockroom, warehouses } = call.store;
	const totals = stockroom.totals(product.productId, warehouseId);
	const modified = Math.max(
		...stockroom
			.of(product.productId)
			.filter((stock) => stock.warehouseId === warehouseId)
			.map((stock) => stock.modified),
	);
	return {
		sku: product.masterSku,
		warehouse_id: warehouseId,
		warehouse_name: warehouses.get(warehouseId)?.name ?? null,
		on_hand: totals.onHandQuantity,
		available: totals.availableQuantity,
		allocated: totals.allocatedQuantity,
		updated_at: isoSeconds(modified),
	};
}

/** Each product with stock, once per warehouse. Only the rows of the page are worked out. */
function listLevels(call: Call): unknown {
	const { query, store, page, limit } = call;
	const sku = query.text('sku');
	const warehouse = query.number('warehouse_id');
	const { stockroom, catalog } = store;
	const known = sku === undefined ? undefined : catalog.productBySku(sku);
	const stocks = sku === undefined ? stockroom.stocks.rows : known ? stockroom.of(known.productId) : [];
	const isFirstOfPlace = (productStockId: number, productId: number, warehouseId: number): boolean =>
		stockroom.of(productId).find((stock) => stock.warehouseId === warehouseId)?.productStockId === productStockId;
	const rows = pageOf(
		stocks,
		page,
		limit,
		(stock) =>
			(warehouse === undefined || stock.warehouseId === warehouse) &&
			isFirstOfPlace(stock.productStockId, stock.productId, stock.warehouseId),
	);
	return rows.map((stock) => levelOf(call, catalog.products.get(stock.productId)!, stock.warehouseId));
}

class LevelError extends Error {
	constructor(
		readonly field: keyof Level,
		readonly code: string,
		message: string,
	) {
		super(message);
	}
}

/** Sets the level of a warehouse. Of several locations the first takes the difference; a missing record is made (inferred). */
function setLevel(call: Call, row: Level): unknown {
	const { stockroom, catalog, warehouses } = call.store;
	const product = catalog.productBySku(row.sku);
	if (!product) throw new LevelError('sku', 'UNKNOWN_SKU', `There is no product ${row.sku}`);
	if (!warehouses.get(row.warehouse_id))
		throw new LevelError('warehouse_id', 'UNKNOWN_WAREHOUSE', `There is no warehouse ${row.warehouse_id}`);
	if (row.on_hand < 0) throw new LevelError('on_hand', 'INVALID_QUANTITY', 'on_hand must not be negative');
	const stocks = stockroom.of(product.productId).filter((stock) => stock.warehouseId === row.warehouse_id);
	const first = stocks[0];
	if (!first)
		stockroom.create({
			productId: product.productId,
			warehouseId: row.warehouse_id,
			location: GLOBAL_LOCATION,
			quantity: row.on_hand,
		});
	else
		stockroom.edit(
			first,
			{ quantity: row.on_hand - stocks.slice(1).reduce((sum, stock) => sum + stock.quantity, 0) },
			'Quantity set',
		);
	return levelOf(call, product, row.warehouse_id);
}

function setLevels(call: Call): unknown {
	const results: unknown[] = [];
	const errors: unknown[] = [];
	(call.body as Level[]).forEach((row, index) => {
		try {
			results.push(setLevel(call, row));
		} catch (error) {
			if (!(error instanceof LevelError)) throw error;
			errors.push({ index, code: error.code, message: error.message, field: error.field });
		}
	});
	return { results, errors };
}

const warehouseView = ({ warehouseId, name, active }: Warehouse): unknown => ({ id: warehouseId, name, active });

export const guideInventoryHandlers: Handlers = {
	'inventory.levels': listLevels,
	'inventory.set': setLevels,
	'warehouses.list': ({ store, page, limit }) => pageOf(store.warehouses.rows, page, limit).map(warehouseView),
	'warehouses.get': (call) => {
		const warehouse = call.store.warehouses.get(pathId(call, 'id'));
		if (!warehouse) throw notFound('Warehouse', call.params['id']);
		return warehouseView(warehouse);
	},
};
