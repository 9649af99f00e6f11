import { readDate } from '../../domain/date';
import type { PurchaseOrder } from '../../domain/purchaseOrder';
import * as z from '../../vendor/zod';
import { id, numberOrNull, readAs, textOrNull } from '../answers';
import type { Sourced } from '../port';

/** What the pack reads of a purchase order (live-api section 7.8); anything but the id may be null. */
const wirePurchaseOrder = z.looseObject({
	purchaseOrderId: id,
	purchaseOrderItems: z
		.array(z.looseObject({ quantity: z.number().nullish(), originalUnitCost: z.looseObject({ amount: z.number().nullish() }).nullish() }))
		.nullish(),
});

/** A live purchase order in business words, with the service's own object beside it. */
export function readPurchaseOrder(source: unknown, endpoint: string): Sourced<PurchaseOrder> {
	const wire = readAs(wirePurchaseOrder, source, endpoint);
	const value: PurchaseOrder = {
		purchaseOrderId: String(wire.purchaseOrderId),
		number: textOrNull(wire.number),
		customNumber: textOrNull(wire.customPurchaseOrderNumber),
		status: textOrNull(wire.status),
		type: textOrNull(wire.type),
		vendorId: textOrNull(wire.vendorId),
		warehouseId: textOrNull(wire.destinationWarehouseId),
		currency: textOrNull(wire.currency),
		createdAt: readDate(wire.dateCreated),
		updatedAt: readDate(wire.dateModified),
		issuedAt: readDate(wire.dateIssued),
		authorizedAt: readDate(wire.dateAuthorized),
		confirmedAt: readDate(wire.vendorConfirmedOnDate),
		internalNotes: textOrNull(wire.internalNotes),
		lines: (wire.purchaseOrderItems ?? []).map((item) => ({
			lineId: textOrNull(item.purchaseOrderItemId),
			sku: textOrNull(item.vendorProductMasterSku),
			vendorSku: textOrNull(item.vendorProductVendorSku),
			quantity: item.quantity ?? 0,
			piecesPerUnit: numberOrNull(item.uomUnitQuantity),
			unitCost: numberOrNull(item.originalUnitCost?.amount),
			status: textOrNull(item.status),
			estimatedDelivery: readDate(item.estimatedDeliveryDate),
			receivedAt: readDate(item.receivedDate),
		})),
	};
	return { value, source };
}
