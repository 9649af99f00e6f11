import type { CustomFieldSetting } from '../../../domain/account/customField';
import type { ProductKey } from '../../../domain/product/product';
import { mapConcurrent } from '../../../batch/mapConcurrent';
import { type ItemResult, type BatchItem } from '../../../batch/types';
import type { ApiClient } from '../../../http/client';
import type { WithRaw } from '../../ports/types';
import type { ProductFieldsChange, ProductFieldsPort, ProductWithFields } from '../../ports/products';
import { LIVE } from '../catalogue';
import { type FieldCalls, ThingFields } from '../wire/customFields';
import { identifyProducts } from './identify';

const CALLS: FieldCalls = {
	definitions: LIVE.productFieldDefinitions,
	get: LIVE.productFieldValues,
	set: LIVE.setProductFieldValues,
	placeholder: 'productId',
};
/**
 * Concurrent reads, one product each. Values are set one after the other, because two changes of one product at the
 * same time might undo each other.
 */
const WIDTH = { read: 4, set: 1 } as const;

type FieldResponse = Awaited<ReturnType<ThingFields['get']>>;

/** Custom fields of products on the live API. */
export function liveProductFields(client: ApiClient): ProductFieldsPort {
	const each = async <Input extends { key: ProductKey }>(
		inputs: ReadonlyArray<BatchItem<Input>>,
		concurrency: number,
		work: (fields: ThingFields, productId: string, input: Input) => Promise<FieldResponse>,
	): Promise<Array<ItemResult<WithRaw<ProductWithFields>>>> => {
		const fields = new ThingFields(client, CALLS);
		const { found, missing } = await identifyProducts(client, inputs);
		const done = await mapConcurrent(found, concurrency, async ({ value: { input, productId, sku } }) => {
			const { values, raw } = await work(fields, productId, input);
			return { value: { productId, sku, customFields: values }, raw: raw ?? {} };
		});
		return [...missing, ...done];
	};
	return {
		definitions: async () => await new ThingFields(client, CALLS).definitions(),
		get: async (keys) =>
			each(
				keys.map(({ index, value: key }) => ({ index, value: { key } })),
				WIDTH.read,
				async (fields, id) => fields.get(id),
			),
		set: async (changes) =>
			each(changes, WIDTH.set, async (fields, id, { values }: ProductFieldsChange) => fields.set(id, values)),
	};
}

/** Sets fields of one product; the fields are given by ID. */
export const setProductFields = async (
	client: ApiClient,
	productId: string,
	settings: readonly CustomFieldSetting[],
): Promise<unknown> => await new ThingFields(client, CALLS).send(productId, settings);
