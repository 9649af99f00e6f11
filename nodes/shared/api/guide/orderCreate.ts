import type { Order } from '../../domain/order';
import { type Placed, eachAtWidth } from '../../http/batches';
import type { ApiClient } from '../../http/client';
import { asIs } from '../../http/rethrow';
import { refused } from '../creation/results';
import type { Numbered, OrderWire } from '../creation/wire';
import type { Sourced } from '../port';
import { GUIDE } from './catalogue';
import { allByNumber, orderById } from './orderFind';
import { newOrder } from './orderMapping';

/** Calls at a time, as the contract takes one order a call; no source gives a limit, so it is kept modest. */
export const WIDTH = 4;

/** How the guide's contract creates orders: one in a call, and no sales channels. */
export const orderWire = (client: ApiClient): OrderWire => ({
	client,
	endpoint: GUIDE.createOrder,
	lookUpSize: 1,
	width: WIDTH,
	keyOf: ({ orderNumber }) => orderNumber,
	make: (order) => newOrder(order),
	join: ([body]) => body,
	find: async (inputs) => await findEach(client, inputs),
	byId: async (orderId) => await orderById(client, orderId),
	refused: (refusal, orderNumber) => refused(refusal, orderNumber, GUIDE.createOrder.name),
	cancel: async (orderId) =>
		void (await client.call(GUIDE.updateOrder, { path: { id: orderId }, body: { status: 'cancelled' } })),
});

async function findEach(
	client: ApiClient,
	inputs: ReadonlyArray<Placed<Numbered>>,
): Promise<Map<number, Array<Sourced<Order>>>> {
	const outcomes = await eachAtWidth(
		inputs,
		WIDTH,
		async ({ value }) => await allByNumber(client, value.orderNumber),
	);
	return new Map(
		outcomes.map((outcome) => {
			if (!outcome.ok) throw asIs(outcome.error);
			return [outcome.index, outcome.value];
		}),
	);
}
