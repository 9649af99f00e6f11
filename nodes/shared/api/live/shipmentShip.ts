import type { Order, OrderKey } from '../../domain/order';
import type { LabelReceipt, VoidReceipt, Voiding } from '../../domain/shipment';
import { ApiError, type ApiErrorKind } from '../../http/apiError';
import type { Outcome, Placed } from '../../http/batches';
import type { ApiClient } from '../../http/client';
import { asIs } from '../../http/rethrow';
import type { Sourced } from '../port';
import type { ShipStandardOptions } from '../ports/shipments';
import { refuseRepeats } from '../repeats';
import { bulkOutcomes } from './bulk';
import { LIVE } from './catalogue';
import { getOrders } from './orderFind';
import { wireId } from './orderWrite';
import { prepare } from './prepare';
import { sendOnce } from './sendOnce';
import { readOwn } from './shipmentRead';

type Receipt = Sourced<LabelReceipt>;
type Input = Placed<Sourced<Order>>;

/** Errors after which some orders of the call may be shipped all the same. */
const IN_DOUBT: readonly ApiErrorKind[] = ['effectUnknown', 'rowRefused'];

/**
 * Ships orders through their connected provider, which buys labels. Orders that are shipped already are reported, so that running again buys nothing twice. After a lost answer nothing
 * is sent again: what the orders say by then is all that is told.
 */
export async function shipStandard(client: ApiClient, keys: ReadonlyArray<Placed<OrderKey>>, options: ShipStandardOptions): Promise<Array<Outcome<Receipt>>> {
	const found = await getOrders(client, keys);
	const missing = found.filter((one) => !one.ok);
	const orders = found.flatMap((one): Input[] => (one.ok ? [one] : []));
	const before = orders.filter(({ value }) => isShipped(value));
	const open = orders.filter(({ value }) => !isShipped(value));
	const { once, repeats } = refuseRepeats(open, ({ value }) => value.orderId, ({ value }) => `order ${value.orderNumber}`, 'Order');
	const shipped = new Map<number, Receipt>();
	const outcomes = await sendOnce(once, LIVE.shipStandard.batch ?? 1, async (batch) => {
		try {
			const answer = await client.call(LIVE.shipStandard, { body: bodyOf(batch, options) });
			const done = bulkOutcomes(batch, answer, LIVE.shipStandard.name, ({ value }) => value.orderId, ({ value }) => receipt(value, 'shipped'));
			await readBack(client, batch.filter(({ index }) => done.some((one) => one.ok && one.index === index)), shipped);
			return done;
		} catch (error) {
			if (!(error instanceof ApiError) || !IN_DOUBT.includes(error.kind)) throw asIs(error);
			await readBack(client, batch, shipped);
			// A complaint about a row that cannot be told is the whole batch's, but not that of the next.
			if (error.kind === 'rowRefused') return batch.map(({ index }) => ({ index, ok: false, error }));
			throw asIs(error);
		}
	});
	const told = outcomes.map((one): Outcome<Receipt> => {
		const value = shipped.get(one.index);
		return value ? { index: one.index, ok: true, value } : one;
	});
	return [...missing, ...before.map(({ index, value }): Outcome<Receipt> => ({ index, ok: true, value: receipt(value, 'alreadyShipped') })), ...repeats, ...told];
}

const isShipped = ({ value }: Sourced<Order>): boolean => value.lifecycle === 'fulfilled';

const bodyOf = (batch: readonly Input[], { batchNumber, discardFailed }: ShipStandardOptions): Record<string, unknown> => ({
	orderIds: batch.map(({ value }) => wireId(value.value.orderId, 'Order ID')),
	...(batchNumber === undefined ? {} : { orderBatchNumber: batchNumber }),
	...(discardFailed ? { completeBatchAndDiscardFailedOrders: true } : {}),
});

/** Reads tracking numbers and labels of the orders that are shipped by now; the answer itself is not promised to have them. A failure of this reading undoes nothing, so it is left at that. */
async function readBack(client: ApiClient, batch: readonly Input[], shipped: Map<number, Receipt>): Promise<void> {
	const keys = batch.map(({ index, value }) => ({ index, value: { orderId: value.value.orderId } }));
	const found = keys.length === 0 ? [] : await getOrders(client, keys).catch(() => []);
	for (const one of found) if (one.ok && isShipped(one.value)) shipped.set(one.index, receipt(one.value, 'shipped'));
}

function receipt({ value, source }: Sourced<Order>, outcome: LabelReceipt['outcome']): Receipt {
	const { shipment } = readOwn(source, LIVE.listOrders.name);
	return {
		value: {
			outcome,
			orderId: value.orderId,
			orderNumber: value.orderNumber,
			shipmentId: shipment?.value.shipmentId ?? null,
			trackingNumbers: value.trackingNumbers,
			labelUrls: shipment?.value.labelUrls ?? [],
		},
		source,
	};
}

/** Voids shipments, one a call and one after the other: after a lost answer the rest waits for somebody to look. */
export async function voidShipments(client: ApiClient, voidings: ReadonlyArray<Placed<Voiding>>): Promise<Array<Outcome<Sourced<VoidReceipt>>>> {
	const ids = new Map<number, number>();
	const { good, bad } = prepare(voidings, ({ shipmentId }) => wireId(shipmentId, 'Shipment ID'), ids);
	const { once, repeats } = refuseRepeats(good, ({ shipmentId }) => String(Number(shipmentId)), ({ shipmentId }) => `shipment ${shipmentId}`, 'Shipment ID');
	const voided = await sendOnce(once, 1, async (batch) => {
		const done: Array<Outcome<Sourced<VoidReceipt>>> = [];
		for (const { index, value } of batch) {
			const shipmentId = String(ids.get(index));
			const source = await client.call(LIVE.voidShipment, { path: { shipmentId }, query: { readdInventory: value.readdInventory } });
			done.push({ index, ok: true, value: { value: { shipmentId, outcome: 'voided' }, source: source ?? {} } });
		}
		return done;
	});
	return [...bad, ...repeats, ...voided];
}
