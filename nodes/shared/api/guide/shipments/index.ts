import { append } from '../../../domain/append';
import { forwards } from '../../../domain/values/dates/dateSpan';
import type { Order, OrderKey } from '../../../domain/order/order';
import {
	type NewShipment,
	type OrderShipments,
	type Shipment,
	type ShipmentFilter,
	type ShipmentReceipt,
	fits,
	sameTracking,
} from '../../../domain/shipping/shipment';
import { mapConcurrent } from '../../../batch/mapConcurrent';
import { type ItemResult, type BatchItem } from '../../../batch/types';
import type { ApiClient } from '../../../http/client';
import type { Query } from '../../../domain/values/query';
import type { ListOptions, WithRaw } from '../../ports/types';
import type { ShipmentsPort } from '../../ports/shipments';
import { readRecords } from '../../common/records';
import { write } from '../../../batch/write';
import { writeOne } from '../../../batch/writeOne';
import { Doubts } from '../../common/unreadable';
import { GUIDE } from '../catalogue';
import { guideOrders } from '../orders';
import { readShipment } from './read';

export const LIST_NAMES = ['data', 'items', 'results', 'shipments'];
/** Concurrent calls, one shipment each. No source gives a limit, so the number is modest. */
const WIDTH = 4;

/** Shipments of the guide's contract. */
export const guideShipments = (client: ApiClient): ShipmentsPort => ({
	list: (filter, options) => list(client, filter, options),
	ofOrders: async (keys) =>
		await withOrders(
			client,
			keys,
			({ value }) => value,
			async (orders) =>
				await mapConcurrent(orders, WIDTH, async ({ value: { order } }) => await ofOrder(client, order)),
		),
	register: async (shipments) =>
		await withOrders(
			client,
			shipments,
			({ value }) => value.key,
			async (parcels) =>
				await write(client, parcels, {
					duplicates: {
						by: keyOf,
						name: ({ given, order }) => `the parcel ${given.trackingNumber} of order ${order.orderNumber}`,
						field: 'trackingNumber',
					},
					concurrency: WIDTH,
					inOrderBy: ({ order }) => order.orderId,
					sendEach: async ({ value: { given, order } }) => await register(client, given, order),
				}),
		),
});

interface Known<T> {
	given: T;
	order: Order;
}

/** Looks up the orders of all inputs and continues with those that exist. */
async function withOrders<T, R>(
	client: ApiClient,
	inputs: ReadonlyArray<BatchItem<T>>,
	keyOf: (input: BatchItem<T>) => OrderKey,
	work: (known: Array<BatchItem<Known<T>>>) => Promise<Array<ItemResult<R>>>,
): Promise<Array<ItemResult<R>>> {
	const byIndex = new Map(inputs.map(({ index, value }) => [index, value]));
	const found = await guideOrders(client).get(inputs.map((input) => ({ index: input.index, value: keyOf(input) })));
	const missing = found.filter((one) => !one.ok);
	const known = found.flatMap((one): Array<BatchItem<Known<T>>> => {
		const given = byIndex.get(one.index);
		return one.ok && given !== undefined ? [{ index: one.index, value: { given, order: one.value.value } }] : [];
	});
	return [...missing, ...(await work(known))];
}

async function* list(
	client: ApiClient,
	filter: ShipmentFilter,
	options: ListOptions,
): AsyncGenerator<Array<WithRaw<Shipment>>> {
	const { from, to } = forwards(filter);
	// The contract does not limit periods. Each call filters by one order number, so several are read one after the
	// other.
	for (const orderNumber of filter.orderNumbers ?? [undefined]) {
		const query = { shipped_from: from, shipped_to: to, order_number: orderNumber };
		for await (const page of read(client, query, options)) {
			const wanted = page.filter(({ value }) => fits(value, filter));
			if (wanted.length > 0) yield wanted;
		}
	}
}

const read = (client: ApiClient, query: Query, options: ListOptions = {}): AsyncGenerator<Array<WithRaw<Shipment>>> =>
	readRecords(client, GUIDE.listShipments, {
		...options,
		names: LIST_NAMES,
		query,
		read: readShipment,
		key: ({ value }) => value.shipmentId ?? `${value.orderNumber}\n${value.trackingNumber}`,
	});

/**
 * The shipments of exactly this order number.
 * @throws ApiError when an unreadable one may be among them, which would then be missing or registered twice
 */
async function shipmentsOf(client: ApiClient, { orderNumber }: Order): Promise<Array<WithRaw<Shipment>>> {
	const found: Array<WithRaw<Shipment>> = [];
	const doubts = new Doubts();
	const pages = read(client, { order_number: orderNumber }, { unreadable: doubts.take });
	for await (const page of pages)
		append(
			found,
			page.filter(({ value }) => value.orderNumber === orderNumber),
		);
	const doubt = doubts.about(`another shipment of order ${orderNumber}`, { order_number: orderNumber });
	if (doubt) throw doubt;
	return found;
}

async function ofOrder(client: ApiClient, order: Order): Promise<WithRaw<OrderShipments>> {
	const { orderId, orderNumber, status, lifecycle } = order;
	const found = await shipmentsOf(client, order);
	return {
		value: { orderId, orderNumber, status, lifecycle, shipments: found.map(({ value }) => value), parcels: [] },
		raw: { orderId, orderNumber, shipments: found.map(({ raw }) => raw) },
	};
}

const keyOf = ({ given, order }: Known<NewShipment>): string =>
	`${order.orderId}\n${given.trackingNumber.trim().toUpperCase()}`;

/** Registers a parcel, unless the order already has it. After a lost response it is looked up, then sent again. */
async function register(client: ApiClient, given: NewShipment, order: Order): Promise<WithRaw<ShipmentReceipt>> {
	const find = async (): Promise<WithRaw<Shipment> | undefined> =>
		(await shipmentsOf(client, order)).find(({ value }) => sameTracking(value.trackingNumber, given.trackingNumber));
	const existing = await find();
	if (existing) return receipt(given, order, 'existing', existing);
	const body = {
		order_number: order.orderNumber,
		carrier: given.carrier,
		tracking_number: given.trackingNumber,
		...(given.serviceName ? { service: given.serviceName } : {}),
		...(given.shipDate ? { shipped_at: given.shipDate } : {}),
	};
	return await writeOne(
		client,
		GUIDE.registerShipment,
		{ body },
		{
			names: { order_number: order.orderNumber, tracking_number: given.trackingNumber },
			taken: (response) => receipt(given, order, 'registered', readShipment(response, GUIDE.registerShipment.name)),
			find: async () => {
				const found = await find();
				return found && receipt(given, order, 'registered', found);
			},
		},
	);
}

/** The fields of a parcel that the contract has no place for. */
const ABSENT = [
	'shippingServiceId',
	'packageTypeId',
	'estimatedArrival',
	'receivedAt',
	'deliveryStatus',
	'cost',
	'insuranceTrackingNumber',
	'transactionId',
] as const satisfies ReadonlyArray<keyof NewShipment>;

const receipt = (
	given: NewShipment,
	order: Order,
	outcome: ShipmentReceipt['outcome'],
	{ value, raw }: WithRaw<Shipment>,
): WithRaw<ShipmentReceipt> => ({
	value: {
		outcome,
		shipmentId: value.shipmentId,
		orderId: order.orderId,
		orderNumber: order.orderNumber,
		carrier: given.carrier,
		trackingNumber: given.trackingNumber,
		status: null,
		notSent:
			outcome === 'existing'
				? []
				: [
						...ABSENT.filter((field) => given[field] !== undefined),
						...(['notifyCustomer', 'updateChannel'] as const).filter((field) => given[field]),
					],
	},
	raw,
});
