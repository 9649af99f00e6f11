import { carrierCode } from '../../../domain/shipping/carrier';
import type { Order } from '../../../domain/order/order';
import { type NewShipment, type ShipmentReceipt, sameTracking } from '../../../domain/shipping/shipment';
import { ApiError } from '../../../http/errors/apiError';
import { rethrow } from '../../../http/errors/rethrow';
import { serviceWords } from '../../../http/errors/serviceWords';
import * as z from '../../../vendor/zod';
import { id, textOrNull } from '../../common/parse';
import { saysNo } from '../../../batch/confirm/saysNo';
import type { WithRaw } from '../../ports/types';
import { LIVE } from '../catalogue';
import { wireId } from '../orders/write';
import { readOwn } from './read';

type Receipt = WithRaw<ShipmentReceipt>;
export type Body = Record<string, unknown>;

/** A parcel with its order. */
export interface Known {
	shipment: NewShipment;
	order: Order;
}

/** A row of the response: a parcel with its own status (live-api section 7.6). */
const wireRow = z.looseObject({
	order: z.looseObject({ orderId: id.nullish(), orderNumber: id.nullish() }).nullish(),
	shipment: z.looseObject({ shipmentId: id.nullish(), trackingNumber: id.nullish() }).nullish(),
	status: z.string().nullish(),
	processingMessage: z.string().nullish(),
});
export type Row = z.Infer<typeof wireRow>;

/** The readable rows of the response; an unreadable row says nothing about any parcel. */
export const readRows = (response: unknown): Row[] =>
	(Array.isArray(response) ? response : []).flatMap((one): Row[] => {
		const read = wireRow.safeParse(one);
		return read.success ? [read.data as Row] : [];
	});

/** Status words for an accepted parcel and for a rejected one (BatchedOrderStatus). */
const TAKEN = ['SHIPPED', 'PENDING'];
const REFUSED = ['FAILED', 'CANCELLED'];

/** Whether a row says that its parcel was accepted; undefined if it does not say. */
export const isTaken = (row: Row): boolean | undefined =>
	TAKEN.includes(row.status ?? '') && !saysNo({ ...row, status: undefined })
		? true
		: REFUSED.includes(row.status ?? '')
			? false
			: undefined;

/** Whether a row of the response is about an order. */
export const isOf = ({ order: named }: Row, order: Order): boolean =>
	named?.orderId === null || named?.orderId === undefined
		? String(named?.orderNumber ?? '') === order.orderNumber
		: String(named.orderId) === order.orderId;

/** A row of the body, without the fields that come from its order (createExternalShipment). @throws InputProblem */
export function bodyOf(given: NewShipment): Body {
	const wire: Body = {
		trackingNumber: given.trackingNumber,
		shipMethod: defined({
			shippingCarrier: carrierCode(given.carrier),
			shippingServiceId:
				given.shippingServiceId === undefined ? undefined : wireId(given.shippingServiceId, 'shippingService'),
			packageTypeId: given.packageTypeId === undefined ? undefined : wireId(given.packageTypeId, 'packageTypeId'),
		}),
		shipDate: given.shipDate,
		estimatedArrival: given.estimatedArrival,
		received: given.receivedAt,
		deliveryStatus: given.deliveryStatus,
		insuranceTrackingNumber: given.insuranceTrackingNumber,
		transactionId: given.transactionId,
	};
	return defined(wire);
}

/** A row of the body, with the fields that come from its order. */
export const wholeBody = (body: Body | undefined, { shipment, order }: Known): Body => ({
	orderId: wireId(order.orderId, 'orderId'),
	...body,
	...(shipment.cost === undefined
		? {}
		: { carrierFee: { amount: shipment.cost, currency: shipment.currency ?? order.currency ?? 'USD' } }),
});

const defined = (wire: Body): Body =>
	Object.fromEntries(Object.entries(wire).filter(([, value]) => value !== undefined));

export const receiptOf = (
	{ shipment, order }: Known,
	outcome: ShipmentReceipt['outcome'],
	shipmentId: string | null,
	status: string | null,
	raw: unknown,
): Receipt => ({
	value: {
		outcome,
		shipmentId,
		orderId: order.orderId,
		orderNumber: order.orderNumber,
		carrier: carrierCode(shipment.carrier),
		trackingNumber: shipment.trackingNumber,
		status,
		notSent: outcome === 'registered' && shipment.serviceName ? ['serviceName'] : [],
	},
	raw,
});

/** The receipt for an accepted row. */
export const registered = (known: Known, row: Row): Receipt =>
	receiptOf(known, 'registered', textOrNull(row.shipment?.shipmentId), row.status ?? null, row);

/** The receipt for a parcel that the order already has. */
export function existing(known: Known, order: unknown): Receipt {
	const shipment = shipmentOf(order);
	const same =
		shipment !== null && sameTracking(shipment.value.trackingNumber, known.shipment.trackingNumber) ? shipment : null;
	return receiptOf(known, 'existing', same?.value.shipmentId ?? null, 'SHIPPED', same?.raw ?? {});
}

/** The order's parcel; null also if it cannot be read. */
function shipmentOf(order: unknown): ReturnType<typeof readOwn>['shipment'] {
	try {
		return readOwn(order, LIVE.listOrders.name).shipment;
	} catch (error) {
		if (error instanceof ApiError) return null;
		rethrow(error);
	}
}

/** The error for a rejected row: the service gives the reason only as text. */
export function refused({ processingMessage }: Row, { order }: Known): ApiError {
	const said = serviceWords(processingMessage);
	return new ApiError({
		kind: 'rowRefused',
		message: said ? `The service says: ${said}` : 'The service refused this parcel.',
		serviceMessage: said,
		subject: order.orderNumber,
		endpoint: LIVE.registerShipments.name,
	});
}
