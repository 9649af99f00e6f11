import { availableOf, productInfo, type Stock } from '../model/product';
import type { Store } from './store';

/** A stock record in the read shape of `GET /v1/inventory`. */
export function stockView(stock: Stock, store: Store): Record<string, unknown> {
	const product = store.catalog.products.get(stock.productId);
	return {
		productStockId: stock.productStockId,
		product: product ? productInfo(product) : null,
		stockLocation: { stockLocationId: stock.stockLocationId, location: stock.location, warehouseId: stock.warehouseId },
		quantity: stock.quantity,
		availableQuantity: availableOf(stock),
		allocatedQuantity: stock.allocated,
		quantityLocked: stock.locked,
		minStock: stock.minStock,
		drawRank: stock.drawRank,
		pickable: stock.pickable,
		receivable: stock.receivable,
		active: stock.active,
		warehouseStockTotals: store.stockroom.totals(stock.productId, stock.warehouseId),
	};
}
