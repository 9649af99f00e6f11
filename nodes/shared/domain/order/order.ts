import type { CustomFieldSetting } from '../account/customField';
import type { InputError } from '../inputError';
import type { Address } from './addressFields';
import { type OrderDetails, type ReadOrderDetails, READ_ORDER_FIELDS } from './fields';
import type { Lifecycle } from './orderStatus';

export type { Address } from './addressFields';

/** A thing of the service that orders point to, by id and name. */
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
 * An order as read, equal under both contracts, with the optional fields that are read back. Dates are ISO-8601 UTC;
 * what a contract does not have is null.
 */
export interface Order extends ReadOrderDetails {
	orderId: string;
	orderNumber: string;
	/** The service's own word. */
	status: string;
	/** The same in the shop's words; null when no source explains the status. */
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
export const orderOf = (order: Order): Order =>
	Object.fromEntries(ORDER_PROPERTIES.map((key) => [key, order[key]])) as unknown as Order;

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

/** An order to create. The number is required: it is what keeps an order from being created twice. */
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

/** An order to create, or to change where its number is there already. Its lines are not changed. */
export interface OrderUpsert {
	orderNumber: string;
	salesChannelId?: string;
	/**
	 * The whole order; where what is given does not make one, the reason, which only counts when the order is not there
	 * yet.
	 */
	order: NewOrder | InputError;
	/** What is given of the address and the details. */
	shipTo: Partial<Address>;
	details: OrderDetails;
	customFields?: CustomFieldSetting[];
}

/** How an order is named: by the service's id, or by its number in a sales channel. */
export type OrderKey = { orderId: string } | { orderNumber: string; salesChannelId?: string };

/** What creating an order, or changing the one that was there, came to. */
export interface CreatedOrder {
	/** `existing`: an order of that number was there already, and nothing was sent. */
	outcome: 'created' | 'existing' | 'updated';
	orderId: string | null;
	orderNumber: string;
	status: string | null;
	lifecycle: Lifecycle | null;
	/** Fields that were given and have no place in the contract spoken. */
	notSent: string[];
	/** What somebody has to know or to do about the order; absent when all is well. */
	notice?: string;
	/** What lines the order has where they are not those of the input; a part of the notice. */
	otherLines?: string;
	/** Other orders with this number. */
	otherOrderIds?: string[];
	/** The number under which the service has stored the order, where it is not the one that was given. */
	storedNumber?: string;
}

/** A change of an order: only the fields given are touched. */
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

/** Why and how an order is cancelled. */
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
