import {
	type NewProduct,
	type Product,
	type ProductKey,
	type ProductReceipt,
	partsOfKey,
} from '../../../domain/product/product';
import type { ItemResult, BatchItem } from '../../../batch/types';
import type { ApiClient } from '../../../http/client';
import { forEachGroup } from '../../../batch/groups';
import type { Endpoint } from '../../../http/endpoint';
import type { CreateOptions, WithRaw } from '../../ports/types';
import { fold, keyText } from '../../common/productKeys';
import { rejectDuplicates } from '../../../batch/rejectDuplicates';
import { bulkOutcomes } from '../wire/bulk';
import { LIVE } from '../catalogue';
import { buildBodiesWithPauses } from '../../../batch/buildBodies';
import { type Doubtful, findBySku, getProducts } from './find';
import { finishProducts } from './finish';
import { resultOf } from './result';
import { type WireProduct, newProduct } from './write';
import { sendReconciled } from '../../../batch/sendReconciled';

type Receipt = WithRaw<ProductReceipt>;
type Input = BatchItem<NewProduct>;

/** The calls by type; what others are made of comes first. */
const ENDPOINTS: Record<NewProduct['type'], Endpoint> = {
	core: LIVE.createProducts,
	virtual: LIVE.createVirtualProducts,
	variation: LIVE.createVariations,
	bundle: LIVE.createBundles,
};

/** Keeps one product per SKU in a run: two would be created twice, or changed in an order that nobody knows. */
export const oncePerSku = <T extends { sku: string }>(products: ReadonlyArray<BatchItem<T>>) =>
	rejectDuplicates(
		products,
		({ sku }) => fold(sku),
		({ sku }) => `SKU ${sku}`,
		'sku',
	);

/**
 * Creates products, none twice: SKUs that are there already are reported, and after a lost answer only what is not
 * found is sent again.
 */
export async function createProducts(
	client: ApiClient,
	products: readonly Input[],
	{ lookUpFirst }: Pick<CreateOptions, 'lookUpFirst'>,
): Promise<Array<ItemResult<Receipt>>> {
	const { once, repeats } = oncePerSku(products);
	const doubtful: Doubtful = new Map();
	const before = lookUpFirst
		? await findBySku(
				client,
				once.map(({ value }) => value.sku),
				doubtful,
			)
		: new Map<string, WithRaw<Product>>();
	const existing = once.flatMap(({ index, value }): Array<ItemResult<Receipt>> => {
		const product = before.get(fold(value.sku));
		return product ? [{ index, ok: true, value: receiptOf(product, 'existing') }] : [];
	});
	const { clear, unclear } = setDoubtfulAside(once, doubtful);
	const created = await createMissing(
		client,
		clear.filter(({ value }) => !before.has(fold(value.sku))),
	);
	return [...repeats, ...unclear, ...existing, ...created];
}

/**
 * Sets products aside of which it cannot be told whether they are there: neither a creation nor a change would be safe.
 */
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

/** Creates products whose SKUs are known not to be there. */
export async function createMissing(
	client: ApiClient,
	products: readonly Input[],
): Promise<Array<ItemResult<Receipt>>> {
	const groups = Object.keys(ENDPOINTS).map((type) => products.filter(({ value }) => value.type === type));
	return await forEachGroup(
		groups.filter(({ length }) => length > 0),
		async (group) => createGroup(client, group),
	);
}

async function createGroup(client: ApiClient, group: readonly Input[]): Promise<Array<ItemResult<Receipt>>> {
	const endpoint = ENDPOINTS[group[0]?.value.type ?? 'core'];
	const idOf = await references(client, group);
	const bodies = new Map<number, WireProduct>();
	const { good, bad } = await buildBodiesWithPauses(client, group, (product) => newProduct(product, idOf), bodies);
	const notSent = ({ index }: Input): string[] => bodies.get(index)?.notSent ?? [];
	const sent = await sendReconciled<NewProduct, Receipt>(client, endpoint, good, {
		body: (open) => open.map(({ index }) => bodies.get(index)?.body),
		done: async (open) => {
			const found = await findBySku(
				client,
				open.map(({ value }) => value.sku),
			);
			const known = open.map((input) => [input, found.get(fold(input.value.sku))] as const);
			return new Map(
				known.flatMap(([input, product]) =>
					product ? [[input.index, receiptOf(product, 'created', notSent(input))]] : [],
				),
			);
		},
		outcomes: (open, response) =>
			bulkOutcomes(endpoint, open, response, {
				names: ({ sku }) => ({ masterSku: sku }),
				succeed: (input, result) => createdFrom(input.value.sku, result, notSent(input)),
			}),
	});
	return [...bad, ...(await finishProducts(client, good, sent))];
}

/** The ids of the components and parents that products name. */
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
