import { daysAfter, now, windowsOf } from '../../../domain/values/dates/dateSpan';
import type { Order, OrderKey } from '../../../domain/order/order';
import type { OrderShipments } from '../../../domain/shipping/shipment';
import { ApiError } from '../../../http/errors/apiError';
import { chunks } from '../../../domain/chunks';
import { type ItemResult, type BatchItem } from '../../../batch/types';
import type { ApiClient } from '../../../http/client';
import { rethrow } from '../../../http/errors/rethrow';
import type { WithRaw } from '../../ports/types';
import type { OfOrdersOptions } from '../../ports/shipments';
import { Doubts } from '../../common/unreadable';
import { type TakeUnreadable } from '../../ports/unreadable';
import { LIVE } from '../catalogue';
import { getOrders } from '../orders/find';
import { wireId } from '../orders/write';
import { type readShipment, readOwn } from './read';
import { LONGEST_WINDOW_DAYS, readWindow } from './window';

type Found = Map<string, ReturnType<typeof readShipment>>;

/** Orders per call, as in their look-up (live-api section 4, ESB). */
const ORDERS_PER_READ = 100;

/**
 * All shipments of orders. An order names its active parcels (`shipment`, `shipments`), only the first in full, and no
 * voided or returned ones. The list of shipments has all of them, but covers a week at a time. So one pass serves all
 * orders of the run: by creation date (never before the order's), from the oldest order to now, and each week only for
 * the orders that existed by then. Shipments that only the orders name are added.
 */
export async function shipmentsOfOrders(
	client: ApiClient,
	keys: ReadonlyArray<BatchItem<OrderKey>>,
	{ ownOnly }: OfOrdersOptions,
): Promise<Array<ItemResult<WithRaw<OrderShipments>>>> {
	const outcomes = await getOrders(client, keys);
	const orders = new Map(
		outcomes.flatMap((one) => (one.ok ? [[one.value.value.orderId, one.value.value] as const] : [])),
	);
	const doubts = new Doubts();
	const found = ownOnly ? new Map<string, Found>() : await readWindows(client, [...orders.values()], doubts.take);
	return outcomes.map((one): ItemResult<WithRaw<OrderShipments>> => {
		if (!one.ok) return one;
		if (!ownOnly && birthOf(one.value.value) === null)
			return { index: one.index, ok: false, error: undated(one.value.value) };
		return outcomeOf(one.index, one.value, found, doubts);
	});
}

/** An unreadable shipment is not dropped silently: its order becomes the error. */
function outcomeOf(
	index: number,
	order: WithRaw<Order>,
	found: ReadonlyMap<string, Found>,
	doubts: Doubts,
): ItemResult<WithRaw<OrderShipments>> {
	const { orderId, orderNumber } = order.value;
	const doubt = doubts.about(`another shipment of order ${orderNumber}`, { orderId });
	if (doubt) return { index, ok: false, error: doubt };
	try {
		return { index, ok: true, value: together(order, found.get(orderId) ?? new Map()) };
	} catch (error) {
		if (!(error instanceof ApiError)) rethrow(error);
		return { index, ok: false, error };
	}
}

const birthOf = ({ createdAt, orderDate }: Order): string | null => createdAt ?? orderDate;

async function readWindows(
	client: ApiClient,
	orders: readonly Order[],
	unreadable: TakeUnreadable,
): Promise<Map<string, Found>> {
	const found = new Map<string, Found>();
	const dated = orders.flatMap((order) => {
		const birth = birthOf(order);
		return birth === null ? [] : [{ orderId: order.orderId, birth }];
	});
	const [oldest] = dated.map(({ birth }) => birth).sort();
	if (oldest === undefined) return found;
	// This machine's clock and the service's may differ; one day more costs at most one call.
	const until = [daysAfter(now(), 1), oldest].sort().at(-1) ?? oldest;
	for (const window of windowsOf({ from: oldest, to: until }, LONGEST_WINDOW_DAYS)) {
		const born = dated.filter(({ birth }) => birth <= window.to).map(({ orderId }) => wireId(orderId, 'orderId'));
		for (const orderId of chunks(born, ORDERS_PER_READ)) {
			for await (const page of readWindow(client, window, 'created', { orderId }, { unreadable })) {
				for (const shipment of page) {
					const at = shipment.value.orderId ?? '';
					found.set(at, (found.get(at) ?? new Map()).set(shipment.value.shipmentId, shipment));
				}
			}
		}
	}
	return found;
}

function together({ value: order, raw }: WithRaw<Order>, rowsRead: Found): WithRaw<OrderShipments> {
	const own = readOwn(raw, LIVE.listOrders.name);
	const all: Found = own.shipment ? new Map([[own.shipment.value.shipmentId, own.shipment], ...rowsRead]) : rowsRead;
	const { orderId, orderNumber, status, lifecycle } = order;
	return {
		value: {
			orderId,
			orderNumber,
			status,
			lifecycle,
			shipments: [...all.values()].map(({ value }) => value),
			parcels: own.parcels,
		},
		raw: {
			orderId: wireId(orderId, 'orderId'),
			orderNumber,
			shipments: [...all.values()].map((shipment) => shipment.raw),
			parcels: own.raw,
		},
	};
}

const undated = ({ orderNumber }: Order): ApiError =>
	new ApiError({
		kind: 'unreadable',
		message: `Order ${orderNumber} has no date of creation, so it is not known from when on to look for its shipments.`,
		endpoint: LIVE.listOrders.name,
	});
