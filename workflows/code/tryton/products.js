// The code of the step "One item for each product" (Tryton).

const { plain } = require('./answers.js');

/** A `ProductItem` for each product with a code. A UPC is an EAN of 12 digits. */
const productItems = (products) =>
	products.map((product) => ({
		erpId: String(product.id),
		sku: product.code,
		name: product.name,
		price: plain(product.list_price),
		cost: plain(product.cost_price),
		upc: product['identifiers.'].find(({ type }) => type === 'ean')?.code,
	}));

module.exports = { productItems };
