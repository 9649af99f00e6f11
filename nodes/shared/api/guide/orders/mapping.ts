import { readCountry } from '../../../domain/values/address/country';
import { readDate } from '../../../domain/values/dates/date';
import type { Address, NewOrder, Order, OrderChange, OrderDetails } from '../../../domain/order/order';
import { lifecycleOf } from '../../../domain/order/orderStatus';
import * as z from '../../../vendor/zod';
import { number, readAs, recordId, text, textOrNull } from '../../common/parse';
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

/** An order of the guide's contract in business words. What the contract does not have is null. */
export const readOrder = recordReader(
	{ what: 'Order', id: 'id', name: 'order_number' },
	(raw, endpoint): WithRaw<Order> => {
		const wire = readAs(wireOrder, raw, endpoint);
		const address: Wire = wire.shipping_address ?? {};
		const status = wire.status ?? '';
		const value: Order = {
			orderId: wire.id,
			orderNumber: wire.order_number ?? '',
			status,
			lifecycle: lifecycleOf(status),
			orderDate: readDate(wire.created_at),
			createdAt: readDate(wire.created_at),
			updatedAt: readDate(wire.updated_at),
			paymentDate: null,
			shipDate: null,
			shipByDate: null,
			salesChannel: null,
			warehouse: null,
			currency: textOrNull(wire.currency),
			total: null,
			shippingCost: wire.shipping_cost,
			shipTo: {
				name: textOrNull(address.name) ?? '',
				company: null,
				street1: textOrNull(address.street1) ?? '',
				street2: null,
				street3: null,
				city: textOrNull(address.city) ?? '',
				state: textOrNull(address.state),
				postalCode: textOrNull(address.postal_code) ?? '',
				country: readCountry(address.country) ?? '',
				email: null,
				phone: null,
			},
			requestedShipping: textOrNull(wire.shipping_method),
			trackingNumbers: [],
			notesToBuyer: null,
			notesFromBuyer: null,
			internalNotes: null,
			customField1: null,
			customField2: null,
			customField3: null,
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
		};
		return { value, raw };
	},
);

/** The body of an order to create, and the fields given that the contract has no place for. */
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
		...(order.requestedShipping ? { shipping_method: order.requestedShipping } : {}),
		items: order.lines.map(({ sku, quantity, unitPrice, tax }) => ({ sku, quantity, unit_price: unitPrice, tax })),
		shipping_address: address(order.shipTo),
	};
	return { body, notSent };
}

/** The body of a header change; an address goes as a whole, because the contract does not say that it merges. */
export function orderChange(change: OrderChange, now: Order): { body: Wire; notSent: string[] } {
	const given = Object.fromEntries(
		Object.entries(change.shipTo).filter(([, value]) => value !== undefined),
	) as Partial<Address>;
	const body = {
		...(change.details.requestedShipping ? { shipping_method: change.details.requestedShipping } : {}),
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

function address(to: Partial<Address>): Wire {
	return {
		name: to.name,
		// One street line is all there is; the others follow it, so that the parcel arrives.
		street1: [to.street1, to.street2, to.street3].filter(Boolean).join(', '),
		city: to.city,
		...(to.state ? { state: to.state } : {}),
		postal_code: to.postalCode,
		country: to.country,
	};
}

/** Details without a place in the contract; the requested shipping has one. */
const ABSENT = [
	'orderDate',
	'paymentDate',
	'shipByDate',
	'receiveByDate',
	'holdUntilDate',
	'carrier',
	'notesToBuyer',
	'notesFromBuyer',
	'internalNotes',
	'gift',
	'giftMessage',
	'customField1',
	'customField2',
	'customField3',
	'amountPaid',
] as const satisfies ReadonlyArray<keyof OrderDetails>;

const absentDetails = (details: OrderDetails): string[] => [
	...ABSENT.filter((field) => details[field] !== undefined),
	...Object.keys(details.optionalFields ?? {}),
];
const absentAddress = (to: Partial<Address>): string[] =>
	(['company', 'email', 'phone'] as const).filter((field) => to[field]);
