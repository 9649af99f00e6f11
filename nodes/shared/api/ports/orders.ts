import type { Order } from '../../domain/order/order';
import { WithRaw, ListOptions, CreateOptions, OrderReceipt } from './types';
import type {
	Cancellation,
	CreatedOrder,
	NewOrder,
	OrderChange,
	OrderFilter,
	OrderKey,
} from '../../domain/order/order';
import type { ItemResult, BatchItem } from '../../batch/types';
import type { OrderUpsert } from '../../domain/order/order';
import type {
	Hold,
	NotesChange,
	Release,
	ReleaseReceipt,
	Split,
	SplitReceipt,
	StatusRow,
	Validation,
} from '../../domain/order/orderActions';
import type { ItemAddition, ItemChange, ItemReceipt, ItemRemoval } from '../../domain/order/orderItem';
import type { UnreadableOption } from './unreadable';

export type Inputs<T> = ReadonlyArray<BatchItem<T>>;
export type Results<T> = Promise<Array<ItemResult<WithRaw<T>>>>;

/**
 * Other actions on orders. Writes return one result per input, in any order; methods that a contract lacks are absent.
 */
export interface OrderActions {
	/**
	 * Creates the orders whose number does not exist yet, and changes the others where the input has changeable fields.
	 */
	createOrUpdate(orders: Inputs<OrderUpsert>, options: CreateOptions): Results<CreatedOrder>;
	/** The service's findings about these changes, without changing anything. */
	validate?(changes: Inputs<OrderChange>): Results<Validation>;
	hold?(holds: Inputs<Hold>): Results<OrderReceipt>;
	/** Releases orders from hold, or restores cancelled ones. */
	restore?(keys: Inputs<OrderKey>): Results<OrderReceipt>;
	/** Sends orders that wait for an export to their warehouse. */
	sendToFulfillment?(releases: Inputs<Release>): Results<ReleaseReceipt>;
	split?(splits: Inputs<Split>): Results<SplitReceipt>;
	setNotes?(changes: Inputs<NotesChange>): Results<OrderReceipt>;
	/** @param all includes those that the account does not use */
	statuses?(all: boolean, options?: UnreadableOption): Promise<Array<WithRaw<StatusRow>>>;
}

/** The lines of existing orders. Inputs of one order share a call if the contract allows it. */
export interface OrderItemsPort {
	add(additions: Inputs<ItemAddition>): Results<ItemReceipt>;
	update(changes: Inputs<ItemChange>): Results<ItemReceipt>;
	remove(removals: Inputs<ItemRemoval>): Results<ItemReceipt>;
}

/**
 * Orders in business terms. Writes take any number of inputs and return one result for each, in any order; a rejected
 * input does not stop the others. Reads throw ApiError.
 */
export interface OrdersPort extends OrderActions {
	create(
		orders: ReadonlyArray<BatchItem<NewOrder>>,
		options: CreateOptions,
	): Promise<Array<ItemResult<WithRaw<CreatedOrder>>>>;
	get(keys: ReadonlyArray<BatchItem<OrderKey>>): Promise<Array<ItemResult<WithRaw<Order>>>>;
	list(filter: OrderFilter, options: ListOptions): AsyncIterable<Array<WithRaw<Order>>>;
	update(changes: ReadonlyArray<BatchItem<OrderChange>>): Promise<Array<ItemResult<WithRaw<OrderReceipt>>>>;
	cancel(cancellations: ReadonlyArray<BatchItem<Cancellation>>): Promise<Array<ItemResult<WithRaw<OrderReceipt>>>>;
}

/** Orders for a list to choose from. */
export interface OrderSearchPort {
	/**
	 * @param text beginning of an order number; the latest orders when absent
	 * @returns a short list, newest first
	 */
	find(text?: string): Promise<Order[]>;
}
