import { type ProductKey, partsOfKey } from '../../../domain/product/product';
import type { ItemResult, BatchItem } from '../../../batch/types';
import type { ApiClient } from '../../../http/client';
import { locateProducts } from '../../common/productKeys';
import { wireId } from '../orders/write';
import { buildRows } from '../../../batch/buildRows';
import { getProducts } from './find';

/** An input with the ID of its product, and the SKU if it is known. */
export interface Identified<Input> {
	input: Input;
	productId: string;
	sku: string | null;
}

/**
 * Finds the IDs of the products that the inputs identify. A product given by ID is not looked up: the next call shows
 * whether it exists.
 */
export async function identifyProducts<Input extends { key: ProductKey }>(
	client: ApiClient,
	inputs: ReadonlyArray<BatchItem<Input>>,
): Promise<{ found: Array<BatchItem<Identified<Input>>>; missing: Array<ItemResult<never>> }> {
	const byId = inputs.filter(({ value }) => partsOfKey(value.key).kind === 'productId');
	const { rows, bad } = buildRows(byId, ({ key }) => String(wireId(partsOfKey(key).text, 'productId')));
	const others = inputs.filter(({ value }) => partsOfKey(value.key).kind !== 'productId');
	const { found, missing } = await locateProducts(others, async (keys) => getProducts(client, keys));
	return {
		found: [
			...rows.map(({ index, value: input, body: productId }) => ({ index, value: { input, productId, sku: null } })),
			...found.map(({ index, value: { input, product } }) => ({
				index,
				value: { input, productId: product.value.productId, sku: product.value.sku },
			})),
		],
		missing: [...bad, ...missing],
	};
}
