import { readDate } from '../../../domain/values/dates/date';
import { type Order, type OrderLine, orderOf, type Reference } from '../../../domain/order/order';
import { lifecycleOf } from '../../../domain/order/orderStatus';
import * as z from '../../../vendor/zod';
import { number, readAs, recordId, text, textOrNull } from '../../common/parse';
import { readAddress } from '../../common/fields/readAddress';
import { readOrderFields } from '../../common/fields/readOrderFields';
import type { WithRaw } from '../../ports/types';
import { recordReader } from '../../common/unreadable';

const money = z.looseObject({ amount: number, currency: text }).nullish();

/**
 * The fields of an order that the package reads (live-api section 7.1), except the optional ones; anything may be null.
 */
const wireOrder = z.looseObject({
	orderId: recordId,
	orderNumber: text,
	orderStatus: text,
	salesChannel: z.looseObject({ salesChannelId: text, name: text }).nullish(),
	fulfillmentSource: z.looseObject({ warehouseId: text, name: text }).nullish(),
	orderTotal: money,
	shippingCost: money,
	currency: text,
	shipment: z.looseObject({ trackingNumber: text }).nullish(),
	shipments: z.array(z.looseObject({ trackingNumbers: z.array(z.unknown()).nullish() })).nullish(),
	orderItems: z
		.array(
			z.looseObject({
				orderItemId: text,
				listingSku: text,
				product: z.looseObject({ masterSku: text }).nullish(),
				quantityOrdered: number,
				unitPrice: money,
				tax: money,
				discount: money,
			}),
		)
		.nullish(),
});

type WireOrder = z.Infer<typeof wireOrder>;

/** Converts an order of the live API, with the raw data. */
export const readOrder = recordReader(
	{ what: 'Order', id: 'orderId', name: 'orderNumber' },
	(raw, endpoint): WithRaw<Order> => ({
		value: toOrder(readAs(wireOrder, raw, endpoint)),
		raw,
	}),
);

const reference = (id: string | null | undefined, name: string | null | undefined): Reference | null =>
	id ? { id, name: name ?? null } : null;

function toOrder(wire: WireOrder): Order {
	const status = wire.orderStatus ?? '';
	// Assigning is several times as fast as spreading so many fields.
	return orderOf(
		Object.assign(
			readOrderFields(wire, ({ live }) => live),
			{
				orderId: wire.orderId,
				orderNumber: wire.orderNumber ?? '',
				status,
				lifecycle: lifecycleOf(status),
				createdAt: readDate(wire.createdDate),
				updatedAt: readDate(wire.modifiedDate),
				shipDate: readDate(wire.shipDate),
				salesChannel: reference(wire.salesChannel?.salesChannelId, wire.salesChannel?.name),
				warehouse: reference(wire.fulfillmentSource?.warehouseId, wire.fulfillmentSource?.name),
				currency: wire.currency ?? wire.orderTotal?.currency ?? null,
				total: wire.orderTotal?.amount ?? null,
				shippingCost: wire.shippingCost?.amount ?? null,
				shipTo: readAddress(wire, ({ live }) => live),
				trackingNumbers: trackingNumbers(wire),
				lines: (wire.orderItems ?? []).map(toLine),
			},
		),
	);
}

/**
 * The tracking numbers of all parcels. `shipments` has them since an order can have several parcels; `shipment` is the
 * older field for one (live-api sections 9 and 13).
 */
function trackingNumbers(wire: WireOrder): string[] {
	const parcels = (wire.shipments ?? []).flatMap((shipment) => shipment.trackingNumbers ?? []);
	const all = [...parcels, wire.shipment?.trackingNumber].map(textOrNull).filter((number) => number !== null);
	return [...new Set(all)];
}

function toLine(item: NonNullable<WireOrder['orderItems']>[number]): OrderLine {
	return {
		lineId: item.orderItemId,
		sku: item.listingSku ?? '',
		productSku: item.product?.masterSku ?? null,
		name: textOrNull(item.listingName),
		quantity: item.quantityOrdered ?? 0,
		unitPrice: item.unitPrice?.amount ?? null,
		tax: item.tax?.amount ?? null,
		discount: item.discount?.amount ?? null,
		notes: textOrNull(item.notes),
	};
}
