import { type ProductKey, partsOfKey } from '../../../domain/product/product';
import type { ItemResult, BatchItem } from '../../../batch/types';
import type { ApiClient } from '../../../http/client';
import { locateProducts } from '../../common/productKeys';
import { wireId } from '../orders/write';
import { buildBodies } from '../../../batch/buildBodies';
import { getProducts } from './find';

/** An input with the id of the product that it means; the SKU where it is known. */
export interface Identified<Input> {
	input: Input;
	productId: string;
	sku: string | null;
}

/**
 * Finds the ids of the products that inputs mean. One that is named by its id is not looked up: the call that follows
 * will tell whether there is one.
 */
export async function identifyProducts<Input extends { key: ProductKey }>(
	client: ApiClient,
	inputs: ReadonlyArray<BatchItem<Input>>,
): Promise<{ found: Array<BatchItem<Identified<Input>>>; missing: Array<ItemResult<never>> }> {
	const byId = inputs.filter(({ value }) => partsOfKey(value.key).kind === 'productId');
	const ids = new Map<number, number>();
	const { good, bad } = buildBodies(byId, ({ key }) => wireId(partsOfKey(key).text, 'productId'), ids);
	const others = inputs.filter(({ value }) => partsOfKey(value.key).kind !== 'productId');
	const { found, missing } = await locateProducts(others, async (keys) => getProducts(client, keys));
	return {
		found: [
			...good.map(({ index, value: input }) => ({
				index,
				value: { input, productId: String(ids.get(index)), sku: null },
			})),
			...found.map(({ index, value: { input, product } }) => ({
				index,
				value: { input, productId: product.value.productId, sku: product.value.sku },
			})),
		],
		missing: [...bad, ...missing],
	};
}
