// The code of the steps "One item for each product and warehouse" and "One item for each product" (Odoo).

const { given, idOf } = require('./values.js');

const withCode = (products) => products.filter(({ default_code }) => given(default_code) !== undefined);

/**
 * A `StockItem` for each product and warehouse, also where there is none: Odoo forgets a quantity when it becomes 0.
 * @param read the records of Odoo: `{products, warehouses, quants}`
 */
function stockItems({ products, warehouses, quants }) {
	const levels = new Map();
	for (const { product_id, warehouse_id, quantity } of quants) {
		const place = `${idOf(product_id)} ${idOf(warehouse_id)}`;
		levels.set(place, (levels.get(place) ?? 0) + quantity);
	}
	return withCode(products)
		.filter(({ is_storable }) => is_storable)
		.flatMap(({ id, default_code }) =>
			warehouses.map((warehouse) => ({
				sku: default_code,
				warehouse: warehouse.name,
				onHand: levels.get(`${id} ${warehouse.id}`) ?? 0,
			})),
		);
}

/** A `ProductItem` for each product with an internal reference. */
const productItems = (products) =>
	withCode(products).map(({ id, default_code, name, lst_price, standard_price, barcode }) => ({
		erpId: String(id),
		sku: default_code,
		name,
		price: lst_price,
		cost: standard_price,
		upc: given(barcode),
	}));

module.exports = { stockItems, productItems };
