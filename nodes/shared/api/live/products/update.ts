import {
	type NewProduct,
	type Product,
	type ProductChange,
	type ProductReceipt,
	type ProductUpsert,
	partsOfKey,
} from '../../../domain/product/product';
import { givenProductFields } from '../../../domain/product/fields';
import type { ItemResult, BatchItem } from '../../../batch/types';
import { type Row, write } from '../../../batch/write';
import type { ApiClient } from '../../../http/client';
import type { WithRaw } from '../../ports/types';
import { fold, locateProducts } from '../../common/productKeys';
import { shows } from '../../../batch/confirm/shows';
import { LIVE } from '../catalogue';
import { wireId } from '../orders/write';
import { SAME_SKU, createMissing, setDoubtfulAside } from './create';
import { type Doubtful, findBySku, getProducts } from './find';
import { finishProducts } from './finish';
import { resultOf } from './result';
import { type WireProduct, productChange } from './write';

type Receipt = WithRaw<ProductReceipt>;
type Outcomes = Promise<Array<ItemResult<Receipt>>>;

/** A change with its product, if that had to be looked up. */
interface Change extends ProductChange {
	now?: Product;
}

/** Looks up all SKUs, creates the missing products and changes the others. */
export const createOrUpdateProducts = async (
	client: ApiClient,
	products: ReadonlyArray<BatchItem<ProductUpsert>>,
): Outcomes =>
	await write(client, products, {
		duplicates: SAME_SKU,
		sendGroup: async (once) => {
			const doubtful: Doubtful = new Map();
			const skus = once.map(({ value }) => value.sku);
			const before = await findBySku(client, skus, doubtful);
			const { clear, unclear } = setDoubtfulAside(once, doubtful);
			const missing: Array<BatchItem<NewProduct>> = [];
			const changes: Array<BatchItem<Change>> = [];
			for (const { index, value } of clear) {
				const now = before.get(fold(value.sku))?.value;
				if (now) changes.push({ index, value: { ...value, key: { productId: now.productId }, now } });
				else missing.push({ index, value: { ...value, type: 'core' } });
			}
			const updated = await sendChanges(client, changes);
			const created = await write(client, missing, {
				after: updated,
				sendGroup: async (all) => createMissing(client, all),
			});
			return [...unclear, ...updated, ...created];
		},
	});

/** Changes products. They are looked up only if the change needs more than their ID or SKU. */
export async function updateProducts(client: ApiClient, inputs: ReadonlyArray<BatchItem<ProductChange>>): Outcomes {
	const { found, missing } = await locateProducts(
		inputs.filter(({ value }) => needsLookUp(value)),
		async (keys) => getProducts(client, keys),
	);
	const changes = [
		...inputs.filter(({ value }) => !needsLookUp(value)),
		...found.map(({ index, value: { input, product } }) => ({ index, value: { ...input, now: product.value } })),
	];
	return [
		...missing,
		...(await sendChanges(
			client,
			changes.sort((one, other) => one.index - other.index),
		)),
	];
}

function needsLookUp({ key, details, customFields }: ProductChange): boolean {
	const { kind } = partsOfKey(key);
	const hasAmount = givenProductFields(details).some((field) => field.kind === 'amount');
	return (
		kind === 'upc' ||
		kind === 'mpn' ||
		(kind !== 'productId' && Boolean(customFields?.length)) ||
		(details.currency === undefined && hasAmount)
	);
}

const sendChanges = async (client: ApiClient, changes: ReadonlyArray<BatchItem<Change>>): Outcomes =>
	await write(client, changes, {
		build: changeBody,
		sendGroup: async (rows) => {
			const sent = await sendBodies(
				client,
				rows.filter((row) => !isEmpty(row)),
			);
			const untouched = rows
				.filter(isEmpty)
				.map((row): ItemResult<Receipt> => ({ index: row.index, ok: true, value: receiptOf(row, {}) }));
			return await finishProducts(client, rows, [...sent, ...untouched]);
		},
	});

type ChangeRow = Row<Change, WireProduct>;

/** A product whose only changes are custom fields does not need this call. */
const isEmpty = ({ body }: ChangeRow): boolean => Object.keys(body.body).length <= 1;

const sendBodies = async (client: ApiClient, rows: readonly ChangeRow[]): Outcomes =>
	await write(client, rows, {
		distinctBy: productKeyOf(rows),
		endpoint: LIVE.updateProducts,
		call: (open) => ({ body: open.map(({ body }) => body.body) }),
		settle: {
			names: (change) => ({ productId: nameOf(change).productId, masterSku: nameOf(change).sku }),
			succeed: receiptOf,
		},
		find: async (open) => {
			const found = await getProducts(
				client,
				open.map(({ index, value }) => ({ index, value: value.key })),
			);
			const byIndex = new Map(found.map((one) => [one.index, one]));
			return (row) => {
				const one = byIndex.get(row.index);
				if (one && !one.ok) throw one.error;
				return one && shows(one.value.value, sentOf(row)) ? receiptOf(row, one.value.raw) : undefined;
			};
		},
	});

/** A key that tells all products apart; none if some are named by ID and some by SKU. */
function productKeyOf(rows: readonly ChangeRow[]): ((change: Change) => string) | undefined {
	const names = rows.map(({ value }) => nameOf(value));
	if (names.every(({ productId }) => productId !== null))
		return (change) => String(wireId(nameOf(change).productId ?? '', 'productId'));
	return names.every(({ sku }) => sku !== null) ? (change) => fold(nameOf(change).sku ?? '') : undefined;
}

function receiptOf(row: ChangeRow, result: unknown): Receipt {
	const { raw, ...identity } = resultOf(result, nameOf(row.value));
	const outcome = isEmpty(row) && !row.value.customFields?.length ? 'existing' : 'updated';
	return { value: { outcome, ...identity, notSent: row.body.notSent }, raw };
}

/** The known ID and SKU of the product to change. */
function nameOf({ key, now }: Change): { productId: string | null; sku: string | null } {
	const { kind, text } = partsOfKey(key);
	return {
		productId: now?.productId ?? (kind === 'productId' ? text : null),
		sku: now?.sku ?? (kind === 'sku' ? text : null),
	};
}

/** The details that were sent. */
const sentOf = ({ value: { details }, body: { notSent } }: ChangeRow): Partial<Product> =>
	Object.fromEntries(Object.entries(details).filter(([field]) => !notSent.includes(field)));

function changeBody({ key, details, now }: Change): WireProduct {
	const { kind, text } = partsOfKey(key);
	const identifier =
		!now && kind === 'sku' ? { masterSku: text } : { productId: wireId(now?.productId ?? text, 'productId') };
	return productChange(identifier, details, now?.currency);
}
