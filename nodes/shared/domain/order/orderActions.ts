import type { OrderKey } from './order';
import type { Lifecycle } from './orderStatus';

/** An order to put on hold; `until` is ISO-8601 UTC. */
export interface Hold {
	key: OrderKey;
	until: string;
}

/** The notes of an order; an absent note stays unchanged. */
export interface OrderNotes {
	internalNotes?: string;
	notesFromBuyer?: string;
	notesToBuyer?: string;
}

/** Notes to set on one order. */
export interface NotesChange {
	key: OrderKey;
	notes: OrderNotes;
}

/** One of the orders that an order is split into. Amounts are in the order's currency; the weight is in ounces. */
export interface OrderPart {
	lines: Array<{ sku: string; quantity: number }>;
	orderTotal?: number;
	shippingCost?: number;
	discount?: number;
	tax?: number;
	amountPaid?: number;
	insuredValue?: number;
	weight?: number;
	labelIds?: string[];
}

/** An order to split; the original keeps the rest. */
export interface Split {
	key: OrderKey;
	parts: OrderPart[];
}

/** The result of splitting an order. */
export interface SplitReceipt {
	outcome: 'split';
	orderId: string;
	orderNumber: string;
	/** The resulting orders; empty if the service does not show them yet. */
	newOrderIds: string[];
}

/** A problem that the service found in an order. */
export interface Finding {
	severity: 'info' | 'warning' | 'critical' | null;
	code: string | null;
	/** The field, as the service names it. */
	field: string | null;
	message: string | null;
}

/** The service's verdict on a change of an order. */
export interface Validation {
	orderId: string | null;
	orderNumber: string | null;
	/** No finding is critical. */
	valid: boolean;
	findings: Finding[];
	notSent: string[];
}

/** What to send to fulfillment: one order, or all waiting orders of a channel and warehouse (all of them if absent). */
export type Release = { key: OrderKey } | { salesChannelId?: string; warehouseId?: string };

/** The result of sending to fulfillment. */
export interface ReleaseReceipt {
	outcome: 'sent' | 'alreadySent';
	/** The requested order; null if all waiting orders were sent. */
	orderId: string | null;
	orderNumber: string | null;
	ordersSent: number;
	orderIds: string[];
	/** The service's batches that contain the orders. */
	batchNumbers: string[];
	/** The service's messages about orders that it did not send; only if all waiting orders were requested. */
	problems: string[];
	/** The number of lost responses: their orders were sent but are missing from the list. */
	answersLost: number;
}

/** A status that the service can give to an order, or a reason why one is unresolved. */
export interface StatusRow {
	kind: 'status' | 'unresolvedReason';
	statusId: string | null;
	/** The service's own term. */
	status: string;
	/** A readable name; null for a status that no source explains. */
	name: string | null;
	lifecycle: Lifecycle | null;
}
