import type { CustomFieldSetting } from '../../../domain/account/customField';
import type { OrderKey } from '../../../domain/order/order';
import { mapConcurrent } from '../../../batch/mapConcurrent';
import type { ItemResult, BatchItem } from '../../../batch/types';
import { write } from '../../../batch/write';
import type { ApiClient } from '../../../http/client';
import type { WithRaw } from '../../ports/types';
import type { FieldsChange, OrderFieldsPort, OrderWithFields } from '../../ports/orderCustomFields';
import { LIVE } from '../catalogue';
import { type FieldCalls, ThingFields } from '../wire/customFields';
import { type Located, locate } from './locate';

const CALLS: FieldCalls = {
	definitions: LIVE.orderFieldDefinitions,
	get: LIVE.orderFieldValues,
	set: LIVE.setOrderFieldValues,
	placeholder: 'orderId',
};
/** Concurrent calls, one order each; calls for the same order run one after the other. */
const WIDTH = 4;

type FieldResponse = Awaited<ReturnType<ThingFields['get']>>;

/** Custom fields of orders on the live API. */
export function liveOrderFields(client: ApiClient): OrderFieldsPort {
	const each = async <Input extends { key: OrderKey }>(
		inputs: ReadonlyArray<BatchItem<Input>>,
		work: (fields: ThingFields, orderId: string, input: Input) => Promise<FieldResponse>,
	): Promise<Array<ItemResult<WithRaw<OrderWithFields>>>> => {
		const fields = new ThingFields(client, CALLS);
		const { found, missing } = await locate(client, inputs);
		const one = async ({ value: { input, order } }: BatchItem<Located<Input>>): Promise<WithRaw<OrderWithFields>> => {
			const { orderId, orderNumber } = order.value;
			const { values, raw } = await work(fields, orderId, input);
			return { value: { orderId, orderNumber, customFields: values }, raw: raw ?? {} };
		};
		return [...missing, ...(await mapConcurrent(found, WIDTH, one, ({ order }) => order.value.orderId))];
	};
	return {
		definitions: async () => await new ThingFields(client, CALLS).definitions(),
		get: async (keys) =>
			each(
				keys.map(({ index, value }) => ({ index, value: { key: value } })),
				async (fields, orderId) => fields.get(orderId),
			),
		set: async (changes) =>
			each(changes, async (fields, orderId, { values }: FieldsChange) => fields.set(orderId, values)),
	};
}

/** Sets fields of orders; orders and fields are given by ID. */
export async function setFieldValues(
	client: ApiClient,
	inputs: ReadonlyArray<BatchItem<{ orderId: string; settings: readonly CustomFieldSetting[] }>>,
): Promise<Array<ItemResult<unknown>>> {
	const fields = new ThingFields(client, CALLS);
	return await write(client, inputs, {
		concurrency: WIDTH,
		inOrderBy: ({ orderId }) => orderId,
		sendEach: async ({ value: { orderId, settings } }) => fields.send(orderId, settings),
	});
}
