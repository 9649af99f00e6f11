import type { Call, Handlers } from '../http/call';
import { badField, notFound } from '../http/problem';
import type { Money, Label } from '../model/common';
import { newProduct, productInfo, type Product } from '../model/product';
import { isoSeconds } from '../store/clock';
import { bulk, multipleIds, REFUSE_ME, RowError, singleId, UNKNOWN_PRODUCT } from './bulk';

interface PutProduct {
	masterSku: string;
	name: string;
	brand: string;
	description?: string | null;
	labels?: Label[] | null;
	categories?: string[] | null;
	imageUrls?: Array<{ url: string; rank?: number | null }> | null;
	isDigital?: boolean | null;
	isGiftCard?: boolean | null;
	weight?: number | null;
	mapPrice?: Money | null;
	virtualProductId?: number;
	attributeIds?: number[];
	[field: string]: unknown;
}

/** Fields that are written and read under the same name. */
const SAME = [
	'active',
	'allowBackorders',
	'brand',
	'buyer',
	'customsDeclaration',
	'description',
	'hazmat',
	'height',
	'length',
	'mapPrice',
	'mpn',
	'name',
	'shippingCost',
	'shipsInOwnBox',
	'upc',
	'vendorCost',
	'weight',
	'width',
] as const;

function given(body: Record<string, unknown>): Partial<Product> {
	const fields: Record<string, unknown> = {};
	for (const name of SAME) if (body[name] !== undefined && body[name] !== null) fields[name] = body[name];
	return fields;
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function create(call: Call, row: PutProduct, kind: Partial<Product>): Product {
	const { catalog, now } = call.store;
	if (row.name === REFUSE_ME) throw new RowError('name', 'This product is refused as asked', row.masterSku);
	if (catalog.productBySku(row.masterSku))
		throw new RowError('masterSku', `SKU ${row.masterSku} is taken`, row.masterSku);
	return catalog.addProduct(
		newProduct({
			...given(row),
			...kind,
			productId: catalog.products.newId(),
			masterSku: row.masterSku,
			name: row.name,
			upc: text(row['upc']),
			mpn: text(row['mpn']),
			digital: row.isDigital ?? false,
			giftCard: row.isGiftCard ?? false,
			categories: row.categories ?? [],
			labels: (row.labels ?? []).map((label) => label.name),
			imageUrls: (row.imageUrls ?? []).map(({ url, rank }, at) => ({
				id: catalog.newImageId(),
				url,
				rank: rank ?? at,
			})),
			createdDate: isoSeconds(now()),
		}),
	);
}

const done = ({ productId, masterSku }: Product): unknown => ({ productId, masterSku });

function createBundle(
	call: Call,
	{
		bundleProduct,
		bundledItems,
	}: { bundleProduct?: PutProduct | null; bundledItems: Array<{ productId: number; quantity: number }> },
): unknown {
	const { catalog } = call.store;
	if (!bundleProduct) throw new RowError('bundleProduct', 'bundleProduct is mandatory');
	const parts = bundledItems.map(({ productId, quantity }) => {
		const part = catalog.products.get(productId);
		if (!part) throw new RowError('bundledItems', 'Product does not exist', productId, UNKNOWN_PRODUCT);
		if (part.type !== 'CORE_PRODUCT')
			throw new RowError('bundledItems', 'Only core products can be bundled', productId);
		return { part, quantity };
	});
	if (parts.length === 0)
		throw new RowError('bundledItems', 'A bundle needs at least one item', bundleProduct.masterSku);
	const bundle = create(call, bundleProduct, { type: 'BUNDLE_KIT', bundle: true });
	bundle.bundledItems = parts.map(({ part, quantity }) => ({
		bundleItemId: catalog.newBundleItemId(),
		product: productInfo(bundle),
		bundledProduct: productInfo(part),
		bundledProductQuantity: quantity,
	}));
	return done(bundle);
}

function createVariation(call: Call, row: PutProduct): unknown {
	const { catalog } = call.store;
	const parent = catalog.products.get(row.virtualProductId ?? 0);
	if (parent?.type !== 'VIRTUAL_PRODUCT')
		throw new RowError(
			'virtualProductId',
			`There is no virtual product ${String(row.virtualProductId)}`,
			row.virtualProductId,
		);
	const chosen = (row.attributeIds ?? []).map((id) => {
		const group = catalog.attributeGroups.rows.find(({ attributes }) =>
			attributes.some(({ attributeId }) => attributeId === id),
		);
		if (!group) throw new RowError('attributeIds', `There is no attribute ${id}`, id);
		return { group, attribute: group.attributes.find(({ attributeId }) => attributeId === id)! };
	});
	const attributeGroups = chosen.map(({ group, attribute }) => ({ ...group, attributes: [attribute] }));
	return done(
		create(call, row, {
			parentId: parent.productId,
			attributes: chosen.map(({ attribute }) => attribute.name),
			attributeGroups,
		}),
	);
}

function update(
	call: Call,
	row: { productId?: number | null; masterSku?: string | null; [field: string]: unknown },
): unknown {
	const { catalog, now } = call.store;
	const product = row.productId ? catalog.products.get(row.productId) : catalog.productBySku(row.masterSku ?? '');
	if (!row.productId && !row.masterSku) throw new RowError('masterSku', 'productId or masterSku is mandatory');
	if (!product)
		throw new RowError(
			row.productId ? 'productId' : 'masterSku',
			'Product does not exist',
			row.productId || row.masterSku,
			UNKNOWN_PRODUCT,
		);
	if (row['name'] === REFUSE_ME) throw new RowError('name', 'This product is refused as asked', product.masterSku);
	catalog.changeProduct(product, given(row), isoSeconds(now()));
	return done(product);
}

function addImage(call: Call): unknown {
	const { catalog, now } = call.store;
	const id = call.query.number('productId') ?? 0;
	const product = catalog.products.get(id);
	if (!product) throw notFound('Product', id);
	const image = {
		id: catalog.newImageId(),
		url: call.query.text('imageUrl') ?? '',
		rank: call.query.number('rank') ?? product.imageUrls.length,
	};
	catalog.changeProduct(product, { imageUrls: [...product.imageUrls, image] }, isoSeconds(now()));
	return singleId(image.id);
}

interface GroupBody {
	name?: string | null;
	attributes?: Array<{ name: string; attributeGroupId?: number | null }> | null;
}

function createGroup(call: Call): unknown {
	const { catalog } = call.store;
	const { name, attributes } = call.body as GroupBody;
	if (!name) throw badField(422, 'name', 'name is mandatory');
	const group = catalog.attributeGroups.add({
		attributeGroupId: catalog.attributeGroups.newId(),
		name,
		attributes: (attributes ?? []).map((attribute) => ({
			attributeId: catalog.newAttributeId(),
			name: attribute.name,
		})),
	});
	return multipleIds([group.attributeGroupId]);
}

function createAttributes(call: Call): unknown {
	const { catalog } = call.store;
	const rows = call.body as Array<{ name: string; attributeGroupId?: number | null }>;
	const groups = rows.map(({ attributeGroupId }, at) => {
		const group = catalog.attributeGroups.get(attributeGroupId ?? 0);
		if (!group)
			throw badField(
				422,
				'attributeGroupId',
				`There is no attribute group ${String(attributeGroupId)}`,
				at,
				attributeGroupId,
			);
		return group;
	});
	return multipleIds(
		rows.map(({ name }, at) => {
			const attributeId = catalog.newAttributeId();
			groups[at]!.attributes.push({ attributeId, name });
			return attributeId;
		}),
	);
}

function listGroups({ store, query, page, limit }: Call): unknown {
	const id = query.id('attributeGroupId');
	const name = query.text('attributeGroupName');
	const rows = store.catalog.attributeGroups.rows.filter(
		(group) => (!id || group.attributeGroupId === id) && (name === undefined || group.name === name),
	);
	return rows.slice((page - 1) * limit, page * limit);
}

export const productWriteHandlers: Handlers = {
	'products.cores.create': (call) => bulk(call.body as PutProduct[], (row) => done(create(call, row, {}))),
	'products.virtuals.create': (call) =>
		bulk(call.body as PutProduct[], (row) => done(create(call, row, { type: 'VIRTUAL_PRODUCT' }))),
	'products.variations.create': (call) => bulk(call.body as PutProduct[], (row) => createVariation(call, row)),
	'products.bundles.create': (call) =>
		bulk(call.body as Array<Parameters<typeof createBundle>[1]>, (row) => createBundle(call, row)),
	'products.update': (call) => bulk(call.body as Array<Parameters<typeof update>[1]>, (row) => update(call, row)),
	'products.images.add': addImage,
	'products.attributeGroups.list': listGroups,
	'products.attributeGroups.create': createGroup,
	'products.attributes.create': createAttributes,
};
