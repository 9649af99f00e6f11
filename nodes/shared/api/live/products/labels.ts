import type { Label } from '../../../domain/account/label';
import type { ProductKey } from '../../../domain/product/product';
import { mapConcurrent } from '../../../batch/mapConcurrent';
import { type ItemResult, type BatchItem } from '../../../batch/types';
import type { ApiClient } from '../../../http/client';
import type { WithRaw } from '../../ports/types';
import type { LabelledProduct, ProductLabelChange, ProductLabelsPort } from '../../ports/products';
import { LIVE } from '../catalogue';
import { type LabelCalls, ThingLabels } from '../account/labels';
import { identifyProducts } from './identify';

const CALLS: LabelCalls = {
	get: LIVE.productLabels,
	add: LIVE.addProductLabels,
	remove: LIVE.removeProductLabels,
	placeholder: 'productId',
};
/**
 * Concurrent reads, one product each. Changes are sent one after the other, because two changes of one product at the
 * same time might undo each other.
 */
const WIDTH = { read: 4, change: 1 } as const;

/** Labels of products on the live API. */
export function liveProductLabels(client: ApiClient): ProductLabelsPort {
	const each = async <Input extends { key: ProductKey }>(
		inputs: ReadonlyArray<BatchItem<Input>>,
		concurrency: number,
		work: (labels: ThingLabels, productId: string, input: Input) => Promise<Array<WithRaw<Label>>>,
	): Promise<Array<ItemResult<WithRaw<LabelledProduct>>>> => {
		const labels = new ThingLabels(client, CALLS);
		const { found, missing } = await identifyProducts(client, inputs);
		const done = await mapConcurrent(found, concurrency, async ({ value: { input, productId, sku } }) => {
			const now = await work(labels, productId, input);
			return {
				value: { productId, sku, labels: now.map(({ value }) => value) },
				raw: { productId, labels: now.map(({ raw }) => raw) },
			};
		});
		return [...missing, ...done];
	};
	return {
		get: async (keys) =>
			each(
				keys.map(({ index, value: key }) => ({ index, value: { key } })),
				WIDTH.read,
				async (labels, id) => labels.get(id),
			),
		add: async (changes) =>
			each(changes, WIDTH.change, async (labels, id, input: ProductLabelChange) =>
				labels.change('add', id, input.labels),
			),
		remove: async (changes) =>
			each(changes, WIDTH.change, async (labels, id, input: ProductLabelChange) =>
				labels.change('remove', id, input.labels),
			),
	};
}
