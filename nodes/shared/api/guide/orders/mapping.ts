import { readDate } from '../../../domain/values/dates/date';
import {
	ADDRESS_FIELDS,
	type Address,
	type AddressField,
	givenAddressFields,
} from '../../../domain/order/addressFields';
import { givenOrderFields, type OrderDetails } from '../../../domain/order/fields';
import { type NewOrder, type Order, type OrderChange, orderOf } from '../../../domain/order/order';
import { lifecycleOf } from '../../../domain/order/orderStatus';
import * as z from '../../../vendor/zod';
import { putAt } from '../../common/fields/paths';
import { number, readAs, recordId, text, textOrNull } from '../../common/parse';
import { addressReader } from '../../common/fields/addressReader';
import { orderFieldReader } from '../../common/fields/orderFieldReader';
import type { WithRaw } from '../../ports/types';
import { recordReader } from '../../common/unreadable';

type Wire = Record<string, unknown>;

const wireOrder = z.looseObject({
	id: recordId,
	order_number: text,
	status: text,
	shipping_cost: number,
	shipping_address: z.looseObject({}).nullish(),
	items: z.array(z.looseObject({ sku: text, quantity: number, unit_price: number, tax: number })).nullish(),
});

const PARTS: readonly AddressField[] = ADDRESS_FIELDS;

/** A field that several parts share is read as the first of them. */
const isFirst = (name: string, place: string | undefined): boolean =>
	PARTS.find(({ guide }) => guide === place)?.name === name;

const readFields = orderFieldReader(({ guide }) => guide);
const readAddress = addressReader(({ name, guide }) => (isFirst(name, guide) ? guide : undefined));

/** Converts an order of the guide's contract. What the contract does not have is null. */
export const readOrder = recordReader(
	{ what: 'Order', id: 'id', name: 'order_number' },
	(raw, endpoint): WithRaw<Order> => {
		const wire = readAs(wireOrder, raw, endpoint);
		const status = wire.status ?? '';
		const value = orderOf({
			...readFields(wire),
			orderId: wire.id,
			orderNumber: wire.order_number ?? '',
			status,
			lifecycle: lifecycleOf(status),
			// The contract has no other date for when it was ordered.
			orderDate: readDate(wire.created_at),
			createdAt: readDate(wire.created_at),
			updatedAt: readDate(wire.updated_at),
			shipDate: null,
			salesChannel: null,
			warehouse: null,
			currency: textOrNull(wire.currency),
			total: null,
			shippingCost: wire.shipping_cost,
			shipTo: readAddress(wire.shipping_address ?? {}),
			trackingNumbers: [],
			lines: (wire.items ?? []).map((item) => ({
				lineId: null,
				sku: item.sku ?? '',
				productSku: item.sku,
				name: null,
				quantity: item.quantity ?? 0,
				unitPrice: item.unit_price,
				tax: item.tax,
				discount: null,
				notes: null,
			})),
		});
		return { value, raw };
	},
);

/** The body of an order to create, and the given fields that the contract has no place for. */
export function newOrder(order: NewOrder): { body: Wire; notSent: string[] } {
	const notSent = [
		...absentDetails(order),
		...(order.discount !== 0 ? ['discount'] : []),
		...(order.lines.some((line) => line.discount !== 0) ? ['lines.discount'] : []),
		...(order.lines.some((line) => line.notes) ? ['lines.notes'] : []),
		...(order.customFields?.length ? ['customFields'] : []),
		...absentAddress(order.shipTo),
	];
	const body = {
		order_number: order.orderNumber,
		currency: order.currency,
		shipping_cost: order.shippingCost,
		...detailsBody(order),
		items: order.lines.map(({ sku, quantity, unitPrice, tax }) => ({ sku, quantity, unit_price: unitPrice, tax })),
		shipping_address: address(order.shipTo),
	};
	return { body, notSent };
}

/** The body of a change. An address is sent whole, because the contract does not say that it merges addresses. */
export function orderChange(change: OrderChange, now: Order): { body: Wire; notSent: string[] } {
	const given = Object.fromEntries(
		Object.entries(change.shipTo).filter(([, value]) => value !== undefined),
	) as Partial<Address>;
	const body = {
		...detailsBody(change.details),
		...(Object.keys(given).length > 0 ? { shipping_address: address({ ...now.shipTo, ...given }) } : {}),
	};
	const notSent = [
		...absentDetails(change.details),
		...absentAddress(given),
		...(['warehouseId', 'shippingProviderId', 'shippingServiceId'] as const).filter(
			(field) => change[field] !== undefined,
		),
	];
	return { body, notSent };
}

/** The contract has one street line: further lines are appended to it, so that the parcel arrives. */
function address(to: Partial<Address>): Wire {
	const body: Record<string, string> = {};
	const given = givenAddressFields(to);
	for (const { name, guide, required } of PARTS) {
		if (guide === undefined) continue;
		const text = given.filter((part) => part.guide === guide).map((part) => to[part.name as keyof Address]);
		if (isFirst(name, guide) && (required || text.length > 0)) body[guide] = text.join(', ');
	}
	return body;
}

function detailsBody(details: OrderDetails): Wire {
	const body: Wire = {};
	const given: Wire = details;
	for (const { name, guide } of givenOrderFields(details)) if (guide !== undefined) putAt(body, guide, given[name]);
	return body;
}

const absentDetails = (details: OrderDetails): string[] =>
	givenOrderFields(details)
		.filter(({ guide }) => guide === undefined)
		.map(({ name }) => name);
const absentAddress = (to: Partial<Address>): string[] =>
	givenAddressFields(to)
		.filter(({ guide }) => guide === undefined)
		.map(({ name }) => name);
