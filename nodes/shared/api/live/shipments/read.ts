import { readDate } from '../../../domain/values/dates/date';
import type { Parcel, Shipment } from '../../../domain/shipping/shipment';
import * as z from '../../../vendor/zod';
import { flag, number, readAs, recordId, text, textOrNull } from '../../common/parse';
import type { WithRaw } from '../../ports/types';
import { recordReader } from '../../common/unreadable';

/** The fields of a shipment that the package reads (live-api section 7.6); all but the ID may be null. */
const wireShipment = z.looseObject({
	shipmentId: recordId,
	carrierFee: z.looseObject({ amount: number, currency: text }).nullish(),
	shipMethod: z
		.looseObject({
			shippingProviderId: text,
			shippingCarrier: text,
			shippingServiceId: text,
			packageTypeId: text,
		})
		.nullish(),
	trackingUrls: z.array(z.unknown()).nullish(),
	shippingLabelUrls: z.array(z.unknown()).nullish(),
	external: flag,
});

/** A shipment of the live API, with the raw data. */
type Read = WithRaw<Shipment> & { value: { shipmentId: string } };

export const readShipment = recordReader(
	{ what: 'Shipment', id: 'shipmentId', name: 'trackingNumber' },
	(raw, endpoint): Read => {
		const wire = readAs(wireShipment, raw, endpoint);
		const { shipMethod, carrierFee } = wire;
		const value = {
			shipmentId: wire.shipmentId,
			orderId: textOrNull(wire.orderId),
			orderNumber: textOrNull(wire.orderNumber),
			type: textOrNull(wire.type),
			external: wire.external,
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
			cost: carrierFee?.amount ?? null,
			currency: carrierFee?.currency ?? null,
			batchNumber: textOrNull(wire.batchNumber),
			labelUrls: texts(wire.shippingLabelUrls),
			insuranceTrackingNumber: textOrNull(wire.insuranceTrackingNumber),
			transactionId: textOrNull(wire.transactionId),
			rmaId: textOrNull(wire.rma),
		};
		return { value, raw };
	},
);

const texts = (values: readonly unknown[] | null | undefined): string[] =>
	(values ?? []).map(textOrNull).filter((text) => text !== null);

/** An order's own parcels: `shipment` is one in full, `shipments` has the contents of each (live-api section 9, 13). */
const wireOwn = z.looseObject({
	shipment: z.unknown(),
	shipments: z
		.array(
			z.looseObject({
				trackingNumbers: z.array(z.unknown()).nullish(),
				items: z.array(z.looseObject({ listingSku: text, quantity: number })).nullish(),
			}),
		)
		.nullish(),
});

/** Reads the shipment and the parcels in an order of the live API. */
export function readOwn(
	order: unknown,
	endpoint: string,
): { shipment: ReturnType<typeof readShipment> | null; parcels: Parcel[]; raw: unknown } {
	const wire = readAs(wireOwn, order, endpoint);
	return {
		shipment: wire.shipment === null || wire.shipment === undefined ? null : readShipment(wire.shipment, endpoint),
		parcels: (wire.shipments ?? []).map(({ trackingNumbers, items }) => ({
			trackingNumbers: texts(trackingNumbers),
			items: (items ?? []).map(({ listingSku, quantity }) => ({ sku: listingSku ?? '', quantity: quantity ?? 0 })),
		})),
		raw: wire.shipments ?? [],
	};
}
