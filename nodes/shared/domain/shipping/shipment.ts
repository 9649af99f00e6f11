import type { DateSpan } from '../values/dates/dateSpan';
import type { Lifecycle } from '../order/orderStatus';
import type { OrderKey } from '../order/order';

/** A parcel as read, equal under both contracts. Dates are ISO-8601 UTC; what a contract does not have is null. */
export interface Shipment {
	shipmentId: string | null;
	orderId: string | null;
	orderNumber: string | null;
	/** `FULFILLMENT` or `RETURN`. */
	type: string | null;
	/** Registered from outside, as against shipped through a connected provider. */
	external: boolean | null;
	deliveryStatus: string | null;
	/** The service's code, for example `UPS`. */
	carrier: string | null;
	/** Name of the shipping service; the live API has its ID only. */
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
	/** What the carrier charges. */
	cost: number | null;
	currency: string | null;
	batchNumber: string | null;
	labelUrls: string[];
	insuranceTrackingNumber: string | null;
	transactionId: string | null;
	rmaId: string | null;
}

/** Which shipments to list: those of a span of time, by the date named. An absent field does not filter. */
export interface ShipmentFilter extends DateSpan {
	dateField: 'shipDate' | 'created';
	orderNumbers?: string[];
	trackingNumber?: string;
	/** Code or name, taken exactly but for capitals. */
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

/** A parcel that was sent outside and is to be registered. */
export interface NewShipment {
	key: OrderKey;
	/** The service's code; under the guide's contract any name. */
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

/** What registering a parcel came to. */
export interface ShipmentReceipt {
	/** `existing`: the order had a parcel with this tracking number already, and nothing was sent. */
	outcome: 'registered' | 'existing';
	shipmentId: string | null;
	orderId: string | null;
	orderNumber: string | null;
	carrier: string;
	trackingNumber: string;
	/** The service's word for the row, `SHIPPED` or `PENDING`. */
	status: string | null;
	notSent: string[];
}

/** One parcel of an order with what is in it, in the order's own words. */
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
	/** What is in each parcel; empty where the contract does not tell. */
	parcels: Parcel[];
}

/** What shipping an order through the connected provider came to. */
export interface LabelReceipt {
	/** `alreadyShipped`: the order was shipped before, and no label was bought. */
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
	/** Puts the pieces back on stock. */
	readdInventory: boolean;
}

export interface VoidReceipt {
	shipmentId: string;
	outcome: 'voided';
}

/** Tracking numbers are told apart by letters and digits; their capitals are not dependable. */
export const sameTracking = (one: string | null, other: string): boolean =>
	one?.trim().toUpperCase() === other.trim().toUpperCase();

/**
 * Whether a shipment is one that was asked for: the services match beginnings of some texts, and do not filter by all
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
