import { readDate } from '../../domain/date';
import type { Shipment } from '../../domain/shipment';
import * as z from '../../vendor/zod';
import { id, readAs, textOrNull } from '../answers';
import type { Sourced } from '../port';

const wireShipment = z.looseObject({ id: id.nullish(), order_number: id.nullish(), tracking_number: id.nullish() });

/** A shipment of the guide's contract in business words. What the contract does not have is null. */
export function readShipment(source: unknown, endpoint: string): Sourced<Shipment> {
	const wire = readAs(wireShipment, source, endpoint);
	const value: Shipment = {
		shipmentId: textOrNull(wire.id),
		orderId: textOrNull(wire.order_id),
		orderNumber: textOrNull(wire.order_number),
		type: null,
		external: null,
		deliveryStatus: null,
		carrier: textOrNull(wire.carrier),
		service: textOrNull(wire.service),
		shippingServiceId: null,
		shippingProviderId: null,
		packageTypeId: null,
		trackingNumber: textOrNull(wire.tracking_number),
		trackingUrls: [],
		shipDate: readDate(wire.shipped_at),
		createdAt: readDate(wire.created_at),
		estimatedArrival: null,
		receivedAt: null,
		warehouseId: null,
		cost: null,
		currency: null,
		batchNumber: null,
		labelUrls: [],
		insuranceTrackingNumber: null,
		transactionId: null,
		rmaId: null,
	};
	return { value, source };
}
