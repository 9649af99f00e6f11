import { readCountry } from '../../domain/country';
import { readDate } from '../../domain/date';
import type { Order, OrderLine, Reference } from '../../domain/order';
import { lifecycleOf } from '../../domain/orderStatus';
import * as z from '../../vendor/zod';
import { id, numberOrNull, readAs, textOrNull } from '../answers';
import type { Sourced } from '../port';

const money = z.looseObject({ amount: z.number().nullish(), currency: z.string().nullish() }).nullish();
const text = z.unknown();

/** What the pack reads of an order (live-api section 7.1); anything may be null. */
const wireOrder = z.looseObject({
	orderId: id,
	orderNumber: id.nullish(),
	orderStatus: z.string().nullish(),
	salesChannel: z.looseObject({ salesChannelId: id.nullish(), name: z.string().nullish() }).nullish(),
	fulfillmentSource: z.looseObject({ warehouseId: id.nullish(), name: z.string().nullish() }).nullish(),
	orderTotal: money,
	shippingCost: money,
	currency: z.string().nullish(),
	shipment: z.looseObject({ trackingNumber: text }).nullish(),
	shipments: z.array(z.looseObject({ trackingNumbers: z.array(z.unknown()).nullish() })).nullish(),
	orderItems: z
		.array(
			z.looseObject({
				orderItemId: id.nullish(),
				listingSku: z.string().nullish(),
				product: z.looseObject({ masterSku: z.string().nullish() }).nullish(),
				quantityOrdered: z.number().nullish(),
				unitPrice: money,
				tax: money,
				discount: money,
			}),
		)
		.nullish(),
});

type WireOrder = z.Infer<typeof wireOrder>;

/** A live order in business words, with the service's own object beside it. */
export function readOrder(source: unknown, endpoint: string): Sourced<Order> {
	return { value: toOrder(readAs(wireOrder, source, endpoint)), source };
}

const reference = (value: unknown, name: string | null | undefined): Reference | null =>
	value === undefined || value === null ? null : { id: String(value), name: name ?? null };

function toOrder(wire: WireOrder): Order {
	const status = wire.orderStatus ?? '';
	return {
		orderId: String(wire.orderId),
		orderNumber: String(wire.orderNumber ?? ''),
		status,
		lifecycle: lifecycleOf(status),
		orderDate: readDate(wire.orderDate),
		createdAt: readDate(wire.createdDate),
		updatedAt: readDate(wire.modifiedDate),
		paymentDate: readDate(wire.paymentDate),
		shipDate: readDate(wire.shipDate),
		shipByDate: readDate(wire.shipByDate),
		salesChannel: reference(wire.salesChannel?.salesChannelId, wire.salesChannel?.name),
		warehouse: reference(wire.fulfillmentSource?.warehouseId, wire.fulfillmentSource?.name),
		currency: wire.currency ?? wire.orderTotal?.currency ?? null,
		total: numberOrNull(wire.orderTotal?.amount),
		shippingCost: numberOrNull(wire.shippingCost?.amount),
		shipTo: {
			name: textOrNull(wire.shipName) ?? '',
			company: textOrNull(wire.shipCompany),
			street1: textOrNull(wire.shipAddress1) ?? '',
			street2: textOrNull(wire.shipAddress2),
			street3: textOrNull(wire.shipAddress3),
			city: textOrNull(wire.shipCity) ?? '',
			state: textOrNull(wire.shipState),
			postalCode: textOrNull(wire.shipZipCode) ?? '',
			country: readCountry(wire.shipCountry) ?? '',
			email: textOrNull(wire.shipEmail),
			phone: textOrNull(wire.shipPhone),
		},
		requestedShipping: textOrNull(wire.requestedShippingService),
		trackingNumbers: trackingNumbers(wire),
		notesToBuyer: textOrNull(wire.notesToBuyer),
		notesFromBuyer: textOrNull(wire.notesFromBuyer),
		internalNotes: textOrNull(wire.internalNotes),
		customField1: textOrNull(wire.customField1),
		customField2: textOrNull(wire.customField2),
		customField3: textOrNull(wire.customField3),
		lines: (wire.orderItems ?? []).map(toLine),
	};
}

/** All parcels of the order: `shipments` has them since parcels became several, `shipment` is the one of old (live-api section 9, 13). */
function trackingNumbers(wire: WireOrder): string[] {
	const parcels = (wire.shipments ?? []).flatMap((shipment) => shipment.trackingNumbers ?? []);
	const all = [...parcels, wire.shipment?.trackingNumber].map(textOrNull).filter((number) => number !== null);
	return [...new Set(all)];
}

function toLine(item: NonNullable<WireOrder['orderItems']>[number]): OrderLine {
	return {
		lineId: textOrNull(item.orderItemId),
		sku: item.listingSku ?? '',
		productSku: item.product?.masterSku ?? null,
		name: textOrNull(item.listingName),
		quantity: item.quantityOrdered ?? 0,
		unitPrice: numberOrNull(item.unitPrice?.amount),
		tax: numberOrNull(item.tax?.amount),
		discount: numberOrNull(item.discount?.amount),
		notes: textOrNull(item.notes),
	};
}
