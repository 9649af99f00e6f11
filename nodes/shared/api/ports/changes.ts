import type { DateSpan } from '../../domain/dateSpan';
import type { Order } from '../../domain/order';
import type { Product } from '../../domain/product';
import type { PurchaseOrder } from '../../domain/purchaseOrder';
import type { Rma } from '../../domain/rma';
import type { Shipment } from '../../domain/shipment';
import type { StockLevel } from '../../domain/stock';
import type { StockChange } from '../../domain/stockChange';
import type { Sourced } from '../port';

/** A record as a feed gives it. Times are the service's, ISO-8601 UTC; null where it does not tell. */
export interface Changed<T> extends Sourced<T> {
	id: string;
	/** The time by which the feed goes. */
	at: string | null;
	createdAt: string | null;
	modifiedAt: string | null;
}

/** What the service itself can leave out. */
export interface Narrowing {
	salesChannelId?: string;
	warehouseId?: string;
}

/**
 * Records by the time of their creation, or of their last change. Whether a service counts the ends of a span in is not established (live-api section 10): a reader must be
 * right either way.
 */
export interface ChangeFeed<T> {
	/** The records whose time lies in the span, each once, page by page, and maybe others. The list may shift while it is read. */
	read(span: DateSpan, narrowing: Narrowing): AsyncIterable<Array<Changed<T>>>;
	/**
	 * The records of `read` that were changed since a point in time, and by that may have moved or left while it was read. In a feed by creation: those created in the span;
	 * in a feed by change: all. Absent where the service cannot tell.
	 */
	touched?(since: string, span: DateSpan, narrowing: Narrowing): AsyncIterable<Array<Changed<T>>>;
	/** A list of fewer records than this came in one answer, so that nothing can have moved in it. */
	wholeBelow: number;
	/** The longest span that the service takes. */
	longestDays?: number;
	/** What `read` can narrow by. */
	narrows: ReadonlyArray<keyof Narrowing>;
	/** How far a record's time may lie before the time at which it is entered, in days. */
	backdatedDays?: number;
}

export interface Levels {
	/** Whole SKUs; all products when absent. */
	skus?: readonly string[];
	/** `null` stands for all warehouses together. */
	warehouseIds: ReadonlyArray<string | null>;
}

/** What can be watched; a feed that a contract has no place for is absent. */
export interface ChangesPort {
	ordersCreated: ChangeFeed<Order>;
	ordersModified: ChangeFeed<Order>;
	productsCreated: ChangeFeed<Product>;
	productsModified: ChangeFeed<Product>;
	shipmentsCreated: ChangeFeed<Shipment>;
	rmasCreated?: ChangeFeed<Rma>;
	purchaseOrdersModified?: ChangeFeed<PurchaseOrder>;
	/** The stock of now, warehouse by warehouse. */
	levels(levels: Levels): AsyncIterable<Array<Sourced<StockLevel>>>;
	/** What became of the availability of a channel's products in a span of time. */
	availability?(salesChannelId: string, span: DateSpan): AsyncIterable<Array<Sourced<StockChange>>>;
}
