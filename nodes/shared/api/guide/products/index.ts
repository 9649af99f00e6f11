import { InputProblem } from '../../../domain/inputProblem';
import {
	type NewProduct,
	type Product,
	type ProductChange,
	type ProductFilter,
	type ProductKey,
	type ProductReceipt,
	type ProductUpsert,
	partsOfKey,
} from '../../../domain/product/product';
import { ApiError } from '../../../http/errors/apiError';
import { mapConcurrent } from '../../../batch/mapConcurrent';
import { type ItemResult, type BatchItem } from '../../../batch/types';
import type { ApiClient } from '../../../http/client';
import { rethrow } from '../../../http/errors/rethrow';
import { rowsOf } from '../../common/parse';
import { requireSupported } from '../../ports/requireSupported';
import type { ListOptions, WithRaw } from '../../ports/types';
import type { ProductsPort } from '../../ports/products';
import { type ChoicePage, chooseProducts } from '../../common/productChoices';
import { type FoundProducts, fold, keyText, locateProducts, pickProducts } from '../../common/productKeys';
import { readRecords, recordsOf } from '../../common/records';
import { write } from '../../../batch/write';
import { fieldsOf, says } from '../../../batch/confirm/rowErrors';
import { writeOne } from '../../../batch/writeOne';
import { shows } from '../../../batch/confirm/shows';
import { Doubts } from '../../common/unreadable';
import { leaveOut } from '../../ports/unreadable';
import { GUIDE } from '../catalogue';
import { productBody, readProduct } from './mapping';

/** The names that a list may have in a response (guide-api: list answers). */
export const LIST_NAMES = ['data', 'items', 'results', 'products'];
/** Concurrent calls, one product each. No source gives a limit, so the number is modest. */
const WIDTH = 4;

type Receipt = WithRaw<ProductReceipt>;
type Found = WithRaw<Product> | undefined;

/** Products of the guide's contract. */
export function guideProducts(client: ApiClient): ProductsPort {
	const get = async (keys: ReadonlyArray<BatchItem<ProductKey>>): Promise<Array<ItemResult<WithRaw<Product>>>> =>
		getProducts(client, keys);
	return {
		create: async (products, { lookUpFirst }) =>
			await write(client, products, {
				duplicates: SAME_SKU,
				concurrency: WIDTH,
				sendEach: async ({ value }) => {
					if (value.type !== 'core') requireSupported(undefined, 'productTypes');
					const before = lookUpFirst ? await findBySku(client, value.sku) : undefined;
					return before ? receiptOf(before, 'existing', []) : await create(client, value);
				},
			}),
		createOrUpdate: async (products) =>
			await write(client, products, {
				duplicates: SAME_SKU,
				concurrency: WIDTH,
				sendEach: async ({ value }) => {
					const before = await findBySku(client, value.sku);
					return before ? await update(client, before, value) : await create(client, value);
				},
			}),
		update: async (changes) => {
			const { found, missing } = await locateProducts(changes, get);
			const done = await write(client, found, {
				concurrency: WIDTH,
				inOrderBy: ({ product }) => product.value.productId,
				sendEach: async ({ value: { input, product } }) => await update(client, product, input),
			});
			return [...missing, ...done];
		},
		get,
		list: (filter, options) => list(client, filter, options),
		choices: async (text, from) => chooseProducts(text, from, async (number) => choicePage(client, number)),
	};
}

const SAME_SKU = {
	by: ({ sku }: { sku: string }): string => fold(sku),
	name: ({ sku }: { sku: string }): string => `SKU ${sku}`,
	field: 'sku',
} as const;

async function create(client: ApiClient, { sku, details, customFields }: NewProduct | ProductUpsert): Promise<Receipt> {
	if (details.name === undefined) throw new InputProblem({ problem: 'required', field: 'name', of: 'product' });
	const { body, notSent } = productBody(details);
	const all = customFields?.length ? [...notSent, 'customFields'] : notSent;
	return await writeOne<Receipt>(
		client,
		GUIDE.createProduct,
		{ body: { sku, ...body } },
		{
			names: { sku },
			taken: (response) =>
				hasId(response) ? receiptOf(readProduct(response, GUIDE.createProduct.name), 'created', all) : undefined,
			find: async () => {
				const found = await findBySku(client, sku);
				return found && receiptOf(found, 'created', all);
			},
		},
	);
}

const hasId = (response: unknown): boolean => says(fieldsOf(response)?.id);

async function update(
	client: ApiClient,
	now: WithRaw<Product>,
	{ details, customFields }: Pick<ProductChange, 'details' | 'customFields'>,
): Promise<Receipt> {
	const { body, notSent } = productBody(details);
	const all = customFields?.length ? [...notSent, 'customFields'] : notSent;
	if (Object.keys(body).length === 0) return receiptOf(now, 'existing', all);
	const { productId } = now.value;
	const updated = (raw: unknown): Receipt | undefined =>
		shows(raw, body) ? { ...receiptOf(now, 'updated', all), raw } : undefined;
	return await writeOne(
		client,
		GUIDE.updateProduct,
		{ path: { id: productId }, body },
		{
			names: { id: productId },
			taken: updated,
			find: async () => updated((await getOne(client, { productId }))?.raw),
		},
	);
}

const receiptOf = (
	{ value: { productId, sku }, raw }: WithRaw<Product>,
	outcome: ProductReceipt['outcome'],
	notSent: string[],
): Receipt => ({
	value: { outcome, productId, sku, notSent },
	raw,
});

/** The product with exactly this SKU. @throws ApiError when it is not found but an unreadable one may be it */
async function findBySku(client: ApiClient, sku: string): Promise<Found> {
	const doubts = new Doubts();
	for await (const page of list(client, { skus: [sku] }, { unreadable: doubts.take })) return page[0];
	const doubt = doubts.about(`a product with the SKU ${sku}`, { sku });
	if (doubt) throw doubt;
	return undefined;
}

async function getProducts(
	client: ApiClient,
	keys: ReadonlyArray<BatchItem<ProductKey>>,
): Promise<Array<ItemResult<WithRaw<Product>>>> {
	const found: FoundProducts = new Map();
	const once = [...new Map(keys.map(({ value }) => [keyText(value), value])).values()];
	const gotten = await mapConcurrent(
		once.map((value, index) => ({ index, value })),
		WIDTH,
		async ({ value }) => getOne(client, value),
	);
	for (const one of gotten) {
		const key = once[one.index];
		if (key) found.set(keyText(key), one.ok ? (one.value ? [one.value] : []) : one.error);
	}
	return pickProducts(keys, found, GUIDE.listProducts.name);
}

async function getOne(client: ApiClient, key: ProductKey): Promise<Found> {
	const { kind, text } = partsOfKey(key);
	if (kind === 'sku') return await findBySku(client, text);
	if (kind !== 'productId') return requireSupported(undefined, `productBy.${kind}`);
	try {
		return readProduct(await client.call(GUIDE.getProduct, { path: { id: text } }), GUIDE.getProduct.name);
	} catch (error) {
		if (error instanceof ApiError && error.kind === 'notFound') return undefined;
		rethrow(error);
	}
}

async function* list(
	client: ApiClient,
	filter: ProductFilter,
	options: ListOptions,
): AsyncGenerator<Array<WithRaw<Product>>> {
	// Each call filters by one SKU, so several are read one after the other.
	for (const sku of filter.skus ?? [undefined]) {
		const pages = readRecords(client, GUIDE.listProducts, {
			...options,
			names: LIST_NAMES,
			query: { sku, updated_from: filter.modifiedFrom },
			read: readProduct,
			key: ({ value }) => value.productId,
		});
		for await (const page of pages) {
			const exact = sku === undefined ? page : page.filter(({ value }) => fold(value.sku) === fold(sku));
			if (exact.length > 0) yield exact;
		}
	}
}

async function choicePage(client: ApiClient, page: number): Promise<ChoicePage> {
	const pageSize = GUIDE.listProducts.paging?.maxSize ?? 1;
	const body = await client.call(GUIDE.listProducts, { query: { page, pageSize } });
	const rows = rowsOf(body, GUIDE.listProducts.name, LIST_NAMES);
	const products = recordsOf(rows, GUIDE.listProducts.name, readProduct, leaveOut).map(({ value }) => value);
	return { products, more: rows.length >= pageSize };
}
