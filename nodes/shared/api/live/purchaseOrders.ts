import { readDate } from '../../domain/date';
import type { PurchaseOrder, PurchaseOrderLine } from '../../domain/purchaseOrder';
import type { ApiClient } from '../../http/client';
import { readPages } from '../../http/pages';
import * as z from '../../vendor/zod';
import { id, numberOrNull, readAs, rowsOf, textOrNull } from '../answers';
import type { Sourced } from '../port';
import type { PurchaseOrdersPort } from '../ports/supply';
import { LIVE } from './catalogue';
import { wireId } from './orderWrite';

const money = z.looseObject({ amount: z.number().nullish() }).nullish();
const wireItem = z.looseObject({ originalUnitCost: money });

/** What the pack reads of a purchase order (live-api section 7.8); anything but the id may be null. */
const wirePurchaseOrder = z.looseObject({ purchaseOrderId: id, shippingCost: money, purchaseOrderItems: z.array(wireItem).nullish() });

/** Purchase orders of the live API. */
export const livePurchaseOrders = (client: ApiClient): PurchaseOrdersPort => ({
	list: ({ modifiedFrom, modifiedTo, warehouseId }, { pageSize }) =>
		readPages(client, LIVE.listPurchaseOrders, {
			query: {
				modifiedDateFrom: modifiedFrom,
				modifiedDateTo: modifiedTo,
				warehouseIds: warehouseId ? [wireId(warehouseId, 'Warehouse')] : undefined,
			},
			pageSize,
			rows: (body) => rowsOf(body, LIVE.listPurchaseOrders.name).map(readPurchaseOrder),
			key: ({ value }) => value.purchaseOrderId,
		}),
});

function readPurchaseOrder(source: unknown): Sourced<PurchaseOrder> {
	const wire = readAs(wirePurchaseOrder, source, LIVE.listPurchaseOrders.name);
	return {
		value: {
			purchaseOrderId: String(wire.purchaseOrderId),
			number: textOrNull(wire.number),
			customNumber: textOrNull(wire.customPurchaseOrderNumber),
			status: textOrNull(wire.status),
			type: textOrNull(wire.type),
			vendorId: textOrNull(wire.vendorId),
			warehouseId: textOrNull(wire.destinationWarehouseId),
			currency: textOrNull(wire.currency),
			shippingCost: wire.shippingCost?.amount ?? null,
			internalNotes: textOrNull(wire.internalNotes),
			createdAt: readDate(wire.dateCreated),
			updatedAt: readDate(wire.dateModified),
			issuedAt: readDate(wire.dateIssued),
			authorizedAt: readDate(wire.dateAuthorized),
			confirmBy: readDate(wire.vendorConfirmByDate),
			confirmedAt: readDate(wire.vendorConfirmedOnDate),
			lines: (wire.purchaseOrderItems ?? []).map(toLine),
		},
		source,
	};
}

const toLine = (item: z.Infer<typeof wireItem>): PurchaseOrderLine => ({
	lineId: textOrNull(item.purchaseOrderItemId),
	sku: textOrNull(item.vendorProductMasterSku),
	vendorSku: textOrNull(item.vendorProductVendorSku),
	quantity: numberOrNull(item.quantity),
	unitQuantity: numberOrNull(item.uomUnitQuantity),
	unitCost: item.originalUnitCost?.amount ?? null,
	status: textOrNull(item.status),
	estimatedDelivery: readDate(item.estimatedDeliveryDate),
	deliveredAt: readDate(item.deliveryDate),
	receivedAt: readDate(item.receivedDate),
});
