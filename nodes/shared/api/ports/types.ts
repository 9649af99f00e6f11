import type { Places } from '../../domain/places';
import type { UnreadableOption } from './unreadable';

/** A domain value together with the service's own unchanged object. */
export interface WithRaw<T> {
	value: T;
	raw: unknown;
}

/** How to read a list. */
export interface ListOptions extends UnreadableOption {
	/** Page size; the endpoint's largest when absent. */
	pageSize?: number;
	/** Rows that the reader still wants. With it, pages are read before the reader asks for them. */
	ahead?: () => number;
	/** For a list that is read in portions. */
	places?: Places;
}

export interface CreateOptions {
	/** Look up each number first; existing orders are returned, not duplicated. */
	lookUpFirst: boolean;
	/** Orders per call; the catalogue's figure when absent. */
	batchSize?: number;
	/**
	 * How long an order may take to appear in lists, in milliseconds: it is looked for this long before it is sent again.
	 */
	settleMs?: number;
	/** Cancel the order that this run created if another run created the same one first. */
	cancelDuplicates?: boolean;
}

/** The result of changing an order. */
export interface OrderReceipt {
	orderId: string | null;
	orderNumber: string | null;
	/** Outcomes with `already` are for orders that needed no change: nothing was sent. */
	outcome: 'updated' | 'cancelled' | 'alreadyCancelled' | 'onHold' | 'alreadyOnHold' | 'restored' | 'alreadyActive';
	notSent: string[];
}
