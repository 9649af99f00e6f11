// The code of "Compare" where the ERP may also give bundles and listings.

const { compareProducts, columnsOfNew } = require('../compare-products.js');
const { compareBundles } = require('./compare-bundles.js');
const { compareListings } = require('./compare-listings.js');
const { folded } = require('./skus.js');

/** n8n gives one empty item where there is nothing. */
const rowsIn = (items) => items.filter((row) => Object.keys(row).length > 0);

/**
 * Products, bundles and listings. A bundle that Extensiv does not have must not be created as a plain product before.
 * @param erp `{products, bundles, listings}` of the ERP
 * @param extensiv `{products, listings, channels}` of Extensiv
 * @param settings `{brandIfNone, currency}`
 * @returns items with an `action`: `write`, `bundle`, `listing`, `refused` and, once and last, `summary`
 */
function compareCatalogue(erp, extensiv, settings) {
	const bundleRows = rowsIn(erp.bundles);
	const listingRows = rowsIn(erp.listings);
	const existing = rowsIn(extensiv.products);
	const known = new Set(existing.map(({ sku }) => folded(sku)));
	const areBundles = new Set(bundleRows.map(({ sku }) => folded(sku)));
	const plainProducts = erp.products.filter(({ sku }) => known.has(folded(sku)) || !areBundles.has(folded(sku)));
	const products = compareProducts(plainProducts, existing, settings);
	const summary = products.at(-1);
	const bundles = compareBundles(bundleRows, rowsIn(erp.products), existing, (row) => columnsOfNew(row, settings));
	const coming = [...products, ...bundles].filter(({ action }) => action === 'write' || action === 'bundle');
	const all = new Set([...known, ...coming.map(({ sku }) => folded(sku))]);
	const listings = compareListings(listingRows, rowsIn(extensiv.listings), rowsIn(extensiv.channels), all);
	const offers = [...bundles, ...listings];
	const count = (wanted) => offers.filter(({ action }) => action === wanted).length;
	return [
		...products.slice(0, -1),
		...offers.filter(({ action }) => action !== 'equal'),
		{
			...summary,
			inErp: rowsIn(erp.products).length,
			refused: summary.refused + count('refused'),
			bundles: bundles.length,
			newBundles: count('bundle'),
			listings: listings.length,
			newListings: count('listing'),
		},
	];
}

module.exports = { compareCatalogue };
