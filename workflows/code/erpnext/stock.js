// The code of the steps that read stock and products (ERPNext).

/** A `StockItem` for each Bin, which is an item in a warehouse. */
const stockItems = (bins) =>
	bins.map(({ item_code, warehouse, actual_qty }) => ({ sku: item_code, warehouse, onHand: actual_qty }));

/** A `ProductItem` for each Item. */
const productItems = (items) =>
	items.map(({ name, item_code, item_name, brand }) => ({
		erpId: name,
		sku: item_code,
		name: item_name,
		brand: brand || undefined,
	}));

module.exports = { stockItems, productItems };
