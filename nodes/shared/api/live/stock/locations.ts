import type {
	LocationFlags,
	LocationFlagsReceipt,
	LocationReceipt,
	LocationRename,
} from '../../../domain/stock/stockLocation';
import type { ItemResult, BatchItem } from '../../../batch/types';
import type { ApiClient } from '../../../http/client';
import type { Names } from '../../../batch/confirm/confirm';
import type { WithRaw } from '../../ports/types';
import type { StockLocationsPort } from '../../ports/stock';
import { write } from '../../../batch/write';
import { shows } from '../../../batch/confirm/shows';
import { LIVE } from '../catalogue';
import { wireId } from '../orders/write';
import { allRecords, recordsAt } from './recordRead';
import { bySku, placeFields, placeKey, placeName, placeNames, readResult } from './rows';

type Rename = BatchItem<LocationRename>;
type Renamed = WithRaw<LocationReceipt>;

/** Stock locations of the live API. */
export const liveStockLocations = (client: ApiClient): StockLocationsPort => ({
	rename: async (renames) => renameLocations(client, renames),
	setFlags: async (flags) => setFlags(client, flags),
});

const renameLocations = async (client: ApiClient, renames: readonly Rename[]): Promise<Array<ItemResult<Renamed>>> =>
	await write(client, renames, {
		build: renameRow,
		endpoint: LIVE.renameLocations,
		settle: { names: renameNames, succeed: ({ value }, result) => renameReceipt(value, result) },
		find: async (rows) => {
			const found = await renamedAlready(client, rows);
			return ({ index }) => found.get(index);
		},
	});

/** No source describes the results; these are the location's names in the body. */
const renameNames = (rename: LocationRename): Names => ({
	newStockLocationName: rename.newName,
	stockLocationName: rename.newName,
	...('locationId' in rename
		? { stockLocationId: rename.locationId }
		: { warehouseId: rename.warehouseId, originalStockLocationName: rename.oldName }),
});

const renameRow = (rename: LocationRename): unknown => ({
	newStockLocationName: rename.newName,
	...('locationId' in rename
		? { stockLocationId: wireId(rename.locationId, 'locationId') }
		: { warehouseId: wireId(rename.warehouseId, 'warehouseId'), originalStockLocationName: rename.oldName }),
});

/**
 * A rename is done when the location with that ID has the new name, or when the warehouse has only a location of the
 * new name.
 */
async function renamedAlready(client: ApiClient, open: readonly Rename[]): Promise<Map<number, Renamed>> {
	const found = new Map<number, Renamed>();
	for (const { index, value } of open) {
		const records = await allRecords(client, {
			location: value.newName,
			warehouseId: 'warehouseId' in value ? value.warehouseId : undefined,
		});
		const done =
			'locationId' in value
				? records.some((record) => record.value.locationId === value.locationId)
				: records.length > 0 &&
					(await allRecords(client, { location: value.oldName, warehouseId: value.warehouseId })).length === 0;
		if (done) found.set(index, renameReceipt(value, {}));
	}
	return found;
}

const renameReceipt = (rename: LocationRename, raw: unknown): Renamed => ({
	value: {
		locationId: 'locationId' in rename ? rename.locationId : null,
		warehouseId: 'warehouseId' in rename ? rename.warehouseId : null,
		oldName: 'oldName' in rename ? rename.oldName : null,
		newName: rename.newName,
	},
	raw: raw ?? {},
});

const setFlags = async (
	client: ApiClient,
	flags: ReadonlyArray<BatchItem<LocationFlags>>,
): Promise<Array<ItemResult<WithRaw<LocationFlagsReceipt>>>> =>
	await write(client, flags, {
		build: flagsRow,
		duplicates: { by: placeKey, name: (one) => `the location of ${placeName(one)}`, field: 'sku' },
		distinctBy: bySku,
		endpoint: LIVE.setLocationFlags,
		settle: {
			names: placeNames,
			succeed: ({ value }, result) => flagsReceipt(value, readResult(result).recordId, result ?? {}),
		},
		find: async (rows) => {
			const records = await recordsAt(client, rows);
			return ({ index, value }) => {
				const record = records.get(index);
				// Notes cannot be read back: if only notes were given, no look-up can confirm the change.
				return isGiven(value) && shows(record?.value, switchesOf(value))
					? flagsReceipt(value, record?.value.recordId ?? null, record?.raw)
					: undefined;
			};
		},
	});

const flagsReceipt = (
	{ sku, warehouseId, location }: LocationFlags,
	recordId: string | null,
	raw: unknown,
): WithRaw<LocationFlagsReceipt> => ({ value: { sku, warehouseId, location: location ?? null, recordId }, raw });

const switchesOf = ({ active, pickable, receivable }: LocationFlags): Partial<LocationFlags> => ({
	active,
	pickable,
	receivable,
});
const isGiven = (flags: LocationFlags): boolean =>
	Object.values(switchesOf(flags)).some((value) => value !== undefined);

/** A row with only the given switches (PostInventoryDto). */
const flagsRow = (flags: LocationFlags): unknown => ({
	...placeFields(flags),
	...Object.fromEntries(
		(['active', 'pickable', 'receivable', 'notes'] as const).flatMap((name) =>
			flags[name] === undefined ? [] : [[name, flags[name]]],
		),
	),
});
