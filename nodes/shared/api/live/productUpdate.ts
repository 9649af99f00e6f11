import { type NewProduct, type Product, type ProductChange, type ProductReceipt, type ProductUpsert, partsOfKey } from '../../domain/product';
import { type Outcome, type Placed, sendInBatches } from '../../http/batches';
import type { ApiClient } from '../../http/client';
import type { Sourced } from '../port';
import { fold, locateProducts } from '../productKeys';
import { bulkOutcomes } from './bulk';
import { LIVE } from './catalogue';
import { wireId } from './orderWrite';
import { prepare } from './prepare';
import { createMissing, oncePerSku, setDoubtfulAside } from './productCreate';
import { type Doubtful, findBySku, getProducts } from './productFind';
import { finishProducts } from './productFinish';
import { resultOf } from './productResult';
import { type WireProduct, productChange } from './productWrite';

type Receipt = Sourced<ProductReceipt>;
type Outcomes = Promise<Array<Outcome<Receipt>>>;

/** A change with the product it concerns, where that had to be looked up. */
interface Change extends ProductChange {
	now?: Product;
}

/** Looks all SKUs up, creates what is missing and changes the others, none twice. */
export async function createOrUpdateProducts(client: ApiClient, products: ReadonlyArray<Placed<ProductUpsert>>): Outcomes {
	const { once, repeats } = oncePerSku(products);
	const doubtful: Doubtful = new Map();
	const before = await findBySku(client, once.map(({ value }) => value.sku), doubtful);
	const { clear, unclear } = setDoubtfulAside(once, doubtful);
	const missing: Array<Placed<NewProduct>> = [];
	const changes: Array<Placed<Change>> = [];
	for (const { index, value } of clear) {
		const now = before.get(fold(value.sku))?.value;
		if (now) changes.push({ index, value: { ...value, key: { productId: now.productId }, now } });
		else missing.push({ index, value: { ...value, type: 'core' } });
	}
	const updated = await sendChanges(client, changes);
	const created = await createMissing(client, missing);
	return [...repeats, ...unclear, ...updated, ...created];
}

/** Changes products. They are looked up where the change needs to know more of them than their id or SKU. */
export async function updateProducts(client: ApiClient, inputs: ReadonlyArray<Placed<ProductChange>>): Outcomes {
	const { found, missing } = await locateProducts(inputs.filter(({ value }) => needsLookUp(value)), async (keys) => getProducts(client, keys));
	const changes = [
		...inputs.filter(({ value }) => !needsLookUp(value)),
		...found.map(({ index, value: { input, product } }) => ({ index, value: { ...input, now: product.value } })),
	];
	return [...missing, ...(await sendChanges(client, changes.sort((one, other) => one.index - other.index)))];
}

function needsLookUp({ key, details, customFields }: ProductChange): boolean {
	const { kind } = partsOfKey(key);
	const amounts = [details.vendorCost, details.mapPrice, details.shippingCost, details.customsValue];
	return kind === 'upc' || kind === 'mpn' || (kind !== 'productId' && Boolean(customFields?.length)) || (details.currency === undefined && amounts.some((amount) => amount !== undefined));
}

async function sendChanges(client: ApiClient, changes: ReadonlyArray<Placed<Change>>): Outcomes {
	const bodies = new Map<number, WireProduct>();
	const { good, bad } = prepare(changes, changeBody, bodies);
	// A product of which only custom fields change needs no call of this kind.
	const isEmpty = ({ index }: Placed<Change>): boolean => Object.keys(bodies.get(index)?.body ?? {}).length <= 1;
	const receipt = (change: Placed<Change>, results: unknown[]): Receipt => {
		const { key, now, customFields } = change.value;
		const { kind, text } = partsOfKey(key);
		const named = { productId: now?.productId ?? (kind === 'productId' ? text : null), sku: now?.sku ?? (kind === 'sku' ? text : null) };
		const { source, ...told } = resultOf(results, named);
		const outcome = isEmpty(change) && !customFields?.length ? 'existing' : 'updated';
		return { value: { outcome, ...told, notSent: bodies.get(change.index)?.notSent ?? [] }, source };
	};
	const sent = await sendInBatches(good.filter((change) => !isEmpty(change)), LIVE.updateProducts.batch ?? 1, async (batch) => {
		const answer = await client.call(LIVE.updateProducts, { body: batch.map(({ index }) => bodies.get(index)?.body) });
		return bulkOutcomes(batch, answer, LIVE.updateProducts.name, ({ key }) => partsOfKey(key).text, receipt);
	});
	const untouched = good.filter(isEmpty).map((change): Outcome<Receipt> => ({ index: change.index, ok: true, value: receipt(change, []) }));
	return [...bad, ...(await finishProducts(client, good, [...sent, ...untouched]))];
}

function changeBody({ key, details, now }: Change): WireProduct {
	const { kind, text } = partsOfKey(key);
	const identifier = !now && kind === 'sku' ? { masterSku: text } : { productId: wireId(now?.productId ?? text, 'Product ID') };
	return productChange(identifier, details, now?.currency);
}
