import { toAlpha3 } from '../../../domain/values/address/country';
import { type InputField, InputProblem } from '../../../domain/inputProblem';
import type { Money } from '../../../domain/values/money';
import { ADDRESS_FIELDS, type Address, type AddressField } from '../../../domain/order/addressFields';
import { givenOrderFields, ORDER_FIELDS, type OrderDetails, type OrderField } from '../../../domain/order/fields';
import type { NewOrder, NewOrderLine, OrderChange, OrderKey } from '../../../domain/order/order';
import { orderTotal } from '../../../domain/order/orderTotal';
import { putAt } from '../../common/fields/paths';

/**
 * The wire fields of texts, with the input fields that they come from and their maximum lengths (putOrder, postOrder).
 */
const TEXTS: Record<string, [field: InputField, longest: number]> = {
	orderNumber: ['orderNumber', 191],
	...Object.fromEntries([
		...ADDRESS_FIELDS.flatMap((row) => ('longest' in row ? [[row.live, [row.parameter, row.longest]]] : [])),
		...ORDER_FIELDS.flatMap((row) => ('longest' in row ? [[row.live, [row.name, row.longest]]] : [])),
	]),
};

const PARTS: readonly AddressField[] = ADDRESS_FIELDS;

/** The most custom fields that an order can have values for (putOrder). */
const MOST_CUSTOM_FIELDS = 25;

type Wire = Record<string, unknown>;

/** A change, split by endpoint. */
export interface WireChange {
	/** The body of the update; undefined when only notes change. */
	header?: Wire;
	/** The same body, even if it has only the order's identifier. */
	identified: Wire;
	/** The notes to set, without the order's id. */
	notes?: Wire;
	/** Given fields that no endpoint accepts. */
	notSent: string[];
}

/** The body for creating one order (putOrder). */
export function newOrder(order: NewOrder): Wire {
	const money = (amount: number): Money => ({ amount, currency: order.currency });
	if (!order.salesChannelId) {
		throw new InputProblem({ problem: 'required', field: 'salesChannelId', of: 'order' });
	}
	if ((order.customFields?.length ?? 0) > MOST_CUSTOM_FIELDS) {
		throw new InputProblem({
			problem: 'tooMany',
			field: 'customFields',
			count: order.customFields?.length ?? 0,
			most: MOST_CUSTOM_FIELDS,
		});
	}
	return checked({
		salesChannelId: wireId(order.salesChannelId, 'salesChannelId'),
		orderNumber: order.orderNumber,
		orderTotal: money(orderTotal(order)),
		shippingCost: money(order.shippingCost),
		discount: money(order.discount),
		// Required by the contract; an ERP does not insure what it has not shipped.
		insuranceCost: money(0),
		insuredValue: money(0),
		confirmationCost: money(0),
		...address(order.shipTo),
		// Flagged required for every country, described as mandatory for the USA only.
		shipState: order.shipTo.state ?? '',
		...details(order, givenOrderFields(order), order.currency),
		customFieldValues: order.customFields?.map(({ fieldId, value }) => ({ customFieldDefId: fieldId, value })),
		orderItems: order.lines.map((line) => newLine(line, order.currency)),
	});
}

/** A line of an order to create or of an addition to an order (putOrderItem). */
export const newLine = (line: NewOrderLine, currency: string): Wire => ({
	listingSku: line.sku,
	listingName: line.name,
	quantityOrdered: line.quantity,
	unitPrice: { amount: line.unitPrice, currency },
	tax: { amount: line.tax, currency },
	discount: { amount: line.discount, currency },
	notes: line.notes,
});

/** The bodies for changing one order (postOrder, orderNotes). */
export function orderChange(change: OrderChange): WireChange {
	const shipTo = address(change.shipTo);
	const fixed = PARTS.filter((part) => part.fixed && shipTo[part.live] !== undefined);
	for (const { live } of fixed) delete shipTo[live];
	const given = givenOrderFields(change.details);
	const isSent = ({ changeable, kind }: OrderField): boolean =>
		changeable !== false && (kind !== 'amount' || change.currency !== undefined);
	const notSent = [
		...given.filter((field) => !isSent(field)).map(({ name }) => name),
		...fixed.map(({ name }) => name),
	];
	const sent = given.filter(isSent);
	const ownCall = sent.filter(({ changeable }) => changeable === 'notes');
	const notes = checked(details(change.details, ownCall));
	const head = details(
		change.details,
		sent.filter((field) => !ownCall.includes(field)),
		change.currency,
	);
	const { orderIdentifier, ...header } = checked({
		orderIdentifier: identifier(change.key),
		...shipTo,
		...head,
		fulfillmentSource: change.warehouseId ? { warehouseId: wireId(change.warehouseId, 'warehouseId') } : undefined,
		shipMethod: withService(head.shipMethod as Wire | undefined, change),
	});
	return {
		...(Object.keys(header).length > 0 ? { header: { orderIdentifier, ...header } } : {}),
		identified: { orderIdentifier, ...header },
		...(Object.keys(notes).length > 0 ? { notes } : {}),
		notSent,
	};
}

/** Adds provider and service to the shipping method, which may already have a carrier. */
function withService(shipMethod: Wire | undefined, change: OrderChange): Wire | undefined {
	const { shippingProviderId: provider, shippingServiceId: service } = change;
	if (!shipMethod && !provider && !service) return undefined;
	return {
		...shipMethod,
		shippingProviderId: provider ? wireId(provider, 'shippingProviderId') : undefined,
		shippingServiceId: service ? wireId(service, 'shippingServiceId') : undefined,
	};
}

function identifier(key: OrderKey): Wire {
	if ('orderId' in key) return { orderId: wireId(key.orderId, 'orderId') };
	if (!key.salesChannelId) {
		throw new InputProblem({ problem: 'neededToFind', field: 'salesChannelId' });
	}
	return { orderNumber: key.orderNumber, salesChannelId: wireId(key.salesChannelId, 'salesChannelId') };
}

function address(to: Partial<Address>): Wire {
	if (to.country === 'US' && to.state !== undefined && !to.state) {
		throw new InputProblem({ problem: 'neededInCountry', field: 'state' });
	}
	const values: Wire = to;
	const body: Wire = {};
	for (const { name, kind, live } of PARTS) {
		const value = values[name] ?? undefined;
		body[live] = kind === 'country' && value !== undefined ? toAlpha3(String(value)) : value;
	}
	return body;
}

/** The optional fields at their paths. */
function details(given: OrderDetails, fields: readonly OrderField[], currency?: string): Wire {
	const values: Wire = given;
	const body: Wire = {};
	for (const { name, kind, live } of fields)
		putAt(body, live, kind === 'amount' ? { amount: values[name], currency } : values[name]);
	return body;
}

/** Removes absent fields. @throws InputProblem for a text that is longer than the service allows */
export function checked(wire: Wire): Wire {
	for (const [name, [field, longest]] of Object.entries(TEXTS)) {
		const value = wire[name];
		if (typeof value === 'string' && value.length > longest) {
			throw new InputProblem({ problem: 'tooLong', field, length: value.length, longest });
		}
	}
	return Object.fromEntries(Object.entries(wire).filter(([, value]) => value !== undefined));
}

/** An ID as the integer that the service uses. @throws InputProblem if it is not one */
export function wireId(id: string, field: InputField): number {
	const number = Number(id);
	// Number() would also accept 0x10 and 1e3.
	if (/^\d+(\.0+)?$/.test(id.trim()) && Number.isSafeInteger(number) && number > 0) return number;
	throw new InputProblem({ problem: 'notAnId', field, value: id });
}
