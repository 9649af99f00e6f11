import type { UnreadableOption } from './unreadable';

/** A thing as the pack understands it, with the service's own object beside it, untouched. */
export interface WithRaw<T> {
	value: T;
	raw: unknown;
}

/** How a list is to be read. */
export interface ListOptions extends UnreadableOption {
	/** Rows of a page; the endpoint's largest when absent. */
	pageSize?: number;
}

export interface CreateOptions {
	/** Look each number up first; an order that is there already is reported, not created again. */
	lookUpFirst: boolean;
	/** Orders of one call; the catalogue's figure when absent. */
	batchSize?: number;
	/** How long an order may take to show in lists, in milliseconds: so long it is looked for before it is sent again. */
	settleMs?: number;
	/** Cancel the order that this run created where another run has created the same one before. */
	cancelDuplicates?: boolean;
}

/** What changing an order came to. */
export interface OrderReceipt {
	orderId: string | null;
	orderNumber: string | null;
	/** The words with `already` are for orders that were as wanted before: nothing was sent. */
	outcome: 'updated' | 'cancelled' | 'alreadyCancelled' | 'onHold' | 'alreadyOnHold' | 'restored' | 'alreadyActive';
	notSent: string[];
}
