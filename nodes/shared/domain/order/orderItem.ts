import type { NewOrderLine, OrderKey } from './order';

/** A line to add to an order. */
export interface ItemAddition {
	key: OrderKey;
	line: NewOrderLine;
}

/** Identifies a line of an order: by the service's id, or by its SKU if only one line has it. */
export type ItemKey = { itemId: string } | { sku: string };

/**
 * A change of one line; only the given fields change. Amounts are in the order's currency; the discount is for the
 * whole line.
 */
export interface ItemChange {
	key: OrderKey;
	item: ItemKey;
	quantity?: number;
	unitPrice?: number;
	discount?: number;
	notes?: string;
}

/** A line to remove from an order. */
export interface ItemRemoval {
	key: OrderKey;
	item: ItemKey;
}

/** The result for a line. */
export interface ItemReceipt {
	outcome: 'added' | 'updated' | 'removed';
	orderId: string;
	orderNumber: string;
	/** Null if the service does not show the new line yet. */
	orderItemId: string | null;
	sku: string;
}
