import type { DateSpan } from '../../domain/values/dates/dateSpan';
import type { Order } from '../../domain/order/order';
import type { Product } from '../../domain/product/product';
import type { PurchaseOrder } from '../../domain/purchasing/purchaseOrder';
import type { Rma } from '../../domain/purchasing/rma';
import type { Shipment } from '../../domain/shipping/shipment';
import type { StockLevel } from '../../domain/stock/stock';
import type { ServiceTime } from '../../domain/values/clockDifference';
import type { WithRaw } from './types';
import type { UnreadableOption, UnreadableRecord } from './unreadable';

/** A record as a feed brings it. Dates are ISO-8601 UTC in whole seconds; null where the contract does not tell. */
export interface Changed<T> extends WithRaw<T> {
	id: string;
	/** The time by which its feed goes. */
	at: string | null;
	createdAt: string | null;
	modifiedAt: string | null;
	/** Why the record cannot be read; `value` is undefined then. */
	unreadable?: UnreadableRecord;
}

/** Begins what stands for the id of a record whose id cannot be read. */
export const WITHOUT_ID = 'unreadable ';

/**
 * What a feed may leave out by itself, because the service filters by it. Only what never changes in a record: one that
 * could leave the list by it would be lost to a reader. Whoever reads a feed checks once more, since some feeds filter
 * by nothing.
 */
export interface Narrowing {
	salesChannelId?: string;
	warehouseId?: string;
}

/**
 * Records of one kind by time. Lists have no stated order, come in pages, and may shift while they are read: the reader
 * has to see to that.
 */
export interface ChangeFeed<T> {
	/** What the time of a record is: that of its creation, or that of its last change. */
	by: 'creation' | 'change';
	/**
	 * The records of a span, page by page; an empty list has no page. Records outside of the span may be among them where
	 * the service cannot be asked more narrowly, and whether its ends are in it is not established. A record comes twice
	 * when it has moved meanwhile: then in two versions.
	 */
	read(span: DateSpan, narrowing: Narrowing): AsyncIterable<Array<Changed<T>>>;
	/**
	 * Records that the reading of a span may have met and that were changed since then; absent where the service cannot
	 * be asked.
	 */
	modifiedSince?(since: string, span: DateSpan, narrowing: Narrowing): AsyncIterable<Array<Changed<T>>>;
	/** A list of fewer records came in one answer for certain. */
	singlePageLimit: number;
	/** The longest span that the service takes. */
	longestDays?: number;
	/** Records may be entered so long after the time by which the feed goes. */
	backdatedDays?: number;
}

/** Which stock levels to read. */
export interface LevelsFilter {
	skus?: string[];
	/** Null for the stock of all warehouses together. */
	warehouseId: string | null;
	/** Only products that this channel lists, where the service filters by it. */
	salesChannelId?: string;
}

/** One answer of the feed of changed availability. */
export interface ChangedSkus {
	skus: string[];
	/** More has changed than these SKUs. */
	more: boolean;
}

/** What changes in Order Manager. What is optional is absent where the contract has none. Reads raise ApiError. */
export interface ChangesPort {
	ordersCreated: ChangeFeed<Order>;
	ordersModified: ChangeFeed<Order>;
	productsCreated: ChangeFeed<Product>;
	productsModified: ChangeFeed<Product>;
	shipmentsCreated: ChangeFeed<Shipment>;
	/** Shipments by creation, with the status of their delivery. */
	deliveries?: ChangeFeed<Shipment>;
	rmasCreated?: ChangeFeed<Rma>;
	purchaseOrdersModified?: ChangeFeed<PurchaseOrder>;
	levels(filter: LevelsFilter, options?: UnreadableOption): AsyncIterable<Array<WithRaw<StockLevel>>>;
	/**
	 * SKUs of a channel whose availability has changed. Reading takes: the service may not show a change a second time.
	 * Quantities are left out, because the feed's may come after the channel's allocation rules and cannot be compared
	 * with levels.
	 * @param since changes before this date are known already
	 * @throws ApiError `feedLost` when the answer was lost, and perhaps changes with it
	 */
	takeChangedSkus?(salesChannelId: string, since: string): Promise<ChangedSkus>;
	/** What the answers so far have shown of the service's time; absent where there are no answers to look at. */
	clock?: Pick<ServiceTime, 'difference'>;
}
