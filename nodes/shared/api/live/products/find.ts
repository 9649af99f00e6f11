import { append } from '../../../domain/append';
import { type Product, type ProductFilter, type ProductKey, partsOfKey } from '../../../domain/product/product';
import { ApiError } from '../../../http/errors/apiError';
import { mapConcurrent } from '../../../batch/mapConcurrent';
import { type ItemResult, type BatchItem } from '../../../batch/types';
import type { ApiClient } from '../../../http/client';
import { rethrow } from '../../../http/errors/rethrow';
import type { Query } from '../../../domain/values/query';
import type { ListOptions, WithRaw } from '../../ports/types';
import { type FoundProducts, type TextKey, TEXT_KEYS, fold, keyText, pickProducts } from '../../common/productKeys';
import { filterParts, listed, queryParts } from '../../common/queryParts';
import { readRecords } from '../../common/records';
import { Doubts } from '../../common/unreadable';
import { UnreadableRecord } from '../../ports/unreadable';
import { LIVE } from '../catalogue';
import { wireId } from '../orders/write';
import { buildRows } from '../../../batch/buildRows';
import { readProduct } from './read';

/** Concurrent calls for products by ID: each call takes one, and the list has no ID filter. */
const WIDTH = 4;

/** Lists products page by page; SKUs, UPCs and MPNs must match completely. */
export async function* listProducts(
	client: ApiClient,
	filter: ProductFilter,
	options: ListOptions,
): AsyncGenerator<Array<WithRaw<Product>>> {
	for (const texts of textsOf(filter)) {
		const pages = readRecords(client, LIVE.listProducts, {
			...options,
			query: { ...listQuery(filter), sku: listed(texts.sku), upc: listed(texts.upc), mpn: listed(texts.mpn) },
			read: readProduct,
			key: ({ value }) => value.productId,
		});
		const wanted = TEXT_KEYS.map((kind) => ({ kind, folded: texts[kind] && new Set(texts[kind].map(fold)) }));
		for await (const page of pages) {
			// The service matches prefixes: MUG also finds MUG-XL.
			const exact = page.filter(({ value }) =>
				wanted.every(({ kind, folded }) => !folded || folded.has(fold(value[kind] ?? ''))),
			);
			if (exact.length > 0) yield exact;
		}
	}
}

/** The texts of each call: all combinations of the parts of those that do not fit into one URL. */
const textsOf = ({ skus, upcs, mpns }: ProductFilter): Array<Record<TextKey, string[] | undefined>> =>
	filterParts(skus, 'sku').flatMap((sku) =>
		filterParts(upcs, 'upc').flatMap((upc) => filterParts(mpns, 'mpn').map((mpn) => ({ sku, upc, mpn }))),
	);

const listQuery = (filter: ProductFilter): Query => ({
	active: filter.active,
	warehouseId: filter.warehouseId ? wireId(filter.warehouseId, 'warehouseId') : undefined,
	createdDateFrom: filter.createdFrom,
	createdDateTo: filter.createdTo,
	modifiedDateFrom: filter.modifiedFrom,
	modifiedDateTo: filter.modifiedTo,
});

/** Finds products by ID, SKU, UPC or MPN with as few calls as possible. */
export async function getProducts(
	client: ApiClient,
	keys: ReadonlyArray<BatchItem<ProductKey>>,
): Promise<Array<ItemResult<WithRaw<Product>>>> {
	const { rows, bad } = buildRows(
		keys,
		(key) => partsOfKey(key).kind === 'productId' && wireId(partsOfKey(key).text, 'productId'),
	);
	const found: FoundProducts = new Map();
	const once = [...new Map(rows.map(({ value }) => [keyText(value), partsOfKey(value)])).values()];
	for (const kind of TEXT_KEYS) {
		const texts = once.filter((key) => key.kind === kind).map(({ text }) => text);
		const doubtful: Doubtful = new Map();
		for (const product of await findByText(client, kind, texts, doubtful)) {
			const at = `${kind}\n${fold(product.value[kind] ?? '')}`;
			const others = found.get(at);
			found.set(at, [...(Array.isArray(others) ? others : []), product]);
		}
		for (const [folded, error] of doubtful) found.set(`${kind}\n${folded}`, error);
	}
	const ids = once.filter((key) => key.kind === 'productId').map(({ text }, index) => ({ index, value: text }));
	const gotten = await mapConcurrent(ids, WIDTH, async ({ value }) => getOne(client, { productId: value }));
	for (const one of gotten) {
		found.set(`productId\n${fold(ids[one.index]?.value ?? '')}`, one.ok ? (one.value ? [one.value] : []) : one.error);
	}
	return [...bad, ...pickProducts(rows, found, LIVE.listProducts.name)];
}

/**
 * The errors of products that were not found but may be among the unreadable ones, by the `fold` of the searched text.
 */
export type Doubtful = Map<string, Error>;

/**
 * The products with these SKUs, by `fold(sku)`.
 * @param doubtful receives the errors of SKUs that an unreadable record may have; without it, such an error ends the
 *   look-up
 */
export async function findBySku(
	client: ApiClient,
	skus: readonly string[],
	doubtful?: Doubtful,
): Promise<Map<string, WithRaw<Product>>> {
	const unclear: Doubtful = doubtful ?? new Map();
	const found = await findByText(client, 'sku', [...new Map(skus.map((sku) => [fold(sku), sku])).values()], unclear);
	const [error] = doubtful ? [] : unclear.values();
	if (error) throw error;
	return new Map(found.map((product) => [fold(product.value.sku), product]));
}

/** The wire field of each key. */
const WIRE: Record<TextKey, string> = { sku: 'masterSku', upc: 'upc', mpn: 'mpn' };

async function findByText(
	client: ApiClient,
	kind: TextKey,
	texts: readonly string[],
	doubtful: Doubtful,
): Promise<Array<WithRaw<Product>>> {
	const found: Array<WithRaw<Product>> = [];
	const doubts = new Doubts();
	const listable: string[] = [];
	for (const text of texts) {
		// One SKU needs no list, and a SKU with a quotation mark does not fit into one.
		const alone = kind === 'sku' && (texts.length === 1 || text.includes('"'));
		const one = alone ? await getOne(client, { sku: text }, doubts) : undefined;
		if (one && fold(one.value.sku) === fold(text)) found.push(one);
		// It is not established whether that call matches whole SKUs: if it returns another product, the list decides.
		else if (one || !alone) listable.push(text);
	}
	for (const part of queryParts(listable, kind)) {
		for await (const page of listProducts(client, { [`${kind}s`]: part }, { unreadable: doubts.take }))
			append(found, page);
	}
	const known = new Set(found.map(({ value }) => fold(value[kind] ?? '')));
	for (const text of texts) {
		const doubt = known.has(fold(text))
			? undefined
			: doubts.about(`a product with the ${kind.toUpperCase()} ${text}`, { [WIRE[kind]]: text });
		if (doubt) doubtful.set(fold(text), doubt);
	}
	return found;
}

async function getOne(client: ApiClient, query: Query, doubts?: Doubts): Promise<WithRaw<Product> | undefined> {
	try {
		return readProduct(await client.call(LIVE.getProduct, { query }), LIVE.getProduct.name);
	} catch (error) {
		if (error instanceof ApiError && error.kind === 'notFound') return undefined;
		if (!(error instanceof UnreadableRecord) || !doubts) rethrow(error);
		doubts.take(error);
		return undefined;
	}
}
