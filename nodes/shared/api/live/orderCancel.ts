import type { Cancellation, Order } from '../../domain/order';
import type { Outcome, Placed } from '../../http/batches';
import { sendInBatches } from '../../http/batches';
import type { ApiClient, Recovery } from '../../http/client';
import type { Query } from '../../http/url';
import type { OrderReceipt, Sourced } from '../port';
import { LIVE } from './catalogue';
import { getOrders } from './orders';

type Receipt = Sourced<OrderReceipt>;
interface Known {
	cancellation: Cancellation;
	order: Sourced<Order>;
}

/**
 * Cancels orders. They are looked up first: the call needs their sales channel even with ids (live-api section 9, 7), an order that is not there is an error of its own item, and
 * one that is cancelled already is left alone. One call takes all orders of a channel with the same reason and switches.
 */
export async function cancelOrders(client: ApiClient, cancellations: ReadonlyArray<Placed<Cancellation>>): Promise<Array<Outcome<Receipt>>> {
	const byIndex = new Map(cancellations.map(({ index, value }) => [index, value]));
	const done: Array<Outcome<Receipt>> = [];
	const groups = new Map<string, Array<Placed<Known>>>();
	for (const outcome of await getOrders(client, cancellations.map(({ index, value }) => ({ index, value: value.key })))) {
		const cancellation = byIndex.get(outcome.index);
		if (!outcome.ok || !cancellation) {
			if (!outcome.ok) done.push(outcome);
			continue;
		}
		if (outcome.value.value.lifecycle === 'cancelled') {
			done.push({ index: outcome.index, ok: true, value: receipt(outcome.value, 'alreadyCancelled') });
			continue;
		}
		const { key: _, ...manner } = cancellation;
		const group = JSON.stringify([outcome.value.value.salesChannel?.id, manner]);
		groups.set(group, [...(groups.get(group) ?? []), { index: outcome.index, value: { cancellation, order: outcome.value } }]);
	}
	for (const group of groups.values()) {
		done.push(...(await sendInBatches(group, LIVE.cancelOrders.batch ?? 1, async (batch) => cancelBatch(client, batch))));
	}
	return done;
}

async function cancelBatch(client: ApiClient, batch: Array<Placed<Known>>): Promise<Array<Outcome<Receipt>>> {
	let open = batch;
	const recover = async (): Promise<Recovery> => {
		const now = await getOrders(client, open.map(({ index, value }) => ({ index, value: { orderId: value.order.value.orderId } })));
		const cancelled = new Set(now.flatMap((one) => (one.ok && one.value.value.lifecycle === 'cancelled' ? [one.index] : [])));
		open = open.filter(({ index }) => !cancelled.has(index));
		return open.length === 0 ? { answer: null } : { again: { query: queryOf(open) } };
	};
	await client.call(LIVE.cancelOrders, { query: queryOf(open), recover });
	return batch.map(({ index, value }) => ({ index, ok: true, value: receipt(value.order, 'cancelled') }));
}

function queryOf(batch: Array<Placed<Known>>): Query {
	const [first] = batch;
	const manner = first?.value.cancellation;
	return {
		orderId: [...new Set(batch.map(({ value }) => value.order.value.orderId))],
		salesChannelId: first?.value.order.value.salesChannel?.id,
		cancelReasonType: manner?.reasonType,
		cancelReason: manner?.reason === '' ? undefined : manner?.reason,
		refundOrdersOnChannels: manner?.refundOnChannel,
		sendEmailNotificationToChannel: manner?.emailChannel,
		updateSalesChannels: manner?.updateChannel,
	};
}

const receipt = ({ value, source }: Sourced<Order>, outcome: OrderReceipt['outcome']): Receipt => ({
	value: { orderId: value.orderId, orderNumber: value.orderNumber, outcome, notSent: [] },
	source,
});
