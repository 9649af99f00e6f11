import type { Order } from '../../../domain/order/order';
import { mapConcurrent } from '../../../batch/mapConcurrent';
import { type BatchItem } from '../../../batch/types';
import type { ApiClient } from '../../../http/client';
import { rethrow } from '../../../http/errors/rethrow';
import { refused } from '../../common/creation/results';
import type { Doubtful, Numbered, OrderWire } from '../../common/creation/wire';
import type { WithRaw } from '../../ports/types';
import { GUIDE } from '../catalogue';
import { lookUpNumber, orderById } from './find';
import { newOrder } from './mapping';

/** Concurrent calls, one order each. No source gives a limit, so the number is modest. */
export const WIDTH = 4;

/** How the guide's contract creates orders: one per call, without sales channels. */
export const orderWire = (client: ApiClient): OrderWire => ({
	client,
	endpoint: GUIDE.createOrder,
	lookUpSize: 1,
	concurrency: WIDTH,
	keyOf: ({ orderNumber }) => orderNumber,
	make: (order) => newOrder(order),
	join: ([body]) => body,
	find: async (inputs, doubtful) => await findEach(client, inputs, doubtful),
	byId: async (orderId) => await orderById(client, orderId),
	refused: (refusal, orderNumber) => refused(refusal, orderNumber, GUIDE.createOrder.name),
	cancel: async (orderId) =>
		void (await client.call(GUIDE.updateOrder, { path: { id: orderId }, body: { status: 'cancelled' } })),
});

async function findEach(
	client: ApiClient,
	inputs: ReadonlyArray<BatchItem<Numbered>>,
	doubtful: Doubtful,
): Promise<Map<number, Array<WithRaw<Order>>>> {
	const outcomes = await mapConcurrent(
		inputs,
		WIDTH,
		async ({ value }) => await lookUpNumber(client, value.orderNumber),
	);
	return new Map(
		outcomes.map((outcome) => {
			if (!outcome.ok) rethrow(outcome.error);
			const { orders, doubt } = outcome.value;
			if (doubt) doubtful.set(outcome.index, doubt);
			return [outcome.index, orders];
		}),
	);
}
