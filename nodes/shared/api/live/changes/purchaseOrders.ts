import { readDate } from '../../../domain/values/dates/date';
import type { PurchaseOrder } from '../../../domain/purchasing/purchaseOrder';
import * as z from '../../../vendor/zod';
import { number, readAs, recordId, textOrNull } from '../../common/parse';
import type { WithRaw } from '../../ports/types';
import { recordReader } from '../../common/unreadable';

/** The fields of a purchase order that the package reads (live-api section 7.8); all but the ID may be null. */
const wirePurchaseOrder = z.looseObject({
	purchaseOrderId: recordId,
	purchaseOrderItems: z
		.array(
			z.looseObject({
				quantity: number,
				uomUnitQuantity: number,
				originalUnitCost: z.looseObject({ amount: number }).nullish(),
			}),
		)
		.nullish(),
});

/** Converts a purchase order of the live API, with the raw data. */
export const readPurchaseOrder = recordReader(
	{ what: 'Purchase order', id: 'purchaseOrderId', name: 'number' },
	(raw, endpoint): WithRaw<PurchaseOrder> => {
		const wire = readAs(wirePurchaseOrder, raw, endpoint);
		const value: PurchaseOrder = {
			purchaseOrderId: wire.purchaseOrderId,
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
				piecesPerUnit: item.uomUnitQuantity,
				unitCost: item.originalUnitCost?.amount ?? null,
				status: textOrNull(item.status),
				estimatedDelivery: readDate(item.estimatedDeliveryDate),
				receivedAt: readDate(item.receivedDate),
			})),
		};
		return { value, raw };
	},
);
