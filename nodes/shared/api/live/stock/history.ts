import { jsonText } from '../../../domain/values/jsonText';
import { readDate } from '../../../domain/values/dates/date';
import type { StockEdit, StockHistoryKey } from '../../../domain/stock/stockRecord';
import { ApiError } from '../../../http/errors/apiError';
import type { ApiClient } from '../../../http/client';
import { paginate } from '../../../http/paginate';
import type { Query } from '../../../domain/values/query';
import * as z from '../../../vendor/zod';
import { readAs, rowsOf, text, textOrNull } from '../../common/parse';
import type { ListOptions, WithRaw } from '../../ports/types';
import { recordsOf } from '../../common/records';
import { recordReader } from '../../common/unreadable';
import { LIVE } from '../catalogue';
import { wireId } from '../orders/write';
import { allRecords } from './recordRead';

const wireEdit = z.looseObject({ productId: text });

/** The history of a stock record, or of all records of a product in a warehouse, in the service's order. */
export async function* listHistory(
	client: ApiClient,
	key: StockHistoryKey,
	options: ListOptions,
): AsyncGenerator<Array<WithRaw<StockEdit>>> {
	const pages = paginate(client, LIVE.stockHistory, {
		query: await historyQuery(client, key),
		pageSize: options.pageSize,
		rows: (body) => numbered(rowsOf(body, LIVE.stockHistory.name)),
		key: ({ key: one }) => one,
	});
	for await (const page of pages)
		yield recordsOf(
			page.map(({ row }) => row),
			LIVE.stockHistory.name,
			readEdit,
			options.unreadable,
		);
}

async function historyQuery(client: ApiClient, key: StockHistoryKey): Promise<Query> {
	if ('recordId' in key) return { productStockId: wireId(key.recordId, 'recordId') };
	const [record] = await allRecords(client, { skus: [key.sku], warehouseId: key.warehouseId });
	if (record?.value.productId)
		return { productId: record.value.productId, warehouseId: wireId(key.warehouseId, 'warehouseId') };
	throw new ApiError({
		kind: 'notFound',
		message: `SKU ${key.sku} has no stock record in warehouse ${key.warehouseId}.`,
		input: 'sku',
		subject: key.sku,
		endpoint: LIVE.stockRecords.name,
	});
}

/** The rows have no ID, and two may be identical: a number distinguishes equal rows within a page. */
function numbered(rows: unknown[]): Array<{ row: unknown; key: string }> {
	const seen = new Map<string, number>();
	return rows.map((row) => {
		const text = jsonText(row);
		const count = seen.get(text) ?? 0;
		seen.set(text, count + 1);
		return { row, key: `${text} ${count}` };
	});
}

const readEdit = recordReader(
	{ what: 'Entry of the history', name: 'formattedEditTime' },
	(raw, endpoint): WithRaw<StockEdit> => {
		const wire = readAs(wireEdit, raw, endpoint);
		const value: StockEdit = {
			sku: textOrNull(wire.masterSku),
			productId: wire.productId,
			editedAt: readDate(wire.formattedEditTime),
			type: textOrNull(wire.editTypeDesc),
			description: textOrNull(wire.description),
			notes: textOrNull(wire.notes),
			user: textOrNull(wire.userEmail),
		};
		return { value, raw };
	},
);
