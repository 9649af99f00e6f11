import type { LocationFlags, LocationFlagsReceipt, LocationReceipt, LocationRename } from '../../domain/stockLocation';
import { type Outcome, type Placed, sendInBatches } from '../../http/batches';
import type { ApiClient } from '../../http/client';
import type { Sourced } from '../port';
import type { StockLocationsPort } from '../ports/stock';
import { refuseRepeats } from '../repeats';
import { bulkOutcomes } from './bulk';
import { LIVE } from './catalogue';
import { wireId } from './orderWrite';
import { prepare } from './prepare';
import { sendLookingUp } from './sendLookingUp';
import { allRecords } from './stockRecordRead';
import { placeFields, placeKey, placeName, resultFinder } from './stockRows';

type Rename = Placed<LocationRename>;
type Renamed = Sourced<LocationReceipt>;

/** Stock locations of the live API. */
export const liveStockLocations = (client: ApiClient): StockLocationsPort => ({
	rename: async (renames) => renameLocations(client, renames),
	setFlags: async (flags) => setFlags(client, flags),
});

async function renameLocations(client: ApiClient, renames: readonly Rename[]): Promise<Array<Outcome<Renamed>>> {
	const bodies = new Map<number, unknown>();
	const { good, bad } = prepare(renames, renameRow, bodies);
	const renamed = await sendLookingUp(client, LIVE.renameLocations, good, {
		body: (open) => open.map(({ index }) => bodies.get(index)),
		done: async (open) => renamedAlready(client, open),
		outcomes: (open, answer) => bulkOutcomes(open, answer, LIVE.renameLocations.name, present, ({ value }, results) => renameReceipt(value, results)),
	});
	return [...bad, ...renamed];
}

const present = (rename: LocationRename): string => ('locationId' in rename ? rename.locationId : rename.oldName);

const renameRow = (rename: LocationRename): unknown => ({
	newStockLocationName: rename.newName,
	...('locationId' in rename
		? { stockLocationId: wireId(rename.locationId, 'Location ID') }
		: { warehouseId: wireId(rename.warehouseId, 'Warehouse'), originalStockLocationName: rename.oldName }),
});

/** After a lost answer: the location with the id has the new name, or the warehouse has a location of the new name and none of the old one. */
async function renamedAlready(client: ApiClient, open: readonly Rename[]): Promise<Map<number, Renamed>> {
	const found = new Map<number, Renamed>();
	for (const { index, value } of open) {
		const records = await allRecords(client, { location: value.newName, warehouseId: 'warehouseId' in value ? value.warehouseId : undefined });
		const done =
			'locationId' in value
				? records.some((record) => record.value.locationId === value.locationId)
				: records.length > 0 && (await allRecords(client, { location: value.oldName, warehouseId: value.warehouseId })).length === 0;
		if (done) found.set(index, renameReceipt(value, []));
	}
	return found;
}

/** The form of the results is not established: the service's own object is given where it names the location. */
function renameReceipt(rename: LocationRename, results: unknown[]): Renamed {
	const source = results.find((result) => typeof result === 'object' && result !== null && Object.values(result).includes(rename.newName)) ?? {};
	return {
		value: {
			locationId: 'locationId' in rename ? rename.locationId : null,
			warehouseId: 'warehouseId' in rename ? rename.warehouseId : null,
			oldName: 'oldName' in rename ? rename.oldName : null,
			newName: rename.newName,
		},
		source,
	};
}

async function setFlags(client: ApiClient, flags: ReadonlyArray<Placed<LocationFlags>>): Promise<Array<Outcome<Sourced<LocationFlagsReceipt>>>> {
	const bodies = new Map<number, unknown>();
	const { good, bad } = prepare(flags, flagsRow, bodies);
	const { once, repeats } = refuseRepeats(good, placeKey, (one) => `the location of ${placeName(one)}`, 'SKU');
	const { name, batch: size } = LIVE.setLocationFlags;
	const set = await sendInBatches(once, size ?? 1, async (batch) => {
		const answer = await client.call(LIVE.setLocationFlags, { body: batch.map(({ index }) => bodies.get(index)) });
		const find = resultFinder();
		return bulkOutcomes(batch, answer, name, ({ sku }) => sku, ({ value }, results): Sourced<LocationFlagsReceipt> => {
			const { recordId, source } = find(results, value);
			const { sku, warehouseId, location = null } = value;
			return { value: { sku, warehouseId, location, recordId }, source };
		});
	});
	return [...bad, ...repeats, ...set];
}

/** A row with the switches that are given, and no others (PostInventoryDto). */
const flagsRow = (flags: LocationFlags): unknown => ({
	...placeFields(flags),
	...Object.fromEntries((['active', 'pickable', 'receivable', 'notes'] as const).flatMap((name) => (flags[name] === undefined ? [] : [[name, flags[name]]]))),
});
