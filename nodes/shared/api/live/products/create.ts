import {
	type NewProduct,
	type Product,
	type ProductKey,
	type ProductReceipt,
	partsOfKey,
} from '../../../domain/product/product';
import type { ItemResult, BatchItem } from '../../../batch/types';
import type { ApiClient } from '../../../http/client';
import type { Endpoint } from '../../../http/endpoint';
import type { CreateOptions, WithRaw } from '../../ports/types';
import { fold, keyText } from '../../common/productKeys';
import { type Duplicates, write } from '../../../batch/write';
import { LIVE } from '../catalogue';
import { type Doubtful, findBySku, getProducts } from './find';
import { finishProducts } from './finish';
import { resultOf } from './result';
import { newProduct } from './write';

type Receipt = WithRaw<ProductReceipt>;
type Input = BatchItem<NewProduct>;

/** The calls by type, in the order in which they run: products that others consist of come first. */
const ENDPOINTS: Record<NewProduct['type'], Endpoint> = {
	core: LIVE.createProducts,
	virtual: LIVE.createVirtualProducts,
	variation: LIVE.createVariations,
	bundle: LIVE.createBundles,
};

/** Two inputs with the same SKU would be created twice, or changed in an unknown order. */
export const SAME_SKU: Duplicates<{ sku: string }> = {
	by: ({ sku }) => fold(sku),
	name: ({ sku }) => `SKU ${sku}`,
	field: 'sku',
};

/**
 * Creates products. Existing SKUs are returned, not duplicated. After a lost response only missing products are sent
 * again.
 */
export const createProducts = async (
	client: ApiClient,
	products: readonly Input[],
	{ lookUpFirst }: Pick<CreateOptions, 'lookUpFirst'>,
): Promise<Array<ItemResult<Receipt>>> =>
	await write(client, products, {
		duplicates: SAME_SKU,
		sendGroup: async (once) => {
			const doubtful: Doubtful = new Map();
			const skus = once.map(({ value }) => value.sku);
			const before = lookUpFirst ? await findBySku(client, skus, doubtful) : new Map<string, WithRaw<Product>>();
			const existing = once.flatMap(({ index, value }): Array<ItemResult<Receipt>> => {
				const product = before.get(fold(value.sku));
				return product ? [{ index, ok: true, value: receiptOf(product, 'existing') }] : [];
			});
			const { clear, unclear } = setDoubtfulAside(once, doubtful);
			const missing = clear.filter(({ value }) => !before.has(fold(value.sku)));
			return [...unclear, ...existing, ...(await createMissing(client, missing))];
		},
	});

/** Sets aside products that may or may not exist, because neither creating nor changing them would be safe. */
export function setDoubtfulAside<T extends { sku: string }>(
	inputs: ReadonlyArray<BatchItem<T>>,
	doubtful: Doubtful,
): { clear: Array<BatchItem<T>>; unclear: Array<ItemResult<never>> } {
	const unclear = inputs.flatMap(({ index, value }): Array<ItemResult<never>> => {
		const error = doubtful.get(fold(value.sku));
		return error ? [{ index, ok: false, error }] : [];
	});
	return { clear: inputs.filter(({ value }) => !doubtful.has(fold(value.sku))), unclear };
}

/** Creates products whose SKUs certainly do not exist, type by type. */
export const createMissing = async (
	client: ApiClient,
	products: readonly Input[],
): Promise<Array<ItemResult<Receipt>>> =>
	await write(client, [...products].sort(byType), {
		groupBy: ({ type }) => type,
		sendGroup: async (group) => createGroup(client, group),
	});

const TYPES = Object.keys(ENDPOINTS);
const byType = (one: Input, other: Input): number => TYPES.indexOf(one.value.type) - TYPES.indexOf(other.value.type);

async function createGroup(client: ApiClient, group: readonly Input[]): Promise<Array<ItemResult<Receipt>>> {
	const idOf = await references(client, group);
	return await write(client, group, {
		build: (product) => newProduct(product, idOf),
		sendGroup: async (rows) => {
			const sent = await write(client, rows, {
				distinctBy: isAlone(group) ? ({ sku }) => fold(sku) : undefined,
				endpoint: ENDPOINTS[group[0]?.value.type ?? 'core'],
				call: (open) => ({ body: open.map(({ body }) => body.body) }),
				settle: {
					names: ({ sku }) => ({ masterSku: sku }),
					succeed: ({ value, body }, result) => createdFrom(value.sku, result, body.notSent),
				},
				find: async (open) => {
					const found = await findBySku(
						client,
						open.map(({ value }) => value.sku),
					);
					return ({ value, body }) => {
						const product = found.get(fold(value.sku));
						return product && receiptOf(product, 'created', body.notSent);
					};
				},
			});
			return await finishProducts(client, rows, sent);
		},
	});
}

/** Bundles and variations change the products that they belong to as well. */
const isAlone = ([first]: readonly Input[]): boolean => first?.value.type === 'core' || first?.value.type === 'virtual';

/** Looks up the IDs of the components and parents that products refer to. */
async function references(client: ApiClient, group: readonly Input[]): Promise<(key: ProductKey) => string> {
	const keys = group.flatMap(({ value }) =>
		value.type === 'bundle'
			? value.parts.map(({ product }) => product)
			: value.type === 'variation'
				? [value.parent]
				: [],
	);
	const unknown = [
		...new Map(keys.filter((key) => partsOfKey(key).kind !== 'productId').map((key) => [keyText(key), key])).values(),
	];
	const found = await getProducts(
		client,
		unknown.map((value, index) => ({ index, value })),
	);
	const byKey = new Map(found.map((one) => [keyText(unknown[one.index] ?? { sku: '' }), one]));
	return (key) => {
		const one = byKey.get(keyText(key));
		if (!one) return partsOfKey(key).text;
		if (!one.ok) throw one.error;
		return one.value.value.productId;
	};
}

export const receiptOf = (
	{ value: { productId, sku }, raw }: WithRaw<Product>,
	outcome: ProductReceipt['outcome'],
	notSent: string[] = [],
): Receipt => ({
	value: { outcome, productId, sku, notSent },
	raw,
});

function createdFrom(sku: string, result: unknown, notSent: string[]): Receipt {
	const { productId, raw } = resultOf(result, { productId: null, sku });
	return { value: { outcome: 'created', productId, sku, notSent }, raw };
}
