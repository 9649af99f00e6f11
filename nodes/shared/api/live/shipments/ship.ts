import type { Order, OrderKey } from '../../../domain/order/order';
import type { LabelReceipt, VoidReceipt, Voiding } from '../../../domain/shipping/shipment';
import { isIndeterminate } from '../../../http/errors/apiError';
import type { ItemResult, BatchItem } from '../../../batch/types';
import type { ApiClient } from '../../../http/client';
import { rethrow } from '../../../http/errors/rethrow';
import type { WithRaw } from '../../ports/types';
import type { ShipStandardOptions } from '../../ports/shipments';
import { rejectDuplicates } from '../../../batch/rejectDuplicates';
import { sendOne } from '../../../batch/sendOne';
import { bulkOutcomes } from '../wire/bulk';
import { LIVE } from '../catalogue';
import { getOrders } from '../orders/find';
import { wireId } from '../orders/write';
import { buildBodies } from '../../../batch/buildBodies';
import { sendAtMostOnce } from '../../../batch/sendAtMostOnce';
import { readOwn } from './read';

type Receipt = WithRaw<LabelReceipt>;
type Input = BatchItem<WithRaw<Order>>;

/**
 * Ships orders through their connected provider, which buys labels. Orders that are shipped already are reported, so
 * that running again buys nothing twice. After a lost answer nothing
 * is sent again: the result is what the orders say by then.
 */
export async function shipStandard(
	client: ApiClient,
	keys: ReadonlyArray<BatchItem<OrderKey>>,
	options: ShipStandardOptions,
): Promise<Array<ItemResult<Receipt>>> {
	const found = await getOrders(client, keys);
	const missing = found.filter((one) => !one.ok);
	const orders = found.flatMap((one): Input[] => (one.ok ? [one] : []));
	const before = orders.filter(({ value }) => isShipped(value));
	const open = orders.filter(({ value }) => !isShipped(value));
	const { once, repeats } = rejectDuplicates(
		open,
		({ value }) => value.orderId,
		({ value }) => `order ${value.orderNumber}`,
		'order',
	);
	const shipped = new Map<number, Receipt>();
	const outcomes = await sendAtMostOnce(once, LIVE.shipStandard.batch ?? 1, async (batch) => {
		try {
			const response = await client.call(LIVE.shipStandard, { body: bodyOf(batch, options) });
			const done = bulkOutcomes(LIVE.shipStandard, batch, response, {
				names: ({ value }) => ({ orderId: value.orderId, orderNumber: value.orderNumber }),
				succeed: ({ value }) => receipt(value, 'shipped'),
			});
			const open = new Set(done.flatMap((one) => (one.ok || isIndeterminate(one.error) ? [one.index] : [])));
			await readBack(
				client,
				batch.filter(({ index }) => open.has(index)),
				shipped,
			);
			return done;
		} catch (error) {
			if (isIndeterminate(error)) await readBack(client, batch, shipped);
			const done = batch.flatMap(({ index }) => success(index, shipped));
			// Where the orders show that all went well, the run may go on.
			if (done.length < batch.length) rethrow(error);
			return done;
		}
	});
	const settled = outcomes.flatMap(
		(one): Array<ItemResult<Receipt>> => (shipped.has(one.index) ? success(one.index, shipped) : [one]),
	);
	return [
		...missing,
		...before.map(
			({ index, value }): ItemResult<Receipt> => ({ index, ok: true, value: receipt(value, 'alreadyShipped') }),
		),
		...repeats,
		...settled,
	];
}

function success(index: number, shipped: ReadonlyMap<number, Receipt>): Array<ItemResult<Receipt>> {
	const value = shipped.get(index);
	return value ? [{ index, ok: true, value }] : [];
}

const isShipped = ({ value }: WithRaw<Order>): boolean => value.lifecycle === 'fulfilled';

const bodyOf = (
	batch: readonly Input[],
	{ batchNumber, discardFailed }: ShipStandardOptions,
): Record<string, unknown> => ({
	orderIds: batch.map(({ value }) => wireId(value.value.orderId, 'orderId')),
	...(batchNumber === undefined ? {} : { orderBatchNumber: batchNumber }),
	...(discardFailed ? { completeBatchAndDiscardFailedOrders: true } : {}),
});

/**
 * Reads tracking numbers and labels of the orders that are shipped by now; the answer itself is not promised to have
 * them. A failure of this reading undoes nothing, so it is left at that.
 */
async function readBack(client: ApiClient, batch: readonly Input[], shipped: Map<number, Receipt>): Promise<void> {
	const keys = batch.map(({ index, value }) => ({ index, value: { orderId: value.value.orderId } }));
	const found = keys.length === 0 ? [] : await getOrders(client, keys).catch(() => []);
	for (const one of found) if (one.ok && isShipped(one.value)) shipped.set(one.index, receipt(one.value, 'shipped'));
}

function receipt({ value, raw }: WithRaw<Order>, outcome: LabelReceipt['outcome']): Receipt {
	const { shipment } = readOwn(raw, LIVE.listOrders.name);
	return {
		value: {
			outcome,
			orderId: value.orderId,
			orderNumber: value.orderNumber,
			shipmentId: shipment?.value.shipmentId ?? null,
			trackingNumbers: value.trackingNumbers,
			labelUrls: shipment?.value.labelUrls ?? [],
		},
		raw,
	};
}

/** Voids shipments, one a call and one after the other: after a lost answer the rest waits for somebody to look. */
export async function voidShipments(
	client: ApiClient,
	voidings: ReadonlyArray<BatchItem<Voiding>>,
): Promise<Array<ItemResult<WithRaw<VoidReceipt>>>> {
	const ids = new Map<number, number>();
	const { good, bad } = buildBodies(voidings, ({ shipmentId }) => wireId(shipmentId, 'shipmentId'), ids);
	const { once, repeats } = rejectDuplicates(
		good,
		({ shipmentId }) => String(Number(shipmentId)),
		({ shipmentId }) => `shipment ${shipmentId}`,
		'shipmentId',
	);
	const voided = await sendAtMostOnce(once, 1, async (batch) => {
		const done: Array<ItemResult<WithRaw<VoidReceipt>>> = [];
		for (const { index, value } of batch) {
			const shipmentId = String(ids.get(index));
			const call = { path: { shipmentId }, query: { readdInventory: value.readdInventory } };
			const voidedOne = await sendOne<WithRaw<VoidReceipt>>(client, LIVE.voidShipment, call, {
				taken: (raw) => ({ value: { shipmentId, outcome: 'voided' }, raw }),
			});
			done.push({ index, ok: true, value: voidedOne });
		}
		return done;
	});
	return [...bad, ...repeats, ...voided];
}
