import { toAlpha3 } from '../../../domain/values/address/country';
import { InputError } from '../../../domain/inputError';
import type { Money } from '../../../domain/values/money';
import type { Address, NewOrder, NewOrderLine, OrderChange, OrderDetails, OrderKey } from '../../../domain/order/order';
import { orderTotal } from '../../../domain/order/orderTotal';
import { changeable, optionalFieldsBody } from './optionalFields';

/**
 * The wire fields of texts, what the user calls them, and how long they may be (contract of putOrder and postOrder).
 */
const TEXTS: Record<string, [label: string, longest: number]> = {
	orderNumber: ['Order Number', 191],
	shipName: ['Recipient Name', 100],
	shipCompany: ['Company', 100],
	shipAddress1: ['Street', 150],
	shipAddress2: ['Street 2', 150],
	shipAddress3: ['Street 3', 150],
	shipCity: ['City', 60],
	shipState: ['State', 20],
	shipEmail: ['Email', 100],
	shipPhone: ['Phone', 30],
	internalNotes: ['Internal Notes', 1000],
	notesFromBuyer: ['Notes From Buyer', 1000],
	notesToBuyer: ['Notes to Buyer', 1000],
	giftMessage: ['Gift Message', 1000],
	customField1: ['Custom Field 1', 250],
	customField2: ['Custom Field 2', 250],
	customField3: ['Custom Field 3', 250],
	channelOrderUrl: ['Channel Order URL', 250],
	channelPaymentId: ['Channel Payment ID', 50],
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
		throw new InputError(
			'Sales Channel',
			'A sales channel is required.',
			'Choose the channel that the order belongs to.',
		);
	}
	if ((order.customFields?.length ?? 0) > MOST_CUSTOM_FIELDS) {
		throw new InputError(
			'Custom Fields',
			`${order.customFields?.length} custom fields are more than the ${MOST_CUSTOM_FIELDS} that an order can have.`,
			'Leave some out.',
		);
	}
	return checked({
		salesChannelId: wireId(order.salesChannelId, 'Sales Channel'),
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
		fulfillmentSource: change.warehouseId ? { warehouseId: wireId(change.warehouseId, 'Warehouse') } : undefined,
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
		shippingProviderId: change.shippingProviderId
			? wireId(change.shippingProviderId, 'Shipping Provider ID')
			: undefined,
		shippingServiceId: change.shippingServiceId ? wireId(change.shippingServiceId, 'Shipping Service ID') : undefined,
	};
	return Object.values(method).some((value) => value !== undefined) ? { shipMethod: method } : {};
}

function identifier(key: OrderKey): Wire {
	if ('orderId' in key) return { orderId: wireId(key.orderId, 'Order ID') };
	if (!key.salesChannelId) {
		throw new InputError(
			'Sales Channel',
			'An order number alone does not tell which order is meant.',
			'Choose the sales channel too, or give the order ID.',
		);
	}
	return { orderNumber: key.orderNumber, salesChannelId: wireId(key.salesChannelId, 'Sales Channel') };
}

function address(to: Partial<Address>): Wire {
	if (to.country === 'US' && to.state !== undefined && !to.state) {
		throw new InputError(
			'State',
			'An address in the United States needs a state.',
			'Give the two-letter code, for example WA.',
		);
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
	for (const [field, [label, longest]] of Object.entries(TEXTS)) {
		const value = wire[field];
		if (typeof value === 'string' && value.length > longest) {
			throw new InputError(
				label,
				`The text has ${value.length} characters, more than the ${longest} that Order Manager takes.`,
				'Shorten it.',
			);
		}
	}
	return Object.fromEntries(Object.entries(wire).filter(([, value]) => value !== undefined));
}

/** Ids are whole numbers on the wire. @throws InputError when one is not */
export function wireId(id: string, field: string): number {
	const number = Number(id);
	// Number() takes 0x10 and 1e3 for numbers too.
	if (/^\d+(\.0+)?$/.test(id.trim()) && Number.isSafeInteger(number) && number > 0) return number;
	throw new InputError(
		field,
		`“${id}” is not an ID of Order Manager.`,
		'Give the whole number, or choose from the list.',
	);
}
