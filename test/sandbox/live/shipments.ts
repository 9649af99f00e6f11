import { pathId, type Call, type Handlers } from '../http/call';
import { badField, notFound, Problem } from '../http/problem';
import type { Money, Shipment } from '../model/common';
import type { Order } from '../model/order';
import { isoSeconds } from '../store/clock';
import { OPEN_STATUSES } from '../store/fulfilment';
import { shipOrder } from '../store/shipping';
import { pageOf } from '../store/table';
import { bulk, RowError, singleId } from './bulk';
import { shipMethodOf } from './orderCreate';

/** Longest window of one call, as documented. */
const WINDOW_MS = 7 * 86_400_000;

/** Bounds as the wire writes dates: texts of one form compare like the times they name, and much faster. */
interface Window {
	read: (shipment: Shipment) => string | null;
	from: string;
	to: string;
}

/** The mandatory date pair: ship dates or created dates, at most 7 days apart. Where nothing is enforced it may be missing. */
function windowOf(call: Call): Window | undefined {
	const { query, service } = call;
	const pairs = [
		{ from: 'shipmentFromDate', to: 'shipmentToDate', read: (shipment: Shipment) => shipment.shipDate },
		{ from: 'shipmentCreatedFromDate', to: 'shipmentCreatedToDate', read: (shipment: Shipment) => shipment.created },
	];
	const given = pairs.find((pair) => query.has(pair.from) && query.has(pair.to));
	if (!given) {
		if (service.mode === 'none') return undefined;
		throw badField(
			422,
			'shipmentFromDate',
			'shipmentFromDate and shipmentToDate, or shipmentCreatedFromDate and shipmentCreatedToDate, are mandatory',
		);
	}
	const from = query.time(given.from)!;
	const to = query.time(given.to)!;
	if (from > to) throw badField(422, given.from, `${given.from} must not be after ${given.to}`);
	if (service.mode !== 'none' && to - from > WINDOW_MS)
		throw badField(422, given.to, `${given.from} and ${given.to} must be at most 7 days apart`);
	return { read: given.read, from: isoSeconds(from), to: isoSeconds(to) };
}

const startsWith = (value: string | null | undefined, prefix: string | undefined): boolean =>
	prefix === undefined || (value ?? '').toLowerCase().startsWith(prefix.toLowerCase());

function listShipments(call: Call): Shipment[] {
	const { query, store } = call;
	const window = windowOf(call);
	const ids = query.numbers('shipmentId');
	const orderIds = query.numbers('orderId');
	const numbers = query.texts('orderNumber');
	const texts = {
		batchNumber: query.text('batchNumber'),
		tracking: query.text('trackingNumber'),
		city: query.text('city'),
		recipient: query.text('recipient'),
		country: query.text('country'),
		state: query.text('state'),
	};
	const delivery = query.text('deliveryStatus');
	const channel = query.id('salesChannelId');
	const warehouse = query.id('warehouseId');
	const provider = query.id('shippingProviderId');
	const orderFits = (order: Order | undefined): boolean =>
		startsWith(order?.shipTo.shipCity, texts.city) &&
		startsWith(order?.shipTo.shipName, texts.recipient) &&
		(texts.country === undefined || order?.shipTo.shipCountry === texts.country) &&
		(texts.state === undefined || order?.shipTo.shipState === texts.state) &&
		(!channel || order?.salesChannelId === channel);
	return pageOf(store.listedShipments(), call.page, call.limit, (shipment) => {
		const time = (window ? window.read(shipment) : shipment.created) ?? '';
		return (
			(!window || (time >= window.from && time <= window.to)) &&
			(ids.length === 0 || ids.includes(shipment.shipmentId)) &&
			(orderIds.length === 0 || orderIds.includes(shipment.orderId)) &&
			(numbers.length === 0 || numbers.some((number) => startsWith(shipment.orderNumber, number))) &&
			startsWith(shipment.batchNumber === null ? null : String(shipment.batchNumber), texts.batchNumber) &&
			startsWith(shipment.trackingNumber, texts.tracking) &&
			(delivery === undefined || shipment.deliveryStatus === delivery) &&
			(!warehouse || shipment.warehouseId === warehouse) &&
			(!provider || shipment.shipMethod?.shippingProviderId === provider) &&
			orderFits(store.book.orders.get(shipment.orderId))
		);
	});
}

interface ExternalShipment {
	orderId?: number | null;
	orderNumber?: string | null;
	salesChannelId?: number | null;
	trackingNumber: string;
	shipMethod: { shippingCarrier: string; shippingServiceId?: number | null; packageTypeId?: number | null };
	carrierFee?: Money | null;
	deliveryStatus?: string | null;
	shipDate?: string | null;
	estimatedArrival?: string | null;
	received?: string | null;
	insuranceTrackingNumber?: string | null;
	transactionId?: string | null;
}

/** The order a row means, or why it cannot be shipped. */
function orderFor(call: Call, row: ExternalShipment): Order | string {
	const { book } = call.store;
	if (!row.orderId && !(row.orderNumber && row.salesChannelId))
		return 'orderId, or orderNumber and salesChannelId, is mandatory';
	const order = row.orderId
		? book.orders.get(row.orderId)
		: book.numbered(row.orderNumber ?? '', row.salesChannelId ?? 0)[0];
	if (!order) return 'The order does not exist';
	return OPEN_STATUSES.has(order.orderStatus) || order.orderStatus === 'SHIPPED'
		? order
		: `The order is ${order.orderStatus}`;
}

/** Registers shipments made elsewhere. A row that fails comes back as FAILED with a message, the answer is 200 all the same. */
function createExternal(call: Call): unknown {
	const { shipments } = call.body as { shipments: ExternalShipment[] };
	const orderBatchNumber = call.store.book.newBatchNumber();
	return shipments.map((row) => {
		const order = orderFor(call, row);
		if (typeof order === 'string') {
			const identifier = {
				orderId: row.orderId ?? null,
				orderNumber: row.orderNumber ?? null,
				salesChannelId: row.salesChannelId ?? null,
			};
			return { order: identifier, shipment: null, status: 'FAILED', processingMessage: order, orderBatchNumber };
		}
		const {
			trackingNumber,
			shipDate,
			estimatedArrival,
			received,
			deliveryStatus,
			insuranceTrackingNumber,
			transactionId,
			carrierFee,
		} = row;
		const shipment = shipOrder(call.store, order, {
			trackingNumber,
			shipMethod: shipMethodOf(row.shipMethod),
			shipDate,
			estimatedArrival,
			received,
			deliveryStatus,
			insuranceTrackingNumber,
			transactionId,
			carrierFee,
			external: true,
			batchNumber: orderBatchNumber,
		});
		return {
			order: { orderId: order.orderId, orderNumber: order.orderNumber, salesChannelId: order.salesChannelId },
			shipment,
			status: 'SHIPPED',
			processingMessage: null,
			orderBatchNumber,
		};
	});
}

/** Buys labels through the connected provider: the sandbox makes the tracking number up. */
function createStandard(call: Call): unknown {
	const { orderIds, orderBatchNumber } = call.body as { orderIds: number[]; orderBatchNumber?: number | null };
	const batchNumber = orderBatchNumber ?? call.store.book.newBatchNumber();
	return bulk(orderIds, (id) => {
		const order = call.store.book.orders.get(id);
		if (!order) throw new RowError('orderIds', `There is no order ${id}`, id);
		if (!OPEN_STATUSES.has(order.orderStatus))
			throw new RowError('orderIds', `Order ${order.orderNumber} is ${order.orderStatus}`, id);
		if (!order.shipMethod) throw new RowError('orderIds', `Order ${order.orderNumber} has no ship method`, id);
		const shipment = shipOrder(call.store, order, {
			trackingNumber: `1ZSTD${String(id).padStart(13, '0')}`,
			shipMethod: order.shipMethod,
			external: false,
			batchNumber,
		});
		return { orderId: id, shipmentId: shipment.shipmentId, trackingNumber: shipment.trackingNumber };
	});
}

/** Voids a shipment; when it was the last one the order waits for shipping again (assumed). */
function voidShipment(call: Call): unknown {
	const { book, stockroom } = call.store;
	const id = pathId(call, 'shipmentId');
	const shipment = book.shipments.get(id);
	if (!shipment) throw notFound('Shipment', id);
	if (shipment.deliveryStatus === 'VOIDED') throw new Problem(422, `Shipment ${id} is voided already`);
	shipment.deliveryStatus = 'VOIDED';
	const order = book.orders.get(shipment.orderId);
	if (!order) return singleId(id);
	if (call.query.flag('readdInventory')) {
		for (const item of order.items) {
			const stock =
				item.productId === null
					? undefined
					: stockroom.of(item.productId).find((row) => row.warehouseId === shipment.warehouseId);
			if (stock)
				stockroom.edit(stock, { quantity: stock.quantity + item.quantity }, 'Shipment voided', order.orderNumber);
		}
	}
	const shipmentIds = order.shipmentIds.filter((other) => other !== id);
	if (shipmentIds.length > 0) book.change(order, { shipmentIds });
	else
		book.change(order, {
			shipmentIds,
			shipped: null,
			orderStatus: 'AWAITING_SHIPMENT',
			items: order.items.map((item) => ({ ...item, fulfilled: false })),
		});
	return singleId(id);
}

export const shipmentHandlers: Handlers = {
	'shipments.list': listShipments,
	'shipments.createExternal': createExternal,
	'shipments.createStandard': createStandard,
	'shipments.void': voidShipment,
};
