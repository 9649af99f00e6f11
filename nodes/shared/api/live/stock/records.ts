import type { NewStockRecord, StockRecordReceipt } from '../../../domain/stock/stockRecord';
import type { StockMove, StockMoveReceipt } from '../../../domain/stock/stockMovement';
import type { ItemResult, BatchItem } from '../../../batch/types';
import type { ApiClient } from '../../../http/client';
import type { Query } from '../../../domain/values/query';
import type { WithRaw } from '../../ports/types';
import type { StockRecordsPort } from '../../ports/stock';
import { write } from '../../../batch/write';
import { writeOne } from '../../../batch/writeOne';
import { LIVE } from '../catalogue';
import { wireId } from '../orders/write';
import { listHistory } from './history';
import { findRecords, listRecords, recordsAt } from './recordRead';
import { bySku, placeFields, placeKey, placeName, placeNames, readResult, wireQuantity } from './rows';

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

/** Creates stock records. Notes belong to a call, not to a row, so rows with the same notes go together. */
export const createRecords = async (
	client: ApiClient,
	records: readonly Record[],
): Promise<Array<ItemResult<Receipt>>> =>
	await write(client, records, {
		build: newRecord,
		duplicates: { by: placeKey, name: (record) => `the stock record of ${placeName(record)}`, field: 'sku' },
		groupBy: ({ notes }) => notes ?? '',
		distinctBy: bySku,
		endpoint: LIVE.createStock,
		call: (rows) => ({
			body: rows.map(({ body }) => body),
			query: rows[0]?.value.notes ? { notes: rows[0].value.notes } : undefined,
		}),
		settle: { names: placeNames, succeed: ({ value }, result) => receipt(value, readResult(result)) },
		find: async (rows) => {
			const records = await recordsAt(client, rows);
			return ({ index, value }) => {
				const record = records.get(index);
				// A record with another quantity existed before this run.
				return record?.value.onHand === value.onHand ? receipt(value, { ...record.value, raw: record.raw }) : undefined;
			};
		},
	});

const newRecord = (record: NewStockRecord): unknown => ({
	...placeFields(record),
	quantity: wireQuantity(record.onHand, 'onHand'),
	quantityLocked: record.locked,
	minStock: record.minStock,
	pickable: record.pickable,
	receivable: record.receivable,
	...(record.drawRank === undefined ? {} : { drawRank: record.drawRank }),
});

const receipt = (
	{ sku, warehouseId, location, onHand }: NewStockRecord,
	{ recordId, available, raw }: { recordId: string | null; available: number | null; raw: unknown },
): Receipt => ({ value: { recordId, sku, warehouseId, location: location ?? null, onHand, available }, raw });

/** Moves stock between two records of a product, one call each. */
const moveBetweenRecords = async (
	client: ApiClient,
	moves: ReadonlyArray<BatchItem<StockMove>>,
): Promise<Array<ItemResult<WithRaw<StockMoveReceipt>>>> =>
	await write(client, moves, {
		build: moveQuery,
		sendAtMostOnce: async ({ value: { notes: _, ...move }, body }) =>
			await writeOne(client, LIVE.moveStock, { query: body }, { taken: (raw) => ({ value: move, raw }) }),
	});

const moveQuery = (move: StockMove): Query => ({
	fromProductStockId: wireId(move.fromRecordId, 'fromRecordId'),
	toProductStockId: wireId(move.toRecordId, 'toRecordId'),
	quantity: wireQuantity(move.quantity, 'quantity'),
	notes: move.notes,
});
