import type { CreatedOrder, Order, OrderUpsert } from '../../../domain/order/order';
import { notAttempted } from '../../../batch/notAttempted';
import type { BatchItem } from '../../../batch/types';
import { write } from '../../../batch/write';
import type { ApiClient } from '../../../http/client';
import { rethrow } from '../../../http/errors/rethrow';
import { ensureOrders, sameNumber } from '../../common/creation/create';
import { severalHave } from '../../common/creation/results';
import type { Done } from '../../common/creation/wire';
import { otherLines } from '../../common/lineDifference';
import { unchanged } from '../../common/orderDifference';
import type { CreateOptions, WithRaw } from '../../ports/types';
import { changeOrder } from './change';
import { WIDTH, orderWire } from './create';
import { orderChange } from './mapping';

/** Creates missing orders and changes existing ones, if changeable fields are given. */
export async function createOrUpdateOrders(
	client: ApiClient,
	orders: ReadonlyArray<BatchItem<OrderUpsert>>,
	options: CreateOptions,
): Promise<Done[]> {
	const wire = orderWire(client);
	return await write(client, orders, {
		duplicates: sameNumber(wire),
		sendGroup: async (once) => {
			const ensured = await ensureOrders(wire, once, { ...options, lookUpFirst: true });
			const { outcomes, existing, doubtful, stopped } = ensured;
			const changed = await write(
				client,
				once.filter(({ index }) => existing.has(index)),
				{
					concurrency: WIDTH,
					sendEach: async ({ index, value }) => {
						if (stopped) rethrow(notAttempted(stopped));
						const doubt = doubtful.get(index);
						if (doubt) rethrow(doubt);
						const [now, ...others] = existing.get(index) ?? [];
						if (!now || others.length > 0) throw severalHave(value.orderNumber, existing.get(index) ?? []);
						return await change(client, value, now);
					},
				},
			);
			return [...outcomes, ...changed];
		},
	});
}

async function change(client: ApiClient, given: OrderUpsert, now: WithRaw<Order>): Promise<WithRaw<CreatedOrder>> {
	const { orderId, orderNumber, status, lifecycle } = now.value;
	const { body, notSent } = orderChange({ key: { orderId }, shipTo: given.shipTo, details: given.details }, now.value);
	const missing = unchanged(
		given,
		now.value,
		[...notSent, ...(given.customFields?.length ? ['customFields'] : [])],
		null,
	);
	const said = {
		orderId,
		orderNumber,
		status,
		lifecycle,
		notSent: missing,
		...otherLines(given.order, now.value, 'Its lines were'),
	};
	if (Object.keys(body).length === 0) return { value: { outcome: 'existing', ...said }, raw: now.raw };
	const { raw } = await changeOrder(client, now.value, body);
	return { value: { outcome: 'updated', ...said }, raw };
}
