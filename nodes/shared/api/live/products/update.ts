import {
	type NewProduct,
	type Product,
	type ProductChange,
	type ProductReceipt,
	type ProductUpsert,
	partsOfKey,
} from '../../../domain/product/product';
import type { ItemResult, BatchItem } from '../../../batch/types';
import type { ApiClient } from '../../../http/client';
import { forEachGroup } from '../../../batch/groups';
import type { WithRaw } from '../../ports/types';
import { fold, locateProducts } from '../../common/productKeys';
import { shows } from '../../../batch/confirm/shows';
import { bulkOutcomes } from '../wire/bulk';
import { LIVE } from '../catalogue';
import { wireId } from '../orders/write';
import { buildBodiesWithPauses } from '../../../batch/buildBodies';
import { createMissing, oncePerSku, setDoubtfulAside } from './create';
import { type Doubtful, findBySku, getProducts } from './find';
import { finishProducts } from './finish';
import { resultOf } from './result';
import { type WireProduct, productChange } from './write';
import { sendReconciled } from '../../../batch/sendReconciled';

type Receipt = WithRaw<ProductReceipt>;
type Outcomes = Promise<Array<ItemResult<Receipt>>>;

/** A change with the product it concerns, where that had to be looked up. */
interface Change extends ProductChange {
	now?: Product;
}

/** Looks all SKUs up, creates what is missing and changes the others, none twice. */
export async function createOrUpdateProducts(
	client: ApiClient,
	products: ReadonlyArray<BatchItem<ProductUpsert>>,
): Outcomes {
	const { once, repeats } = oncePerSku(products);
	const doubtful: Doubtful = new Map();
	const before = await findBySku(
		client,
		once.map(({ value }) => value.sku),
		doubtful,
	);
	const { clear, unclear } = setDoubtfulAside(once, doubtful);
	const missing: Array<BatchItem<NewProduct>> = [];
	const changes: Array<BatchItem<Change>> = [];
	for (const { index, value } of clear) {
		const now = before.get(fold(value.sku))?.value;
		if (now) changes.push({ index, value: { ...value, key: { productId: now.productId }, now } });
		else missing.push({ index, value: { ...value, type: 'core' } });
	}
	const updated = await sendChanges(client, changes);
	const created = await forEachGroup([missing], async (all) => createMissing(client, all), updated);
	return [...repeats, ...unclear, ...updated, ...created];
}

/** Changes products. They are looked up where the change needs to know more of them than their id or SKU. */
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
	const amounts = [details.vendorCost, details.mapPrice, details.shippingCost, details.customsValue];
	return (
		kind === 'upc' ||
		kind === 'mpn' ||
		(kind !== 'productId' && Boolean(customFields?.length)) ||
		(details.currency === undefined && amounts.some((amount) => amount !== undefined))
	);
}

async function sendChanges(client: ApiClient, changes: ReadonlyArray<BatchItem<Change>>): Outcomes {
	const bodies = new Map<number, WireProduct>();
	const { good, bad } = await buildBodiesWithPauses(client, changes, changeBody, bodies);
	// A product of which only custom fields change needs no call of this kind.
	const isEmpty = ({ index }: BatchItem<Change>): boolean => Object.keys(bodies.get(index)?.body ?? {}).length <= 1;
	const receipt = (change: BatchItem<Change>, result: unknown): Receipt => {
		const { customFields } = change.value;
		const { raw, ...identity } = resultOf(result, nameOf(change.value));
		const outcome = isEmpty(change) && !customFields?.length ? 'existing' : 'updated';
		return { value: { outcome, ...identity, notSent: bodies.get(change.index)?.notSent ?? [] }, raw };
	};
	const sent = await sendReconciled<Change, Receipt>(
		client,
		LIVE.updateProducts,
		good.filter((change) => !isEmpty(change)),
		{
			body: (open) => open.map(({ index }) => bodies.get(index)?.body),
			done: async (open) => {
				const found = new Map(
					(
						await getProducts(
							client,
							open.map(({ index, value }) => ({ index, value: value.key })),
						)
					).map((one) => [one.index, one]),
				);
				const changed = open.flatMap((change): Array<[number, Receipt]> => {
					const one = found.get(change.index);
					if (one && !one.ok) throw one.error;
					return one && shows(one.value.value, sentOf(change.value, bodies.get(change.index)?.notSent))
						? [[change.index, receipt(change, one.value.raw)]]
						: [];
				});
				return new Map(changed);
			},
			outcomes: (open, response) =>
				bulkOutcomes(LIVE.updateProducts, open, response, {
					names: (change) => ({ productId: nameOf(change).productId, masterSku: nameOf(change).sku }),
					succeed: receipt,
				}),
		},
	);
	const untouched = good
		.filter(isEmpty)
		.map((change): ItemResult<Receipt> => ({ index: change.index, ok: true, value: receipt(change, {}) }));
	return [...bad, ...(await finishProducts(client, good, [...sent, ...untouched]))];
}

/** What is known of the product that a change concerns. */
function nameOf({ key, now }: Change): { productId: string | null; sku: string | null } {
	const { kind, text } = partsOfKey(key);
	return {
		productId: now?.productId ?? (kind === 'productId' ? text : null),
		sku: now?.sku ?? (kind === 'sku' ? text : null),
	};
}

/** The details that went out. */
const sentOf = ({ details }: Change, notSent: readonly string[] = []): Partial<Product> =>
	Object.fromEntries(Object.entries(details).filter(([field]) => !notSent.includes(field)));

function changeBody({ key, details, now }: Change): WireProduct {
	const { kind, text } = partsOfKey(key);
	const identifier =
		!now && kind === 'sku' ? { masterSku: text } : { productId: wireId(now?.productId ?? text, 'productId') };
	return productChange(identifier, details, now?.currency);
}
