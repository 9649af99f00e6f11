import type { Call, Handlers } from '../http/call';
import { badField, notFound } from '../http/problem';
import type { Listing, Product } from '../model/product';
import { pageOf } from '../store/table';

type Test<Row> = (row: Row) => boolean;

/** Tests a date text against a from/to pair of the query, ends included. */
function within(call: Call, name: string): Test<string> | undefined {
	const from = call.query.time(`${name}From`);
	const to = call.query.time(`${name}To`);
	if (from === undefined && to === undefined) return undefined;
	return (text) => {
		const time = Date.parse(text);
		return (from === undefined || time >= from) && (to === undefined || time <= to);
	};
}

function listProducts(call: Call): Product[] {
	const { query, store, page, limit } = call;
	const { catalog, stockroom } = store;
	const active = query.flag('active');
	const warehouse = query.id('warehouseId');
	const location = query.id('stockLocationId');
	const unconfigured = query.texts('productInvStatus').includes('UNCONFIGURED_STOCK');
	const created = within(call, 'createdDate');
	const modified = within(call, 'modifiedDate');
	let rows: readonly Product[] | undefined;
	for (const index of ['sku', 'upc', 'mpn'] as const) {
		const prefixes = query.texts(index);
		if (prefixes.length === 0) continue;
		const found = catalog.productsStartingWith(index, prefixes);
		rows = rows ? rows.filter((product) => found.includes(product)) : found;
	}
	const test: Test<Product> = (product) => {
		if (active !== undefined && product.active !== active) return false;
		if (created && !created(product.createdDate)) return false;
		if (modified && !modified(product.modifiedDate)) return false;
		const stocks = stockroom.of(product.productId);
		if (warehouse && !stocks.some((stock) => stock.warehouseId === warehouse)) return false;
		if (location && !stocks.some((stock) => stock.stockLocationId === location)) return false;
		return !unconfigured || stocks.length === 0;
	};
	return pageOf(rows ?? catalog.products.rows, page, limit, test);
}

/** One product by any of its selectors; text selectors are exact here. */
function getProduct(call: Call): Product {
	const { query, store } = call;
	const id = query.id('productId');
	const sku = query.text('sku');
	const upc = query.text('upc');
	const mpn = query.text('mpn');
	const active = query.flag('active');
	if (!id && !sku && !upc && !mpn) throw badField(422, 'productId', 'productId, sku, upc or mpn is required');
	const known = id
		? store.catalog.products.get(id)
		: sku
			? store.catalog.productBySku(sku)
			: store.catalog.products.rows.find((product) => (upc ? product.upc === upc : product.mpn === mpn));
	if (!known || (active !== undefined && known.active !== active)) throw notFound('Product', id ?? sku ?? upc ?? mpn);
	return known;
}

function listListings(call: Call): Listing[] {
	const { query, store, page, limit } = call;
	const lower = (name: string): Set<string> => new Set(query.texts(name).map((text) => text.toLowerCase()));
	const listingSkus = lower('listingSku');
	const masterSkus = lower('masterSku');
	const ids = new Set(query.numbers('listingId'));
	const products = new Set(query.numbers('productId'));
	const channel = query.id('salesChannelId');
	const warehouse = query.id('warehouseId');
	const active = query.flag('active');
	const created = within(call, 'createdDate');
	const modified = within(call, 'modifiedDate');
	const test: Test<Listing> = (row) =>
		(listingSkus.size === 0 || listingSkus.has(row.listingSku.toLowerCase())) &&
		(masterSkus.size === 0 || masterSkus.has(row.masterSku.toLowerCase())) &&
		(ids.size === 0 || ids.has(row.listingId)) &&
		(products.size === 0 || products.has(row.productId)) &&
		(!channel || row.salesChannelId === channel) &&
		(!warehouse || store.stockroom.of(row.productId).some((stock) => stock.warehouseId === warehouse)) &&
		(active === undefined || row.active === active) &&
		(!created || created(row.created)) &&
		(!modified || modified(row.lastModified));
	const isBySku = channel !== undefined && listingSkus.size > 0;
	const rows = isBySku
		? [...listingSkus]
				.map((sku) => store.catalog.listing(channel, sku))
				.filter((row): row is Listing => row !== undefined)
		: store.catalog.listings.rows;
	return pageOf(rows, page, limit, test);
}

export const productHandlers: Handlers = {
	'products.list': listProducts,
	'products.get': getProduct,
	'listings.list': listListings,
};
