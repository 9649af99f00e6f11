import type { NewStockRecord, StockRecordReceipt } from '../../domain/stockRecord';
import type { StockMove, StockMoveReceipt } from '../../domain/stockMovement';
import type { Outcome, Placed } from '../../http/batches';
import type { ApiClient } from '../../http/client';
import type { Query } from '../../http/url';
import type { Sourced } from '../port';
import type { StockRecordsPort } from '../ports/stock';
import { refuseRepeats } from '../repeats';
import { bulkOutcomes } from './bulk';
import { LIVE } from './catalogue';
import { wireId } from './orderWrite';
import { prepare } from './prepare';
import { sendLookingUp } from './sendLookingUp';
import { sendOnce } from './sendOnce';
import { listHistory } from './stockHistory';
import { allRecords, findRecords, listRecords } from './stockRecordRead';
import { placeFields, placeKey, placeName, resultFinder, wireQuantity } from './stockRows';

type Record = Placed<NewStockRecord>;
type Receipt = Sourced<StockRecordReceipt>;

/** Where the service keeps all stock of warehouses that are not your own (live-api section 7.3). */
const ONLY_LOCATION = 'GLOBAL';

/** Stock records of the live API. */
export const liveStockRecords = (client: ApiClient): StockRecordsPort => ({
	list: (filter, options) => listRecords(client, filter, options),
	find: async (text) => findRecords(client, text),
	create: async (records) => createRecords(client, records),
	move: async (moves) => moveBetweenRecords(client, moves),
	history: (key, options) => listHistory(client, key, options),
});

/** Creates stock records. The service takes notes for a call, not for a row: rows with the same notes go together. */
export async function createRecords(client: ApiClient, records: readonly Record[]): Promise<Array<Outcome<Receipt>>> {
	const bodies = new Map<number, unknown>();
	const { good, bad } = prepare(records, newRecord, bodies);
	const { once, repeats } = refuseRepeats(good, placeKey, (record) => `the stock record of ${placeName(record)}`, 'SKU');
	const byNotes = new Map<string, Record[]>();
	for (const record of once) {
		const notes = record.value.notes ?? '';
		const group = byNotes.get(notes);
		if (group) group.push(record);
		else byNotes.set(notes, [record]);
	}
	const created: Array<Outcome<Receipt>> = [];
	for (const [notes, group] of byNotes) {
		created.push(
			...(await sendLookingUp(client, LIVE.createStock, group, {
				body: (open) => open.map(({ index }) => bodies.get(index)),
				query: notes === '' ? undefined : { notes },
				done: async (open) => createdAlready(client, open),
				outcomes: (open, answer) => {
					const find = resultFinder();
					return bulkOutcomes(open, answer, LIVE.createStock.name, ({ sku }) => sku, ({ value }, results) => receipt(value, find(results, value)));
				},
			})),
		);
	}
	return [...bad, ...repeats, ...created];
}

const newRecord = (record: NewStockRecord): unknown => ({
	...placeFields(record),
	quantity: wireQuantity(record.onHand, 'On Hand'),
	quantityLocked: record.locked,
	minStock: record.minStock,
	pickable: record.pickable,
	receivable: record.receivable,
	...(record.drawRank === undefined ? {} : { drawRank: record.drawRank }),
});

/** After a lost answer: a record in that place with that quantity is the one; with another quantity it was there before, and the service shall say so. */
async function createdAlready(client: ApiClient, open: readonly Record[]): Promise<Map<number, Receipt>> {
	const found = new Map<number, Receipt>();
	for (const warehouseId of new Set(open.map(({ value }) => value.warehouseId))) {
		const wanted = open.filter(({ value }) => value.warehouseId === warehouseId);
		const records = await allRecords(client, { skus: [...new Set(wanted.map(({ value }) => value.sku))], warehouseId });
		const byPlace = new Map(records.map((record) => [placeKey({ sku: record.value.sku, warehouseId, location: record.value.location ?? ONLY_LOCATION }), record]));
		for (const { index, value } of wanted) {
			const record = byPlace.get(placeKey({ ...value, location: value.location ?? ONLY_LOCATION }));
			if (record?.value.onHand === value.onHand) found.set(index, receipt(value, { ...record.value, source: record.source }));
		}
	}
	return found;
}

const receipt = (
	{ sku, warehouseId, location, onHand }: NewStockRecord,
	{ recordId, available, source }: { recordId: string | null; available: number | null; source: unknown },
): Receipt => ({ value: { recordId, sku, warehouseId, location: location ?? null, onHand, available }, source });

/** Moves pieces between two records of a product, one call each. */
async function moveBetweenRecords(client: ApiClient, moves: ReadonlyArray<Placed<StockMove>>): Promise<Array<Outcome<Sourced<StockMoveReceipt>>>> {
	const queries = new Map<number, Query>();
	const { good, bad } = prepare(moves, moveQuery, queries);
	const moved = await sendOnce(good, 1, async (batch) => {
		const done: Array<Outcome<Sourced<StockMoveReceipt>>> = [];
		for (const { index, value } of batch) {
			const source = await client.call(LIVE.moveStock, { query: queries.get(index) });
			const { notes: _, ...move } = value;
			done.push({ index, ok: true, value: { value: move, source: source ?? {} } });
		}
		return done;
	});
	return [...bad, ...moved];
}

const moveQuery = (move: StockMove): Query => ({
	fromProductStockId: wireId(move.fromRecordId, 'Source Record'),
	toProductStockId: wireId(move.toRecordId, 'Target Record'),
	quantity: wireQuantity(move.quantity, 'Quantity'),
	notes: move.notes,
});
