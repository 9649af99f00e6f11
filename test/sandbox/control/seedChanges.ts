import { isoSeconds } from '../store/clock';
import type { Store } from '../store/store';
import type { SeedDelivery, SeedPurchaseOrder } from './types';

/** Adds a purchase order like the first there is, or changes the one of that number. */
export function putPurchaseOrder(store: Store, { number, status, modifiedDate }: SeedPurchaseOrder): void {
	const { purchaseOrders } = store;
	const [model] = purchaseOrders.rows;
	const dateModified = modifiedDate ?? isoSeconds(store.now());
	const known = purchaseOrders.rows.find((order) => order.number === number);
	if (known) Object.assign(known, { dateModified, status: status ?? known.status });
	else if (model)
		purchaseOrders.add({
			...model,
			purchaseOrderId: purchaseOrders.newId(),
			number,
			status: status ?? model.status,
			dateCreated: dateModified,
			dateModified,
		});
}

/** Throws RangeError when there is no such parcel. */
export function changeDelivery(store: Store, { trackingNumber, deliveryStatus }: SeedDelivery): void {
	const shipment = store.book.shipments.rows.find((row) => row.trackingNumber === trackingNumber);
	if (!shipment) throw new RangeError(`seed: no shipment ${trackingNumber}`);
	shipment.deliveryStatus = deliveryStatus;
}
