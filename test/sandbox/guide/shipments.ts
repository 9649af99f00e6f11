import type { Call, Handlers } from '../http/call';
import { Reply, badField } from '../http/problem';
import type { Shipment } from '../model/common';
import { OPEN_STATUSES } from '../store/fulfilment';
import { shipOrder } from '../store/shipping';
import { pageOf } from '../store/table';

interface NewShipment {
	order_number: string;
	carrier: string;
	service?: string | null;
	tracking_number: string;
	shipped_at?: string | null;
}

function view(call: Call, shipment: Shipment): unknown {
	return {
		id: shipment.shipmentId,
		order_id: shipment.orderId,
		order_number: shipment.orderNumber,
		carrier: shipment.shipMethod?.shippingCarrier ?? null,
		service: call.store.guideServices.get(shipment.shipmentId) ?? null,
		tracking_number: shipment.trackingNumber,
		shipped_at: shipment.shipDate,
		created_at: shipment.created,
	};
}

function listShipments(call: Call): unknown {
	const { query, store, page, limit } = call;
	const number = query.text('order_number');
	const from = query.time('shipped_from');
	const to = query.time('shipped_to');
	const test = (shipment: Shipment): boolean => {
		if (number !== undefined && shipment.orderNumber !== number) return false;
		const time = shipment.shipDate === null ? Number.NaN : Date.parse(shipment.shipDate);
		return (from === undefined || time >= from) && (to === undefined || time <= to);
	};
	const isFree = number === undefined && from === undefined && to === undefined;
	return pageOf(store.book.shipments.rows, page, limit, isFree ? undefined : test).map((shipment) =>
		view(call, shipment),
	);
}

function createShipment(call: Call): Reply {
	const body = call.body as NewShipment;
	const { store } = call;
	const order = store.book.numbered(body.order_number)[0];
	if (!order) throw badField(422, 'order_number', `There is no order ${body.order_number}`);
	if (!OPEN_STATUSES.has(order.orderStatus))
		throw badField(422, 'order_number', `Order ${body.order_number} is shipped or cancelled already`);
	const shipMethod = {
		shippingProviderId: null,
		shippingCarrier: body.carrier,
		shippingServiceId: null,
		packageTypeId: null,
		ltlFtlShipment: null,
	};
	const shipDate = body.shipped_at ? `${body.shipped_at.slice(0, 19)}Z` : null;
	const shipment = shipOrder(store, order, {
		trackingNumber: body.tracking_number,
		shipMethod,
		shipDate,
		external: true,
	});
	if (body.service) store.guideServices.set(shipment.shipmentId, body.service);
	return new Reply(201, view(call, shipment));
}

export const guideShipmentHandlers: Handlers = { 'shipments.list': listShipments, 'shipments.create': createShipment };
