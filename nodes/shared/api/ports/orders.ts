import type { CreatedOrder, OrderChange, OrderKey, OrderUpsert } from '../../domain/order/order';
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
import type { ItemResult, BatchItem } from '../../batch/sendInBatches';
import type { CreateOptions, OrderReceipt, WithRaw } from './index';
import type { UnreadableOption } from '../common/unreadable';

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
