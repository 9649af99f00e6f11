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
	/** Create the stock record where the product has none in that warehouse; otherwise that is an error of the row. */
	createMissing: boolean;
}

/** Stock levels. What is optional is absent where the contract has none. */
export interface StockPort {
	list(filter: StockFilter, options: ListOptions): Rows<StockLevel>;
	set(settings: Inputs<StockSetting>, options: SetStockOptions): Outcomes<StockReceipt>;
	/** After a lost answer nothing is repeated: the outcome of the inputs concerned is an ApiError `indeterminate`. */
	add?(movements: Inputs<StockMovement>): Outcomes<StockMovementReceipt>;
	/** As `add`. */
	remove?(movements: Inputs<StockMovement>): Outcomes<StockMovementReceipt>;
	changes?(filter: StockChangeFilter, options: ListOptions): Rows<StockChange>;
}

/** Stock records: product, warehouse and location. */
export interface StockRecordsPort {
	list(filter: StockRecordFilter, options: ListOptions): Rows<StockRecord>;
	/**
	 * Stock records for a list to choose from.
	 * @param text beginning of a SKU
	 * @returns a list of modest length
	 */
	find(text?: string): Promise<StockRecord[]>;
	create(records: Inputs<NewStockRecord>): Outcomes<StockRecordReceipt>;
	/** After a lost answer nothing is repeated: the outcome is an ApiError `indeterminate`. */
	move(moves: Inputs<StockMove>): Outcomes<StockMoveReceipt>;
	history(key: StockHistoryKey, options: ListOptions): Rows<StockEdit>;
}

/** Stock locations of your own warehouses. */
export interface StockLocationsPort {
	rename(renames: Inputs<LocationRename>): Outcomes<LocationReceipt>;
	setFlags(flags: Inputs<LocationFlags>): Outcomes<LocationFlagsReceipt>;
}
