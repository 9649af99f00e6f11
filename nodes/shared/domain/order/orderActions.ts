import type { OrderKey } from './order';
import type { Lifecycle } from './orderStatus';

/** An order to hold back; `until` is ISO-8601 UTC. */
export interface Hold {
	key: OrderKey;
	until: string;
}

/** The notes of an order; an absent one is left as it is. */
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

/**
 * What one of the orders that an order is split into gets. Amounts are in the order's currency; the weight is in
 * ounces.
 */
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

/** An order to split; the original keeps what no part takes. */
export interface Split {
	key: OrderKey;
	parts: OrderPart[];
}

/** What splitting an order came to. */
export interface SplitReceipt {
	outcome: 'split';
	orderId: string;
	orderNumber: string;
	/** The orders that came out of it; empty when the service does not show them yet. */
	newOrderIds: string[];
}

/** One remark of the service about an order that was checked. */
export interface Finding {
	severity: 'info' | 'warning' | 'critical' | null;
	code: string | null;
	/** The field as the service names it. */
	field: string | null;
	message: string | null;
}

/** What the service would say to a change of an order. */
export interface Validation {
	orderId: string | null;
	orderNumber: string | null;
	/** No finding is critical. */
	valid: boolean;
	findings: Finding[];
	notSent: string[];
}

/**
 * What to send to fulfillment: one order, or all that wait for it in a channel and warehouse (everywhere when absent).
 */
export type Release = { key: OrderKey } | { salesChannelId?: string; warehouseId?: string };

/** What sending to fulfillment came to. */
export interface ReleaseReceipt {
	outcome: 'sent' | 'alreadySent';
	/** The order asked for; null when all that waited were sent. */
	orderId: string | null;
	orderNumber: string | null;
	ordersSent: number;
	orderIds: string[];
	/** The service's batches that the orders went into. */
	batchNumbers: string[];
	/** What the service says of orders that it did not send; only when all that waited were to be sent. */
	problems: string[];
	/** Answers that did not come: the orders they would have listed are sent, but missing from the list. */
	answersLost: number;
}

/** A status that the service can give to an order, or a reason why one is unresolved. */
export interface StatusRow {
	kind: 'status' | 'unresolvedReason';
	statusId: string | null;
	/** The service's own word. */
	status: string;
	/** How a person would say it; null for a status that no source explains. */
	name: string | null;
	lifecycle: Lifecycle | null;
}
