import type { NewStockRecord, StockRecordReceipt } from '../../../domain/stock/stockRecord';
import type { StockMove, StockMoveReceipt } from '../../../domain/stock/stockMovement';
import type { ItemResult, BatchItem } from '../../../batch/types';
import type { ApiClient } from '../../../http/client';
import { forEachGroup, groupsOf } from '../../../batch/groups';
import type { Query } from '../../../domain/values/query';
import type { WithRaw } from '../../ports/types';
import type { StockRecordsPort } from '../../ports/stock';
import { rejectDuplicates } from '../../../batch/rejectDuplicates';
import { sendOne } from '../../../batch/sendOne';
import { bulkOutcomes } from '../wire/bulk';
import { LIVE } from '../catalogue';
import { wireId } from '../orders/write';
import { buildBodies } from '../../../batch/buildBodies';
import { sendReconciled } from '../../../batch/sendReconciled';
import { sendAtMostOnce } from '../../../batch/sendAtMostOnce';
import { listHistory } from './history';
import { findRecords, listRecords, recordsAt } from './recordRead';
import { placeFields, placeKey, placeName, placeNames, readResult, wireQuantity } from './rows';

type Record = BatchItem<NewStockRecord>;
type Receipt = WithRaw<StockRecordReceipt>;

/** Stock records of the live API. */
export const liveStockRecords = (client: ApiClient): StockRecordsPort => ({
	list: (filter, options) => listRecords(client, filter, options),
	find: async (text) => findRecords(client, text),
	create: async (records) => createRecords(client, records),
	move: async (moves) => moveBetweenRecords(client, moves),
	history: (key, options) => listHistory(client, key, options),
});

/** Creates stock records. The service takes notes for a call, not for a row: rows with the same notes go together. */
export async function createRecords(
	client: ApiClient,
	records: readonly Record[],
): Promise<Array<ItemResult<Receipt>>> {
	const bodies = new Map<number, unknown>();
	const { good, bad } = buildBodies(records, newRecord, bodies);
	const { once, repeats } = rejectDuplicates(
		good,
		placeKey,
		(record) => `the stock record of ${placeName(record)}`,
		'sku',
	);
	const notesOf = ({ notes }: NewStockRecord): string => notes ?? '';
	const created = await forEachGroup(groupsOf(once, notesOf), async (group) => {
		const notes = group[0] ? notesOf(group[0].value) : '';
		return await sendReconciled(client, LIVE.createStock, group, {
			body: (open) => open.map(({ index }) => bodies.get(index)),
			query: notes === '' ? undefined : { notes },
			done: async (open) => createdAlready(client, open),
			outcomes: (open, response) =>
				bulkOutcomes(LIVE.createStock, open, response, {
					names: placeNames,
					succeed: ({ value }, result) => receipt(value, readResult(result)),
				}),
		});
	});
	return [...bad, ...repeats, ...created];
}

const newRecord = (record: NewStockRecord): unknown => ({
	...placeFields(record),
	quantity: wireQuantity(record.onHand, 'onHand'),
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
				? [[index, receipt(value, { ...record.value, raw: record.raw })] as const]
				: [];
		}),
	);
}

const receipt = (
	{ sku, warehouseId, location, onHand }: NewStockRecord,
	{ recordId, available, raw }: { recordId: string | null; available: number | null; raw: unknown },
): Receipt => ({ value: { recordId, sku, warehouseId, location: location ?? null, onHand, available }, raw });

/** Moves pieces between two records of a product, one call each. */
async function moveBetweenRecords(
	client: ApiClient,
	moves: ReadonlyArray<BatchItem<StockMove>>,
): Promise<Array<ItemResult<WithRaw<StockMoveReceipt>>>> {
	const queries = new Map<number, Query>();
	const { good, bad } = buildBodies(moves, moveQuery, queries);
	const moved = await sendAtMostOnce(good, 1, async (batch) => {
		const done: Array<ItemResult<WithRaw<StockMoveReceipt>>> = [];
		for (const { index, value } of batch) {
			const { notes: _, ...move } = value;
			const taken = (raw: unknown): WithRaw<StockMoveReceipt> => ({ value: move, raw });
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
	fromProductStockId: wireId(move.fromRecordId, 'fromRecordId'),
	toProductStockId: wireId(move.toRecordId, 'toRecordId'),
	quantity: wireQuantity(move.quantity, 'quantity'),
	notes: move.notes,
});
