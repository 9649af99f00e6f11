import { readDate } from '../../../domain/values/dates/date';
import { type Order, type OrderLine, orderOf, type Reference } from '../../../domain/order/order';
import { lifecycleOf } from '../../../domain/order/orderStatus';
import * as z from '../../../vendor/zod';
import { number, readAs, recordId, text, textOrNull } from '../../common/parse';
import { addressReader } from '../../common/fields/addressReader';
import { orderFieldReader } from '../../common/fields/orderFieldReader';
import type { WithRaw } from '../../ports/types';
import { recordReader } from '../../common/unreadable';

const money = z.object({ amount: number, currency: text }).nullish();

/**
 * The fields of an order that the package reads (live-api section 7.1), except the optional ones; anything may be null.
 * Other fields are not copied, because orders have many and lists are long.
 */
const wireOrder = z.object({
	orderId: recordId,
	orderNumber: text,
	orderStatus: text,
	salesChannel: z.object({ salesChannelId: text, name: text }).nullish(),
	fulfillmentSource: z.object({ warehouseId: text, name: text }).nullish(),
	orderTotal: money,
	shippingCost: money,
	currency: text,
	createdDate: z.unknown(),
	modifiedDate: z.unknown(),
	shipDate: z.unknown(),
	shipment: z.object({ trackingNumber: text }).nullish(),
	shipments: z.array(z.object({ trackingNumbers: z.array(z.unknown()).nullish() })).nullish(),
	orderItems: z
		.array(
			z.object({
				orderItemId: text,
				listingSku: text,
				product: z.object({ masterSku: text }).nullish(),
				quantityOrdered: number,
				unitPrice: money,
				tax: money,
				discount: money,
				listingName: z.unknown(),
				notes: z.unknown(),
			}),
		)
		.nullish(),
});

type WireOrder = z.Infer<typeof wireOrder>;

/** Converts an order of the live API, with the raw data. */
export const readOrder = recordReader(
	{ what: 'Order', id: 'orderId', name: 'orderNumber' },
	(raw, endpoint): WithRaw<Order> => ({
		value: toOrder(readAs(wireOrder, raw, endpoint), raw as Record<string, unknown>),
		raw,
	}),
);

const readFields = orderFieldReader(({ live }) => live);
const readAddress = addressReader(({ live }) => live);

const reference = (id: string | null | undefined, name: string | null | undefined): Reference | null =>
	id ? { id, name: name ?? null } : null;

function toOrder(wire: WireOrder, raw: Record<string, unknown>): Order {
	const status = wire.orderStatus ?? '';
	// Assigning is several times as fast as spreading so many fields.
	return orderOf(
		Object.assign(readFields(raw), {
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
			shipTo: readAddress(raw),
			trackingNumbers: trackingNumbers(wire),
			lines: (wire.orderItems ?? []).map(toLine),
		}),
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
