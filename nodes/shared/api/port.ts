import type { Cancellation, CreatedOrder, NewOrder, Order, OrderChange, OrderFilter, OrderKey } from '../domain/order';
import type { SalesChannel, StockFilter, StockLevel, StockReceipt, StockSetting, Warehouse } from '../domain/stock';
import type { Outcome, Placed } from '../http/batches';

export type Contract = 'live' | 'guide';

/** A thing as the pack understands it, with the service's own object beside it, untouched. */
export interface Sourced<T> {
	value: T;
	source: unknown;
}

/** How a list is to be read. */
export interface ListOptions {
	/** Rows of a page; the endpoint's largest when absent. */
	pageSize?: number;
}

export interface CreateOptions {
	/** Look each number up first; an order that is there already is reported, not created again. */
	lookUpFirst: boolean;
	/** Orders of one call; the catalogue's figure when absent. */
	batchSize?: number;
}

/** What changing an order came to. */
export interface OrderReceipt {
	orderId: string | null;
	orderNumber: string | null;
	outcome: 'updated' | 'cancelled' | 'alreadyCancelled';
	notSent: string[];
}

/**
 * Orders in business words. Writes take any number of inputs and bring one outcome for each, in any order; an input that is refused does not stop the
 * others. Reads raise ApiError.
 */
export interface OrdersPort {
	create(orders: ReadonlyArray<Placed<NewOrder>>, options: CreateOptions): Promise<Array<Outcome<Sourced<CreatedOrder>>>>;
	get(keys: ReadonlyArray<Placed<OrderKey>>): Promise<Array<Outcome<Sourced<Order>>>>;
	list(filter: OrderFilter, options: ListOptions): AsyncIterable<Array<Sourced<Order>>>;
	update(changes: ReadonlyArray<Placed<OrderChange>>): Promise<Array<Outcome<Sourced<OrderReceipt>>>>;
	cancel(cancellations: ReadonlyArray<Placed<Cancellation>>): Promise<Array<Outcome<Sourced<OrderReceipt>>>>;
}

export interface SetStockOptions {
	/** Create the stock record where the product has none in that warehouse; otherwise that is an error of the row. */
	createMissing: boolean;
}

export interface StockPort {
	list(filter: StockFilter, options: ListOptions): AsyncIterable<Array<Sourced<StockLevel>>>;
	set(settings: ReadonlyArray<Placed<StockSetting>>, options: SetStockOptions): Promise<Array<Outcome<Sourced<StockReceipt>>>>;
}

export interface WarehousesPort {
	list(): Promise<Array<Sourced<Warehouse>>>;
}

export interface SalesChannelsPort {
	list(): Promise<Array<Sourced<SalesChannel>>>;
}

/** Order Manager, whichever contract leads there. */
export interface OrderManager {
	readonly contract: Contract;
	readonly orders: OrdersPort;
	readonly stock: StockPort;
	readonly warehouses: WarehousesPort;
	/** Absent where the contract has none. */
	readonly salesChannels?: SalesChannelsPort;
}
