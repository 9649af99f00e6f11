import type { Order, OrderKey } from '../../../domain/order/order';
import type { LabelReceipt, VoidReceipt, Voiding } from '../../../domain/shipping/shipment';
import { isIndeterminate } from '../../../http/errors/apiError';
import type { ItemResult, BatchItem } from '../../../batch/types';
import type { ApiClient } from '../../../http/client';
import { rethrow } from '../../../http/errors/rethrow';
import type { WithRaw } from '../../ports/types';
import type { ShipStandardOptions } from '../../ports/shipments';
import { write } from '../../../batch/write';
import { writeOne } from '../../../batch/writeOne';
import { bulkOutcomes } from '../wire/bulk';
import { LIVE } from '../catalogue';
import { getOrders } from '../orders/find';
import { wireId } from '../orders/write';
import { readOwn } from './read';

type Receipt = WithRaw<LabelReceipt>;
type Input = BatchItem<WithRaw<Order>>;

/**
 * Ships orders through their connected provider, which buys labels. Orders that are already shipped are returned, so a
 * second run buys nothing twice. After a lost response nothing is sent again: the orders then show the result.
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
	const shipped = new Map<number, Receipt>();
	const outcomes = await write(
		client,
		orders.filter(({ value }) => !isShipped(value)),
		{
			duplicates: {
				by: ({ value }) => value.orderId,
				name: ({ value }) => `order ${value.orderNumber}`,
				field: 'order',
			},
			endpoint: LIVE.shipStandard,
			sendBatch: async (batch) => shipBatch(client, batch, options, shipped),
		},
	);
	const settled = outcomes.flatMap(
		(one): Array<ItemResult<Receipt>> => (shipped.has(one.index) ? success(one.index, shipped) : [one]),
	);
	return [
		...missing,
		...before.map(
			({ index, value }): ItemResult<Receipt> => ({ index, ok: true, value: receipt(value, 'alreadyShipped') }),
		),
		...settled,
	];
}

/** @param shipped receives the orders that are shipped afterwards */
async function shipBatch(
	client: ApiClient,
	batch: readonly Input[],
	options: ShipStandardOptions,
	shipped: Map<number, Receipt>,
): Promise<Array<ItemResult<Receipt>>> {
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
		// If the orders show that all went well, the run may go on.
		if (done.length < batch.length) rethrow(error);
		return done;
	}
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
 * Reads tracking numbers and labels of shipped orders, because the response may not have them. A failure of this read
 * undoes nothing, so it is not reported.
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

/**
 * Voids shipments one after the other; after a lost response the rest is not sent, so that somebody can check first.
 */
export const voidShipments = async (
	client: ApiClient,
	voidings: ReadonlyArray<BatchItem<Voiding>>,
): Promise<Array<ItemResult<WithRaw<VoidReceipt>>>> =>
	await write(client, voidings, {
		build: ({ shipmentId }) => String(wireId(shipmentId, 'shipmentId')),
		duplicates: {
			by: ({ shipmentId }) => String(Number(shipmentId)),
			name: ({ shipmentId }) => `shipment ${shipmentId}`,
			field: 'shipmentId',
		},
		sendAtMostOnce: async ({ value: { readdInventory }, body: shipmentId }) =>
			await writeOne<WithRaw<VoidReceipt>>(
				client,
				LIVE.voidShipment,
				{ path: { shipmentId }, query: { readdInventory } },
				{ taken: (raw) => ({ value: { shipmentId, outcome: 'voided' }, raw }) },
			),
	});
