import { readDate } from '../../domain/date';
import type { Parcel, Shipment } from '../../domain/shipment';
import * as z from '../../vendor/zod';
import { id, numberOrNull, readAs, textOrNull } from '../answers';
import type { Sourced } from '../port';

/** What the pack reads of a shipment (live-api section 7.6); anything but the id may be null. */
const wireShipment = z.looseObject({
	shipmentId: id,
	carrierFee: z.looseObject({ amount: z.number().nullish(), currency: z.string().nullish() }).nullish(),
	shipMethod: z
		.looseObject({
			shippingProviderId: id.nullish(),
			shippingCarrier: z.string().nullish(),
			shippingServiceId: id.nullish(),
			packageTypeId: id.nullish(),
		})
		.nullish(),
	trackingUrls: z.array(z.unknown()).nullish(),
	shippingLabelUrls: z.array(z.unknown()).nullish(),
	external: z.boolean().nullish(),
});

/** A live shipment in business words, with the service's own object beside it. */
export function readShipment(source: unknown, endpoint: string): Sourced<Shipment> & { value: { shipmentId: string } } {
	const wire = readAs(wireShipment, source, endpoint);
	const { shipMethod, carrierFee } = wire;
	const value = {
		shipmentId: String(wire.shipmentId),
		orderId: textOrNull(wire.orderId),
		orderNumber: textOrNull(wire.orderNumber),
		type: textOrNull(wire.type),
		external: wire.external ?? null,
		deliveryStatus: textOrNull(wire.deliveryStatus),
		carrier: textOrNull(shipMethod?.shippingCarrier),
		service: null,
		shippingServiceId: textOrNull(shipMethod?.shippingServiceId),
		shippingProviderId: textOrNull(shipMethod?.shippingProviderId),
		packageTypeId: textOrNull(shipMethod?.packageTypeId),
		trackingNumber: textOrNull(wire.trackingNumber),
		trackingUrls: texts(wire.trackingUrls),
		shipDate: readDate(wire.shipDate),
		createdAt: readDate(wire.created),
		estimatedArrival: readDate(wire.estimatedArrival),
		receivedAt: readDate(wire.received),
		warehouseId: textOrNull(wire.warehouseId),
		cost: numberOrNull(carrierFee?.amount),
		currency: carrierFee?.currency ?? null,
		batchNumber: textOrNull(wire.batchNumber),
		labelUrls: texts(wire.shippingLabelUrls),
		insuranceTrackingNumber: textOrNull(wire.insuranceTrackingNumber),
		transactionId: textOrNull(wire.transactionId),
		rmaId: textOrNull(wire.rma),
	};
	return { value, source };
}

const texts = (values: readonly unknown[] | null | undefined): string[] => (values ?? []).map(textOrNull).filter((text) => text !== null);

/** What an order tells of its own parcels: `shipment` is one in full, `shipments` what is in each (live-api section 9, 13). */
const wireOwn = z.looseObject({
	shipment: z.unknown(),
	shipments: z
		.array(
			z.looseObject({
				trackingNumbers: z.array(z.unknown()).nullish(),
				items: z.array(z.looseObject({ listingSku: id.nullish(), quantity: z.number().nullish() })).nullish(),
			}),
		)
		.nullish(),
});

/** The shipment and the parcels in a live order. */
export function readOwn(order: unknown, endpoint: string): { shipment: ReturnType<typeof readShipment> | null; parcels: Parcel[]; source: unknown } {
	const wire = readAs(wireOwn, order, endpoint);
	return {
		shipment: wire.shipment === null || wire.shipment === undefined ? null : readShipment(wire.shipment, endpoint),
		parcels: (wire.shipments ?? []).map(({ trackingNumbers, items }) => ({
			trackingNumbers: texts(trackingNumbers),
			items: (items ?? []).map(({ listingSku, quantity }) => ({ sku: String(listingSku ?? ''), quantity: quantity ?? 0 })),
		})),
		source: wire.shipments ?? [],
	};
}
