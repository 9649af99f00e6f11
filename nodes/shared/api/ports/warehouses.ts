import type { Company, OptionCatalogue, OptionEntry, ThrottleLimit } from '../../domain/account';
import type {
	NewWarehouse,
	SalesChannelRecord,
	WarehouseChange,
	WarehouseReceipt,
	WarehouseRecord,
} from '../../domain/warehouse';
import type { Outcome, Placed } from '../../http/batches';
import type { Sourced } from '../port';
import type { UnreadableOption } from '../unreadable';

/** Warehouses. Writes bring one outcome for each input, in any order, and are absent where the contract has none. */
export interface WarehousesPort {
	list(options?: UnreadableOption): Promise<Array<Sourced<WarehouseRecord>>>;
	get(ids: ReadonlyArray<Placed<string>>): Promise<Array<Outcome<Sourced<WarehouseRecord>>>>;
	create?(warehouses: ReadonlyArray<Placed<NewWarehouse>>): Promise<Array<Outcome<Sourced<WarehouseReceipt>>>>;
	update?(changes: ReadonlyArray<Placed<WarehouseChange>>): Promise<Array<Outcome<Sourced<WarehouseReceipt>>>>;
}

export interface SalesChannelsPort {
	list(options?: UnreadableOption & { includeInactive?: boolean }): Promise<Array<Sourced<SalesChannelRecord>>>;
}

/** The account that the credential belongs to. */
export interface AccountPort {
	company(): Promise<Sourced<Company>>;
	throttleLimits(options?: UnreadableOption): Promise<Array<Sourced<ThrottleLimit>>>;
	options(catalogue: OptionCatalogue, options?: UnreadableOption): Promise<Array<Sourced<OptionEntry>>>;
}
