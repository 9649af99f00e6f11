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
import { rejectDuplicates } from '../../../batch/rejectDuplicates';
import { shows } from '../../../batch/confirm/shows';
import { bulkOutcomes } from '../wire/bulk';
import { LIVE } from '../catalogue';
import { wireId } from '../orders/write';
import { buildBodies } from '../../../batch/buildBodies';
import { sendReconciled } from '../../../batch/sendReconciled';
import { allRecords, recordsAt } from './recordRead';
import { placeFields, placeKey, placeName, placeNames, readResult } from './rows';

type Rename = BatchItem<LocationRename>;
type Renamed = WithRaw<LocationReceipt>;

/** Stock locations of the live API. */
export const liveStockLocations = (client: ApiClient): StockLocationsPort => ({
	rename: async (renames) => renameLocations(client, renames),
	setFlags: async (flags) => setFlags(client, flags),
});

async function renameLocations(client: ApiClient, renames: readonly Rename[]): Promise<Array<ItemResult<Renamed>>> {
	const bodies = new Map<number, unknown>();
	const { good, bad } = buildBodies(renames, renameRow, bodies);
	const renamed = await sendReconciled(client, LIVE.renameLocations, good, {
		body: (open) => open.map(({ index }) => bodies.get(index)),
		done: async (open) => renamedAlready(client, open),
		outcomes: (open, response) =>
			bulkOutcomes(LIVE.renameLocations, open, response, {
				names: renameNames,
				succeed: ({ value }, result) => renameReceipt(value, result),
			}),
	});
	return [...bad, ...renamed];
}

/** No source tells what the results are; these are the names that the location has in the body. */
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
 * Whether it is done: the location with the id has the new name, or the warehouse has a location of the new name and
 * none of the old one.
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

async function setFlags(
	client: ApiClient,
	flags: ReadonlyArray<BatchItem<LocationFlags>>,
): Promise<Array<ItemResult<WithRaw<LocationFlagsReceipt>>>> {
	const bodies = new Map<number, unknown>();
	const { good, bad } = buildBodies(flags, flagsRow, bodies);
	const { once, repeats } = rejectDuplicates(good, placeKey, (one) => `the location of ${placeName(one)}`, 'sku');
	const receipt = (
		{ sku, warehouseId, location }: LocationFlags,
		recordId: string | null,
		raw: unknown,
	): WithRaw<LocationFlagsReceipt> => ({
		value: { sku, warehouseId, location: location ?? null, recordId },
		raw,
	});
	const set = await sendReconciled(client, LIVE.setLocationFlags, once, {
		body: (open) => open.map(({ index }) => bodies.get(index)),
		done: async (open) => {
			const records = await recordsAt(client, open);
			// Notes are not read back: where only they were given, no look-up can tell.
			const done = open.filter(
				({ index, value }) => isGiven(value) && shows(records.get(index)?.value, switchesOf(value)),
			);
			return new Map(
				done.map(({ index, value }) => [
					index,
					receipt(value, records.get(index)?.value.recordId ?? null, records.get(index)?.raw),
				]),
			);
		},
		outcomes: (open, response) =>
			bulkOutcomes(LIVE.setLocationFlags, open, response, {
				names: placeNames,
				succeed: ({ value }, result) => receipt(value, readResult(result).recordId, result ?? {}),
			}),
	});
	return [...bad, ...repeats, ...set];
}

const switchesOf = ({ active, pickable, receivable }: LocationFlags): Partial<LocationFlags> => ({
	active,
	pickable,
	receivable,
});
const isGiven = (flags: LocationFlags): boolean =>
	Object.values(switchesOf(flags)).some((value) => value !== undefined);

/** A row with the switches that are given, and no others (PostInventoryDto). */
const flagsRow = (flags: LocationFlags): unknown => ({
	...placeFields(flags),
	...Object.fromEntries(
		(['active', 'pickable', 'receivable', 'notes'] as const).flatMap((name) =>
			flags[name] === undefined ? [] : [[name, flags[name]]],
		),
	),
});
