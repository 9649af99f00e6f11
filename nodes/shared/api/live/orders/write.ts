import { toAlpha3 } from '../../../domain/values/address/country';
import { type InputField, InputProblem } from '../../../domain/inputProblem';
import type { Money } from '../../../domain/values/money';
import type { Address, NewOrder, NewOrderLine, OrderChange, OrderDetails, OrderKey } from '../../../domain/order/order';
import { orderTotal } from '../../../domain/order/orderTotal';
import { changeable, optionalFieldsBody } from './optionalFields';

/**
 * The wire fields of texts, the fields that they come from, and how long they may be (contract of putOrder and
 * postOrder).
 */
const TEXTS: Record<string, [field: InputField, longest: number]> = {
	orderNumber: ['orderNumber', 191],
	shipName: ['recipientName', 100],
	shipCompany: ['company', 100],
	shipAddress1: ['street1', 150],
	shipAddress2: ['street2', 150],
	shipAddress3: ['street3', 150],
	shipCity: ['city', 60],
	shipState: ['state', 20],
	shipEmail: ['email', 100],
	shipPhone: ['phone', 30],
	internalNotes: ['internalNotes', 1000],
	notesFromBuyer: ['notesFromBuyer', 1000],
	notesToBuyer: ['notesToBuyer', 1000],
	giftMessage: ['giftMessage', 1000],
	customField1: ['customField1', 250],
	customField2: ['customField2', 250],
	customField3: ['customField3', 250],
	channelOrderUrl: ['channelOrderUrl', 250],
	channelPaymentId: ['channelPaymentId', 50],
};

/** Custom fields that one order can have values of (putOrder). */
const MOST_CUSTOM_FIELDS = 25;

type Wire = Record<string, unknown>;

/** Details that the live API's update has no place for (postOrder). */
const NOT_UPDATABLE = ['orderDate', 'holdUntilDate', 'requestedShipping'] as const;
/** Details that have an endpoint of their own (orderNotes). */
const NOTES = ['notesToBuyer', 'notesFromBuyer'] as const;

/** A change, cut into what each endpoint takes. */
export interface WireChange {
	/** The body of the update; undefined when only notes change. */
	header?: Wire;
	/** The same, also when it has nothing but the order's identifier in it. */
	identified: Wire;
	/** The notes to set, without the order's id. */
	notes?: Wire;
	/** Fields given that no endpoint has a place for. */
	notSent: string[];
}

/** The body of one order to create (putOrder). */
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
		...details(order, order.currency),
		customFieldValues: order.customFields?.map(({ fieldId, value }) => ({ customFieldDefId: fieldId, value })),
		orderItems: order.lines.map((line) => newLine(line, order.currency)),
	});
}

/** A line of an order to create, or to add to one (putOrderItem). */
export const newLine = (line: NewOrderLine, currency: string): Wire => ({
	listingSku: line.sku,
	listingName: line.name,
	quantityOrdered: line.quantity,
	unitPrice: { amount: line.unitPrice, currency },
	tax: { amount: line.tax, currency },
	discount: { amount: line.discount, currency },
	notes: line.notes,
});

/** The bodies of one order to change (postOrder, orderNotes). */
export function orderChange(change: OrderChange): WireChange {
	const given: OrderDetails = { ...change.details, optionalFields: changeable(change.details.optionalFields) };
	const { shipEmail, ...shipTo } = address(change.shipTo);
	const notSent = [
		...NOT_UPDATABLE.filter((field) => given[field] !== undefined),
		...(given.amountPaid !== undefined && !change.currency ? ['amountPaid'] : []),
		...Object.keys(change.details.optionalFields ?? {}).filter((field) => !(field in (given.optionalFields ?? {}))),
		// The contract takes an address without it (postOrder).
		...(shipEmail === undefined ? [] : ['email']),
	];
	const notes = checked({ notesToBuyer: given.notesToBuyer, notesFromBuyer: given.notesFromBuyer });
	for (const field of [...NOT_UPDATABLE, ...NOTES]) delete given[field];
	const { orderIdentifier, ...header } = checked({
		orderIdentifier: identifier(change.key),
		...shipTo,
		...details(given, change.currency),
		fulfillmentSource: change.warehouseId ? { warehouseId: wireId(change.warehouseId, 'warehouseId') } : undefined,
		...shipMethod(change),
	});
	return {
		...(Object.keys(header).length > 0 ? { header: { orderIdentifier, ...header } } : {}),
		identified: { orderIdentifier, ...header },
		...(Object.keys(notes).length > 0 ? { notes } : {}),
		notSent,
	};
}

function shipMethod(change: OrderChange): Wire {
	const method = {
		shippingCarrier: change.details.carrier,
		shippingProviderId: change.shippingProviderId ? wireId(change.shippingProviderId, 'shippingProviderId') : undefined,
		shippingServiceId: change.shippingServiceId ? wireId(change.shippingServiceId, 'shippingServiceId') : undefined,
	};
	return Object.values(method).some((value) => value !== undefined) ? { shipMethod: method } : {};
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
	return {
		shipName: to.name,
		shipCompany: to.company ?? undefined,
		shipAddress1: to.street1,
		shipAddress2: to.street2 ?? undefined,
		shipAddress3: to.street3 ?? undefined,
		shipCity: to.city,
		shipState: to.state ?? undefined,
		shipZipCode: to.postalCode,
		shipCountry: to.country === undefined ? undefined : toAlpha3(to.country),
		shipEmail: to.email ?? undefined,
		shipPhone: to.phone ?? undefined,
	};
}

function details(given: OrderDetails, currency?: string): Wire {
	return {
		orderDate: given.orderDate,
		paymentDate: given.paymentDate,
		shipByDate: given.shipByDate,
		receiveByDate: given.receiveByDate,
		holdUntilDate: given.holdUntilDate,
		requestedShippingService: given.requestedShipping,
		shipMethod: given.carrier ? { shippingCarrier: given.carrier } : undefined,
		notesToBuyer: given.notesToBuyer,
		notesFromBuyer: given.notesFromBuyer,
		internalNotes: given.internalNotes,
		gift: given.gift,
		giftMessage: given.giftMessage,
		customField1: given.customField1,
		customField2: given.customField2,
		customField3: given.customField3,
		amountPaid: given.amountPaid !== undefined && currency ? { amount: given.amountPaid, currency } : undefined,
		...optionalFieldsBody(given.optionalFields, currency),
	};
}

/** Leaves absent fields out and refuses texts that the service would cut or refuse. */
export function checked(wire: Wire): Wire {
	for (const [name, [field, longest]] of Object.entries(TEXTS)) {
		const value = wire[name];
		if (typeof value === 'string' && value.length > longest) {
			throw new InputProblem({ problem: 'tooLong', field, length: value.length, longest });
		}
	}
	return Object.fromEntries(Object.entries(wire).filter(([, value]) => value !== undefined));
}

/** Ids are whole numbers on the wire. @throws InputProblem when one is not */
export function wireId(id: string, field: InputField): number {
	const number = Number(id);
	// Number() takes 0x10 and 1e3 for numbers too.
	if (/^\d+(\.0+)?$/.test(id.trim()) && Number.isSafeInteger(number) && number > 0) return number;
	throw new InputProblem({ problem: 'notAnId', field, value: id });
}
