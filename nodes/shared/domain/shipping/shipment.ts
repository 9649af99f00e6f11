import type { DateSpan } from '../values/dates/dateSpan';
import type { Lifecycle } from '../order/orderStatus';
import type { OrderKey } from '../order/order';

/** A parcel as read, the same under both contracts. Dates are ISO-8601 UTC; fields that a contract lacks are null. */
export interface Shipment {
	shipmentId: string | null;
	orderId: string | null;
	orderNumber: string | null;
	/** `FULFILLMENT` or `RETURN`. */
	type: string | null;
	/** Registered from outside rather than shipped through a connected provider. */
	external: boolean | null;
	deliveryStatus: string | null;
	/** The service's code, for example `UPS`. */
	carrier: string | null;
	/** Name of the shipping service; the live API only has its ID. */
	service: string | null;
	shippingServiceId: string | null;
	shippingProviderId: string | null;
	packageTypeId: string | null;
	trackingNumber: string | null;
	trackingUrls: string[];
	shipDate: string | null;
	createdAt: string | null;
	estimatedArrival: string | null;
	receivedAt: string | null;
	warehouseId: string | null;
	/** The carrier's charge. */
	cost: number | null;
	currency: string | null;
	batchNumber: string | null;
	labelUrls: string[];
	insuranceTrackingNumber: string | null;
	transactionId: string | null;
	rmaId: string | null;
}

/** Which shipments to read: those of a time span, by the named date. An absent field does not filter. */
export interface ShipmentFilter extends DateSpan {
	dateField: 'shipDate' | 'created';
	orderNumbers?: string[];
	trackingNumber?: string;
	/** Code or name; an exact match, ignoring case. */
	carrier?: string;
	type?: string;
	deliveryStatus?: string;
	warehouseId?: string;
	salesChannelId?: string;
	shippingProviderId?: string;
	batchNumber?: string;
	/** Beginning of the recipient's name. */
	recipient?: string;
	/** Beginning of the city's name. */
	city?: string;
	state?: string;
	/** ISO 3166-1 alpha-2. */
	country?: string;
}

/** A parcel that was shipped elsewhere, to be registered. */
export interface NewShipment {
	key: OrderKey;
	/** The service's code; any name under the guide's contract. */
	carrier: string;
	trackingNumber: string;
	/** Name of the shipping service, for the guide's contract. */
	serviceName?: string;
	shippingServiceId?: string;
	packageTypeId?: string;
	shipDate?: string;
	estimatedArrival?: string;
	receivedAt?: string;
	deliveryStatus?: string;
	cost?: number;
	/** The order's currency when absent. */
	currency?: string;
	insuranceTrackingNumber?: string;
	transactionId?: string;
	notifyCustomer: boolean;
	updateChannel: boolean;
}

/** The result of registering a parcel. */
export interface ShipmentReceipt {
	/** `existing`: the order already had a parcel with this tracking number, and nothing was sent. */
	outcome: 'registered' | 'existing';
	shipmentId: string | null;
	orderId: string | null;
	orderNumber: string | null;
	carrier: string;
	trackingNumber: string;
	/** The service's status for the row, `SHIPPED` or `PENDING`. */
	status: string | null;
	notSent: string[];
}

/** One parcel of an order with its contents, as the order shows them. */
export interface Parcel {
	trackingNumbers: string[];
	items: Array<{ sku: string; quantity: number }>;
}

/** All shipments of one order. */
export interface OrderShipments {
	orderId: string;
	orderNumber: string;
	status: string;
	lifecycle: Lifecycle | null;
	shipments: Shipment[];
	/** The contents of each parcel; empty if the contract does not report them. */
	parcels: Parcel[];
}

/** The result of shipping an order through the connected provider. */
export interface LabelReceipt {
	/** `alreadyShipped`: the order had been shipped before, and no label was bought. */
	outcome: 'shipped' | 'alreadyShipped';
	orderId: string;
	orderNumber: string;
	shipmentId: string | null;
	trackingNumbers: string[];
	labelUrls: string[];
}

/** A shipment to void. */
export interface Voiding {
	shipmentId: string;
	/** Returns the pieces to stock. */
	readdInventory: boolean;
}

export interface VoidReceipt {
	shipmentId: string;
	outcome: 'voided';
}

/** Tracking numbers are compared by letters and digits, ignoring case, because their case is not reliable. */
export const sameTracking = (one: string | null, other: string): boolean =>
	one?.trim().toUpperCase() === other.trim().toUpperCase();

/**
 * Whether a shipment matches the filter: the services match some texts by their beginning, and do not filter by all
 * fields.
 */
export function fits(shipment: Shipment, filter: ShipmentFilter): boolean {
	const { orderNumbers, trackingNumber, carrier, type, batchNumber } = filter;
	return (
		(orderNumbers === undefined || orderNumbers.includes(shipment.orderNumber ?? '')) &&
		(trackingNumber === undefined || sameTracking(shipment.trackingNumber, trackingNumber)) &&
		(carrier === undefined || shipment.carrier?.toUpperCase() === carrier.toUpperCase()) &&
		(type === undefined || shipment.type === type) &&
		(batchNumber === undefined || shipment.batchNumber === batchNumber)
	);
}
