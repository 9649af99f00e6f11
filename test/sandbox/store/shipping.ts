import type { Money, ShipMethod, Shipment } from '../model/common';
import type { Order } from '../model/order';
import { isoOrNull, isoSeconds, timeOrNull } from './clock';
import type { Store } from './store';

export interface NewShipment {
	trackingNumber: string | null;
	shipMethod: ShipMethod | null;
	/** ISO-8601; default now. */
	shipDate?: string | null;
	created?: string;
	estimatedArrival?: string | null;
	received?: string | null;
	deliveryStatus?: string | null;
	insuranceTrackingNumber?: string | null;
	transactionId?: string | null;
	carrierFee?: Money | null;
	external: boolean;
	batchNumber?: number;
}

/** Any readable date in the one form the wire has. */
const wireDate = (text: string | null | undefined): string | null => isoOrNull(timeOrNull(text));

/** Records a shipment and makes the order SHIPPED; its allocated stock leaves the warehouse. */
export function shipOrder(store: Store, order: Order, given: NewShipment): Shipment {
	const { book } = store;
	const now = isoSeconds(store.now());
	const shipment: Shipment = book.shipments.add({
		shipmentId: book.shipments.newId(),
		orderId: order.orderId,
		orderNumber: order.orderNumber,
		warehouseId: order.warehouseId,
		batchNumber: given.batchNumber ?? book.newBatchNumber(),
		type: 'FULFILLMENT',
		external: given.external,
		created: wireDate(given.created) ?? now,
		shipDate: wireDate(given.shipDate) ?? now,
		estimatedArrival: given.estimatedArrival ?? null,
		received: given.received ?? null,
		deliveryStatus: given.deliveryStatus ?? 'IN_TRANSIT',
		trackingNumber: given.trackingNumber,
		trackingUrls: [],
		insuranceTrackingNumber: given.insuranceTrackingNumber ?? null,
		transactionId: given.transactionId ?? null,
		carrierFee: given.carrierFee ?? null,
		shipMethod: given.shipMethod,
		shippingLabelUrls: [],
		rma: null,
	});
	book.release(order, true);
	book.change(order, {
		orderStatus: 'SHIPPED',
		shipped: Date.parse(shipment.shipDate ?? now),
		shipMethod: given.shipMethod ?? order.shipMethod,
		shipmentIds: [...order.shipmentIds, shipment.shipmentId],
		items: order.items.map((item) => ({ ...item, fulfilled: true })),
	});
	return shipment;
}
