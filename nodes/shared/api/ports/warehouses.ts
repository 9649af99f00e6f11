import type { Company, OptionCatalogue, OptionEntry, ThrottleLimit } from '../../domain/account/account';
import type {
	NewWarehouse,
	SalesChannelRecord,
	WarehouseChange,
	WarehouseReceipt,
	WarehouseRecord,
} from '../../domain/account/warehouse';
import type { ItemResult, BatchItem } from '../../batch/types';
import type { WithRaw } from './types';
import type { UnreadableOption } from './unreadable';

/**
 * Warehouses. Writes return one result per input, in any order, and are absent if the contract does not support them.
 */
export interface WarehousesPort {
	list(options?: UnreadableOption): Promise<Array<WithRaw<WarehouseRecord>>>;
	get(ids: ReadonlyArray<BatchItem<string>>): Promise<Array<ItemResult<WithRaw<WarehouseRecord>>>>;
	create?(warehouses: ReadonlyArray<BatchItem<NewWarehouse>>): Promise<Array<ItemResult<WithRaw<WarehouseReceipt>>>>;
	update?(changes: ReadonlyArray<BatchItem<WarehouseChange>>): Promise<Array<ItemResult<WithRaw<WarehouseReceipt>>>>;
}

export interface SalesChannelsPort {
	list(options?: UnreadableOption & { includeInactive?: boolean }): Promise<Array<WithRaw<SalesChannelRecord>>>;
}

/** The account of the credential. */
export interface AccountPort {
	company(): Promise<WithRaw<Company>>;
	throttleLimits(options?: UnreadableOption): Promise<Array<WithRaw<ThrottleLimit>>>;
	options(catalogue: OptionCatalogue, options?: UnreadableOption): Promise<Array<WithRaw<OptionEntry>>>;
}
