import type { NewStockRecord, StockRecordReceipt } from '../../domain/stockRecord';
import type { StockMove, StockMoveReceipt } from '../../domain/stockMovement';
import type { Outcome, Placed } from '../../http/batches';
import type { ApiClient } from '../../http/client';
import { groupByGroup, groupsOf } from '../../http/groups';
import type { Query } from '../../http/url';
import type { Sourced } from '../port';
import type { StockRecordsPort } from '../ports/stock';
import { refuseRepeats } from '../repeats';
import { sendOne } from '../sendOne';
import { bulkOutcomes } from './bulk';
import { LIVE } from './catalogue';
import { wireId } from './orderWrite';
import { prepare } from './prepare';
import { sendLookingUp } from '../sendLookingUp';
import { sendOnce } from './sendOnce';
import { listHistory } from './stockHistory';
import { findRecords, listRecords, recordsAt } from './stockRecordRead';
import { placeFields, placeKey, placeName, placeNames, readResult, wireQuantity } from './stockRows';

type Record = Placed<NewStockRecord>;
type Receipt = Sourced<StockRecordReceipt>;

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
	const { once, repeats } = refuseRepeats(
		good,
		placeKey,
		(record) => `the stock record of ${placeName(record)}`,
		'SKU',
	);
	const notesOf = ({ notes }: NewStockRecord): string => notes ?? '';
	const created = await groupByGroup(groupsOf(once, notesOf), async (group) => {
		const notes = group[0] ? notesOf(group[0].value) : '';
		return await sendLookingUp(client, LIVE.createStock, group, {
			body: (open) => open.map(({ index }) => bodies.get(index)),
			query: notes === '' ? undefined : { notes },
			done: async (open) => createdAlready(client, open),
			outcomes: (open, answer) =>
				bulkOutcomes(LIVE.createStock, open, answer, {
					names: placeNames,
					succeed: ({ value }, result) => receipt(value, readResult(result)),
				}),
		});
	});
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

/** A record in that place with that quantity is the one; with another quantity it was there before this run. */
async function createdAlready(client: ApiClient, open: readonly Record[]): Promise<Map<number, Receipt>> {
	const records = await recordsAt(client, open);
	return new Map(
		open.flatMap(({ index, value }) => {
			const record = records.get(index);
			return record?.value.onHand === value.onHand
				? [[index, receipt(value, { ...record.value, source: record.source })] as const]
				: [];
		}),
	);
}

const receipt = (
	{ sku, warehouseId, location, onHand }: NewStockRecord,
	{ recordId, available, source }: { recordId: string | null; available: number | null; source: unknown },
): Receipt => ({ value: { recordId, sku, warehouseId, location: location ?? null, onHand, available }, source });

/** Moves pieces between two records of a product, one call each. */
async function moveBetweenRecords(
	client: ApiClient,
	moves: ReadonlyArray<Placed<StockMove>>,
): Promise<Array<Outcome<Sourced<StockMoveReceipt>>>> {
	const queries = new Map<number, Query>();
	const { good, bad } = prepare(moves, moveQuery, queries);
	const moved = await sendOnce(good, 1, async (batch) => {
		const done: Array<Outcome<Sourced<StockMoveReceipt>>> = [];
		for (const { index, value } of batch) {
			const { notes: _, ...move } = value;
			const taken = (source: unknown): Sourced<StockMoveReceipt> => ({ value: move, source });
			done.push({
				index,
				ok: true,
				value: await sendOne(client, LIVE.moveStock, { query: queries.get(index) }, { taken }),
			});
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
