import { readDate } from '../../../domain/values/dates/date';
import type { Shipment } from '../../../domain/shipping/shipment';
import * as z from '../../../vendor/zod';
import { readAs, text, textOrNull } from '../../common/parse';
import type { WithRaw } from '../../ports/types';
import { recordReader } from '../../common/unreadable';

const wireShipment = z.looseObject({ id: text, order_number: text, tracking_number: text });

/** Converts a shipment of the guide's contract. What the contract does not have is null. */
export const readShipment = recordReader(
	{ what: 'Shipment', id: 'id', name: 'tracking_number' },
	(raw, endpoint): WithRaw<Shipment> => {
		const wire = readAs(wireShipment, raw, endpoint);
		const value: Shipment = {
			shipmentId: wire.id,
			orderId: textOrNull(wire.order_id),
			orderNumber: wire.order_number,
			type: null,
			external: null,
			deliveryStatus: null,
			carrier: textOrNull(wire.carrier),
			service: textOrNull(wire.service),
			shippingServiceId: null,
			shippingProviderId: null,
			packageTypeId: null,
			trackingNumber: wire.tracking_number,
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
		return { value, raw };
	},
);
