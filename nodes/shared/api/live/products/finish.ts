import type { CustomFieldSetting } from '../../../domain/account/customField';
import { InputProblem } from '../../../domain/inputProblem';
import type { ProductReceipt } from '../../../domain/product/product';
import { ApiError } from '../../../http/errors/apiError';
import { troubleIn } from '../../../batch/notAttempted';
import type { ItemResult, BatchItem } from '../../../batch/types';
import { write } from '../../../batch/write';
import type { ApiClient } from '../../../http/client';
import { rethrow } from '../../../http/errors/rethrow';
import { partlyDone } from '../../common/partlyDone';
import type { WithRaw } from '../../ports/types';
import { fold } from '../../common/productKeys';
import { setProductFields } from './customFields';
import { findBySku } from './find';

type Receipt = WithRaw<ProductReceipt>;
type Input = BatchItem<{ customFields?: CustomFieldSetting[] }>;

/**
 * Completes created or changed products: looks up IDs that are missing from the response, then sets custom fields,
 * which need a call of their own.
 */
export async function finishProducts(
	client: ApiClient,
	inputs: readonly Input[],
	outcomes: ReadonlyArray<ItemResult<Receipt>>,
): Promise<Array<ItemResult<Receipt>>> {
	const settings = new Map(
		inputs.flatMap(({ index, value: { customFields } }) =>
			customFields?.length ? [[index, customFields] as const] : [],
		),
	);
	const known = troubleIn(outcomes) ? outcomes : await withIds(client, outcomes);
	const waiting = known.flatMap((one) => (one.ok && settings.has(one.index) ? [one] : []));
	const set = await write(client, waiting, {
		after: outcomes,
		sendEach: async ({ index, value }) => setFields(client, value, settings.get(index) ?? []),
	});
	const byIndex = new Map(set.map((one) => [one.index, one]));
	return known.map((one): ItemResult<Receipt> => {
		const after = byIndex.get(one.index);
		if (!one.ok || !after || after.ok) return after ?? one;
		return {
			...after,
			error: partlyDone(after.error, `The product was ${one.value.value.outcome}, but its custom fields were not set`),
		};
	});
}

/** A created product counts as created even if it does not show yet. */
async function withIds(
	client: ApiClient,
	outcomes: ReadonlyArray<ItemResult<Receipt>>,
): Promise<Array<ItemResult<Receipt>>> {
	const isOpen = ({ productId, outcome }: ProductReceipt): boolean => productId === null && outcome === 'created';
	const skus = outcomes.flatMap((one) =>
		one.ok && isOpen(one.value.value) && one.value.value.sku !== null ? [one.value.value.sku] : [],
	);
	if (skus.length === 0) return [...outcomes];
	let found: Awaited<ReturnType<typeof findBySku>>;
	try {
		found = await findBySku(client, skus);
	} catch (error) {
		if (error instanceof ApiError) return [...outcomes];
		rethrow(error);
	}
	return outcomes.map((one) => {
		const product = one.ok && isOpen(one.value.value) ? found.get(fold(one.value.value.sku ?? '')) : undefined;
		return one.ok && product
			? { ...one, value: { ...one.value, value: { ...one.value.value, productId: product.value.productId } } }
			: one;
	});
}

async function setFields(
	client: ApiClient,
	receipt: Receipt,
	settings: readonly CustomFieldSetting[],
): Promise<Receipt> {
	const { productId } = receipt.value;
	if (productId === null) {
		throw new InputProblem({ problem: 'notShownYet', field: 'customFields' });
	}
	await setProductFields(client, productId, settings);
	return receipt;
}
