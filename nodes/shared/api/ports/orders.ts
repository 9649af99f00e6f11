import { WithRaw, ListOptions, CreateOptions, OrderReceipt } from './types';
import type {
	Cancellation,
	CreatedOrder,
	NewOrder,
	Order,
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
 * What else can be done with orders. Writes bring one outcome for each input, in any order; what a contract lacks is
 * absent.
 */
export interface OrderActions {
	/**
	 * Creates the orders whose number is not there yet and changes the others, as far as something is given that can be
	 * changed.
	 */
	createOrUpdate(orders: Inputs<OrderUpsert>, options: CreateOptions): Results<CreatedOrder>;
	/** What the service would say to these changes; nothing is changed. */
	validate?(changes: Inputs<OrderChange>): Results<Validation>;
	hold?(holds: Inputs<Hold>): Results<OrderReceipt>;
	/** Takes orders from hold or back from cancellation. */
	restore?(keys: Inputs<OrderKey>): Results<OrderReceipt>;
	/** Hands orders that wait for an export to their warehouse. */
	sendToFulfillment?(releases: Inputs<Release>): Results<ReleaseReceipt>;
	split?(splits: Inputs<Split>): Results<SplitReceipt>;
	setNotes?(changes: Inputs<NotesChange>): Results<OrderReceipt>;
	/** @param all also those that the account does not use */
	statuses?(all: boolean, options?: UnreadableOption): Promise<Array<WithRaw<StatusRow>>>;
}

/** The lines of orders that are there already. Inputs of one order go in one call where the contract allows it. */
export interface OrderItemsPort {
	add(additions: Inputs<ItemAddition>): Results<ItemReceipt>;
	update(changes: Inputs<ItemChange>): Results<ItemReceipt>;
	remove(removals: Inputs<ItemRemoval>): Results<ItemReceipt>;
}

/**
 * Orders in business words. Writes take any number of inputs and bring one outcome for each, in any order; an input
 * that is refused does not stop the others. Reads raise ApiError.
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
