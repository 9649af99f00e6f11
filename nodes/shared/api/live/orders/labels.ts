import type { Label } from '../../../domain/account/label';
import type { OrderKey } from '../../../domain/order/order';
import { mapConcurrent } from '../../../batch/mapConcurrent';
import { type ItemResult, type BatchItem } from '../../../batch/types';
import type { ApiClient } from '../../../http/client';
import type { WithRaw } from '../../ports/types';
import type { LabelChange, LabelledOrder, OrderLabelsPort } from '../../ports/orderLabels';
import { LIVE } from '../catalogue';
import { type LabelCalls, ThingLabels } from '../account/labels';
import { type Located, locate } from './locate';

const CALLS: LabelCalls = {
	get: LIVE.orderLabels,
	add: LIVE.addOrderLabels,
	remove: LIVE.removeOrderLabels,
	placeholder: 'orderId',
};
/** Concurrent calls, one order each; calls for the same order run one after the other. */
const WIDTH = 4;

type Labelled = Array<ItemResult<WithRaw<LabelledOrder>>>;

/** Labels of orders on the live API. */
export function liveOrderLabels(client: ApiClient): OrderLabelsPort {
	const each = async <Input extends { key: OrderKey }>(
		inputs: ReadonlyArray<BatchItem<Input>>,
		work: (labels: ThingLabels, orderId: string, input: Input) => Promise<Array<WithRaw<Label>>>,
	): Promise<Labelled> => {
		const labels = new ThingLabels(client, CALLS);
		const { found, missing } = await locate(client, inputs);
		const one = async ({ value: { input, order } }: BatchItem<Located<Input>>): Promise<WithRaw<LabelledOrder>> => {
			const { orderId, orderNumber } = order.value;
			const now = await work(labels, orderId, input);
			return {
				value: { orderId, orderNumber, labels: now.map(({ value }) => value) },
				raw: { orderId, orderNumber, labels: now.map(({ raw }) => raw) },
			};
		};
		return [...missing, ...(await mapConcurrent(found, WIDTH, one, ({ order }) => order.value.orderId))];
	};
	return {
		get: async (keys) =>
			each(
				keys.map(({ index, value }) => ({ index, value: { key: value } })),
				async (labels, orderId) => labels.get(orderId),
			),
		add: async (changes) =>
			each(changes, async (labels, orderId, input: LabelChange) => labels.change('add', orderId, input.labels)),
		remove: async (changes) =>
			each(changes, async (labels, orderId, input: LabelChange) => labels.change('remove', orderId, input.labels)),
	};
}
