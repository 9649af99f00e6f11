import type { StockFilter, StockLevel, StockReceipt, StockSetting } from '../../domain/stock/stock';
import type { StockChange, StockChangeFilter } from '../../domain/stock/stockChange';
import type {
	LocationFlags,
	LocationFlagsReceipt,
	LocationReceipt,
	LocationRename,
} from '../../domain/stock/stockLocation';
import type {
	StockMove,
	StockMovement,
	StockMovementReceipt,
	StockMoveReceipt,
} from '../../domain/stock/stockMovement';
import type {
	NewStockRecord,
	StockEdit,
	StockHistoryKey,
	StockRecord,
	StockRecordFilter,
	StockRecordReceipt,
} from '../../domain/stock/stockRecord';
import type { ItemResult, BatchItem } from '../../batch/types';
import type { ListOptions, WithRaw } from './types';

type Inputs<T> = ReadonlyArray<BatchItem<T>>;
type Outcomes<T> = Promise<Array<ItemResult<WithRaw<T>>>>;
type Rows<T> = AsyncIterable<Array<WithRaw<T>>>;

export interface SetStockOptions {
	/** Create the stock record if the product has none in that warehouse; otherwise the row fails. */
	createMissing: boolean;
}

/** Stock levels. Optional methods are absent if the contract does not support them. */
export interface StockPort {
	list(filter: StockFilter, options: ListOptions): Rows<StockLevel>;
	set(settings: Inputs<StockSetting>, options: SetStockOptions): Outcomes<StockReceipt>;
	/** Nothing is repeated after a lost response: the result of the inputs concerned is an ApiError `indeterminate`. */
	add?(movements: Inputs<StockMovement>): Outcomes<StockMovementReceipt>;
	/** Like `add`. */
	remove?(movements: Inputs<StockMovement>): Outcomes<StockMovementReceipt>;
	changes?(filter: StockChangeFilter, options: ListOptions): Rows<StockChange>;
}

/** Stock records: product, warehouse and location. */
export interface StockRecordsPort {
	list(filter: StockRecordFilter, options: ListOptions): Rows<StockRecord>;
	/**
	 * Stock records for a list to choose from.
	 * @param text beginning of a SKU
	 * @returns a short list
	 */
	find(text?: string): Promise<StockRecord[]>;
	create(records: Inputs<NewStockRecord>): Outcomes<StockRecordReceipt>;
	/** Nothing is repeated after a lost response: the result is an ApiError `indeterminate`. */
	move(moves: Inputs<StockMove>): Outcomes<StockMoveReceipt>;
	history(key: StockHistoryKey, options: ListOptions): Rows<StockEdit>;
}

/** Stock locations of your own warehouses. */
export interface StockLocationsPort {
	rename(renames: Inputs<LocationRename>): Outcomes<LocationReceipt>;
	setFlags(flags: Inputs<LocationFlags>): Outcomes<LocationFlagsReceipt>;
}
