import type { Order, OrderKey } from '../../../../domain/order/order';
import type { ItemResult, BatchItem } from '../../../../batch/types';
import type { ApiClient } from '../../../../http/client';
import type { OrderReceipt, WithRaw } from '../../../ports/types';
import { bulkOutcomes } from '../../wire/bulk';
import { LIVE } from '../../catalogue';
import { receiptOf } from './action';
import { type Located, locate, lookAgain, onceEach } from '../locate';
import { wireId } from '../write';
import { sendReconciled } from '../../../../batch/sendReconciled';

type Restored = ItemResult<WithRaw<OrderReceipt>>;
type Closed = BatchItem<Located<{ key: OrderKey }>>;

/** Takes orders from hold or back from cancellation; one that is neither held nor cancelled is left alone. */
export async function restoreOrders(client: ApiClient, keys: ReadonlyArray<BatchItem<OrderKey>>): Promise<Restored[]> {
	const { found, missing } = await locate(
		client,
		keys.map(({ index, value }) => ({ index, value: { key: value } })),
	);
	const closed = found.filter(({ value }) => isClosed(value.order));
	const active = found.filter((one) => !closed.includes(one));
	return [
		...missing,
		...active.map(
			({ index, value }): Restored => ({ index, ok: true, value: receiptOf(value.order, 'alreadyActive') }),
		),
		...(await onceEach(closed, async (once) => restore(client, once))),
	];
}

/** A status that no source explains is left to the service to judge. */
const isClosed = ({ value: { lifecycle } }: WithRaw<Order>): boolean =>
	lifecycle === 'onHold' || lifecycle === 'cancelled' || lifecycle === null;

async function restore(client: ApiClient, orders: Closed[]): Promise<Restored[]> {
	return await sendReconciled(client, LIVE.restoreOrders, orders, {
		body: (open) => open.map(({ value }) => wireId(value.order.value.orderId, 'orderId')),
		// The service may restore some only (201).
		done: async (open) => {
			const now = await lookAgain(client, open);
			const restored = open.filter(({ index }) => {
				const order = now.get(index);
				return order !== undefined && !isClosed(order);
			});
			return new Map(restored.map(({ index, value }) => [index, receiptOf(value.order, 'restored')]));
		},
		outcomes: (open, response) =>
			bulkOutcomes(LIVE.restoreOrders, open, response, {
				names: ({ order: { value } }) => ({ orderId: value.orderId, orderNumber: value.orderNumber }),
				succeed: ({ value }) => receiptOf(value.order, 'restored'),
			}),
	});
}
