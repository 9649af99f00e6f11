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

/** A record of a feed. Dates are ISO-8601 UTC in whole seconds; null if the contract does not report them. */
export interface Changed<T> extends WithRaw<T> {
	id: string;
	/** The record's time in the feed. */
	at: string | null;
	createdAt: string | null;
	modifiedAt: string | null;
	/** Why the record cannot be read; `value` is undefined then. */
	unreadable?: UnreadableRecord;
}

/** Prefix of the substitute for an unreadable id. */
export const WITHOUT_ID = 'unreadable ';

/**
 * Filters that the service may apply to a feed. They only cover what never changes in a record: otherwise a record
 * could leave the list and be lost. Consumers filter again, because some feeds filter by nothing.
 */
export interface Narrowing {
	salesChannelId?: string;
	warehouseId?: string;
}

/**
 * Records of one kind by time. Lists have no stated order, come in pages, and may shift while they are read: the reader
 * handles that.
 */
export interface ChangeFeed<T> {
	/** Whether a record's time is that of its creation or of its last change. */
	by: 'creation' | 'change';
	/**
	 * The records of a span, page by page; an empty list has no page. Records outside the span may be included if the
	 * service cannot filter exactly, and whether a span includes its ends is not established. A record that moved
	 * meanwhile appears twice, in two versions.
	 */
	read(span: DateSpan, narrowing: Narrowing): AsyncIterable<Array<Changed<T>>>;
	/**
	 * Records that the reading of a span may have met and that have changed since; absent if the service cannot report
	 * them.
	 */
	modifiedSince?(since: string, span: DateSpan, narrowing: Narrowing): AsyncIterable<Array<Changed<T>>>;
	/** A shorter list certainly came in one response. */
	singlePageLimit: number;
	/** The longest span that the service accepts. */
	longestDays?: number;
	/** Records may be entered this long after their time in the feed. */
	backdatedDays?: number;
}

/** Which stock levels to read. */
export interface LevelsFilter {
	skus?: string[];
	/** Null for the stock of all warehouses together. */
	warehouseId: string | null;
	/** Only products that this channel lists, if the service can filter by it. */
	salesChannelId?: string;
}

/** One response of the feed of changed availability. */
export interface ChangedSkus {
	skus: string[];
	/** More SKUs have changed than these. */
	more: boolean;
}

/**
 * Changes in Order Manager. Optional members are absent if the contract does not support them. Reads throw ApiError.
 */
export interface ChangesPort {
	ordersCreated: ChangeFeed<Order>;
	ordersModified: ChangeFeed<Order>;
	productsCreated: ChangeFeed<Product>;
	productsModified: ChangeFeed<Product>;
	shipmentsCreated: ChangeFeed<Shipment>;
	/** Shipments by creation, with their delivery status. */
	deliveries?: ChangeFeed<Shipment>;
	rmasCreated?: ChangeFeed<Rma>;
	purchaseOrdersModified?: ChangeFeed<PurchaseOrder>;
	levels(filter: LevelsFilter, options?: UnreadableOption): AsyncIterable<Array<WithRaw<StockLevel>>>;
	/**
	 * SKUs of a channel whose availability has changed. Reading consumes them: the service may not show a change a second
	 * time. Quantities are left out, because the feed may apply the channel's allocation rules, so they cannot be
	 * compared with levels.
	 * @param since changes before this date are already known
	 * @throws ApiError `feedLost` when the response was lost, perhaps with changes in it
	 */
	takeChangedSkus?(salesChannelId: string, since: string): Promise<ChangedSkus>;
	/** What the responses so far have revealed about the service's time; absent without responses. */
	clock?: Pick<ServiceTime, 'difference'>;
}
