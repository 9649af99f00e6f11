import { pathId, type Call, type Handlers } from '../http/call';
import { Reply, badField, notFound } from '../http/problem';
import { newProduct, type Product } from '../model/product';
import { listProduct } from '../seed/records';
import { isoSeconds } from '../store/clock';
import { pageOf } from '../store/table';
import { REFUSE_ME } from '../live/bulk';

interface ProductBody {
	sku?: string;
	name?: string | null;
	brand?: string | null;
	upc?: string | null;
	weight?: number | null;
	active?: boolean | null;
}

function view({ productId, masterSku, name, brand, upc, weight, active, createdDate, modifiedDate }: Product): unknown {
	return {
		id: productId,
		sku: masterSku,
		name,
		brand,
		upc,
		weight,
		active,
		created_at: createdDate,
		updated_at: modifiedDate,
	};
}

function productOf(call: Call): Product {
	const product = call.store.catalog.products.get(pathId(call, 'id'));
	if (!product) throw notFound('Product', call.params['id']);
	return product;
}

function listProducts(call: Call): unknown {
	const sku = call.query.text('sku');
	const from = call.query.time('updated_from');
	const { catalog } = call.store;
	const known = sku === undefined ? undefined : catalog.productBySku(sku);
	const rows = sku === undefined ? catalog.products.rows : known ? [known] : [];
	return pageOf(
		rows,
		call.page,
		call.limit,
		from === undefined ? undefined : (product) => Date.parse(product.modifiedDate) >= from,
	).map(view);
}

/** New products are listed in every channel under their SKU, so that orders can name them at once. */
function createProduct(call: Call): Reply {
	const body = call.body as ProductBody;
	const { catalog, salesChannels } = call.store;
	const sku = body.sku ?? '';
	if (body.name === REFUSE_ME) throw badField(422, 'name', 'This product is refused as asked');
	if (catalog.productBySku(sku)) throw badField(422, 'sku', `SKU ${sku} is taken`);
	const product = catalog.addProduct(
		newProduct({
			productId: catalog.products.newId(),
			masterSku: sku,
			name: body.name ?? sku,
			brand: body.brand ?? null,
			upc: body.upc ?? null,
			weight: body.weight ?? 0,
			active: body.active ?? true,
			createdDate: isoSeconds(call.store.now()),
		}),
	);
	for (const channel of salesChannels.rows) listProduct(call.store, product.productId, channel.salesChannelId, sku);
	return new Reply(201, view(product));
}

function updateProduct(call: Call): unknown {
	const product = productOf(call);
	const body = call.body as ProductBody;
	const change: Partial<Product> = {};
	if (typeof body.name === 'string') change.name = body.name;
	if (typeof body.weight === 'number') change.weight = body.weight;
	if (typeof body.active === 'boolean') change.active = body.active;
	if (body.brand !== undefined) change.brand = body.brand;
	if (body.upc !== undefined) change.upc = body.upc;
	call.store.catalog.changeProduct(product, change, isoSeconds(call.store.now()));
	return view(product);
}

export const guideProductHandlers: Handlers = {
	'products.list': listProducts,
	'products.get': (call) => view(productOf(call)),
	'products.create': createProduct,
	'products.update': updateProduct,
};
