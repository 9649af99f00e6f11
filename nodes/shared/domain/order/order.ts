import type { CustomFieldSetting } from '../account/customField';
import type { InputError } from '../inputError';
import type { Address } from './addressFields';
import { type OrderDetails, type ReadOrderDetails, READ_ORDER_FIELDS } from './fields';
import type { Lifecycle } from './orderStatus';

export type { Address } from './addressFields';

/** A record that orders refer to, such as a warehouse. */
export interface Reference {
	id: string;
	name: string | null;
}

/** One line of an order as read. Amounts are in the order's currency; `tax` and `discount` are for the whole line. */
export interface OrderLine {
	lineId: string | null;
	sku: string;
	productSku: string | null;
	name: string | null;
	quantity: number;
	unitPrice: number | null;
	tax: number | null;
	discount: number | null;
	notes: string | null;
}

/**
 * An order as read, the same under both contracts, with the optional fields that reads return. Dates are ISO-8601 UTC;
 * what a contract does not have is null.
 */
export interface Order extends ReadOrderDetails {
	orderId: string;
	orderNumber: string;
	/** The service's own value. */
	status: string;
	/** The stage that the status belongs to; null for a status that no source explains. */
	lifecycle: Lifecycle | null;
	createdAt: string | null;
	updatedAt: string | null;
	shipDate: string | null;
	salesChannel: Reference | null;
	warehouse: Reference | null;
	currency: string | null;
	total: number | null;
	shippingCost: number | null;
	shipTo: Partial<Address>;
	trackingNumbers: string[];
	lines: OrderLine[];
}

const FIRST = [
	'orderId',
	'orderNumber',
	'status',
	'lifecycle',
	'orderDate',
	'createdAt',
	'updatedAt',
	'paymentDate',
	'shipDate',
	'shipByDate',
	'salesChannel',
	'warehouse',
	'currency',
	'total',
	'shippingCost',
	'shipTo',
	'requestedShipping',
	'trackingNumbers',
] as const satisfies ReadonlyArray<keyof Order>;

/** The properties of an order as read. Their order must not change: triggers keep fingerprints of orders. */
export const ORDER_PROPERTIES: ReadonlyArray<keyof Order> = [
	...new Set<keyof Order>([...FIRST, ...READ_ORDER_FIELDS.map(({ name }) => name), 'lines']),
];

/** An order with its properties in order. */
export function orderOf(order: Order): Order {
	const ordered: Partial<Record<keyof Order, unknown>> = {};
	for (const key of ORDER_PROPERTIES) ordered[key] = order[key];
	return ordered as Order;
}

/** One line of an order to create. */
export interface NewOrderLine {
	sku: string;
	name: string;
	quantity: number;
	unitPrice: number;
	tax: number;
	discount: number;
	notes?: string;
}

/** An order to create. Its number is required, because it keeps the order from being created twice. */
export interface NewOrder extends OrderDetails {
	orderNumber: string;
	/** Required on the live API; the guide's contract has no sales channels. */
	salesChannelId?: string;
	currency: string;
	shippingCost: number;
	discount: number;
	shipTo: Address;
	lines: NewOrderLine[];
	customFields?: CustomFieldSetting[];
}

/** An order to create, or to change if its number exists. Lines are not changed. */
export interface OrderUpsert {
	orderNumber: string;
	salesChannelId?: string;
	/** The whole order, or why the input does not make one. The reason only matters if the order does not exist yet. */
	order: NewOrder | InputError;
	/** The given parts of the address, and the given details. */
	shipTo: Partial<Address>;
	details: OrderDetails;
	customFields?: CustomFieldSetting[];
}

/** Identifies an order: by the service's ID, or by its number in a sales channel. */
export type OrderKey = { orderId: string } | { orderNumber: string; salesChannelId?: string };

/** The result of creating an order or changing an existing one. */
export interface CreatedOrder {
	/** `existing`: an order with that number exists, and nothing was sent. */
	outcome: 'created' | 'existing' | 'updated';
	orderId: string | null;
	orderNumber: string;
	status: string | null;
	lifecycle: Lifecycle | null;
	/** Given fields that the contract has no place for. */
	notSent: string[];
	/** Something that the user needs to know or do about the order; absent if all is well. */
	notice?: string;
	/** The lines of the order if they differ from the input; part of the notice. */
	otherLines?: string;
	/** Other orders with this number. */
	otherOrderIds?: string[];
	/** The number under which the service stored the order, if it differs from the given one. */
	storedNumber?: string;
}

/** A change of an order. Fields that are not given stay as they are. */
export interface OrderChange {
	key: OrderKey;
	shipTo: Partial<Address>;
	details: OrderDetails;
	/** The order's currency, needed to change an amount. */
	currency?: string;
	/** The warehouse that fulfills the order. */
	warehouseId?: string;
	shippingProviderId?: string;
	shippingServiceId?: string;
}

/** Why and how an order is canceled. */
export interface Cancellation {
	key: OrderKey;
	/** One of the service's reason codes, for example `BUYER_CANCELLED`. */
	reasonType: string;
	reason: string;
	refundOnChannel: boolean;
	emailChannel: boolean;
	updateChannel: boolean;
}

/** Which orders to list. Dates are ISO-8601 UTC; an absent field does not filter. */
export interface OrderFilter {
	statuses?: string[];
	orderNumbers?: string[];
	salesChannelId?: string;
	warehouseId?: string;
	createdFrom?: string;
	createdTo?: string;
	modifiedFrom?: string;
	modifiedTo?: string;
	orderedFrom?: string;
	orderedTo?: string;
	shippedFrom?: string;
	shippedTo?: string;
}
