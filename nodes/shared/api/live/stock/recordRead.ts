import { append } from '../../../domain/append';
import type { StockRecord, StockRecordFilter } from '../../../domain/stock/stockRecord';
import type { BatchItem } from '../../../batch/types';
import type { ApiClient } from '../../../http/client';
import type { Query } from '../../../domain/values/query';
import * as z from '../../../vendor/zod';
import { flag, number, readAs, recordId, rowsOf, text } from '../../common/parse';
import type { ListOptions, WithRaw } from '../../ports/types';
import { queryParts } from '../../common/queryParts';
import { readRecords, recordsOf } from '../../common/records';
import { recordReader } from '../../common/unreadable';
import { leaveOut } from '../../ports/unreadable';
import { LIVE } from '../catalogue';
import { wireId } from '../orders/write';
import { type StockPlace, placeKey, skuQuery } from './rows';

/** The location of all stock in warehouses that are not your own (live-api section 7.3). */
const ONLY_LOCATION = 'GLOBAL';

/** Rows shown in a list to choose from. */
const CHOICES = 50;

const wireRecord = z.looseObject({
	productStockId: recordId,
	product: z.looseObject({ productId: text, masterSku: text, name: text }).nullish(),
	stockLocation: z.looseObject({ stockLocationId: text, location: text, warehouseId: text }).nullish(),
	quantity: number,
	availableQuantity: number,
	allocatedQuantity: number,
	quantityLocked: number,
	minStock: number,
	drawRank: number,
	pickable: flag,
	receivable: flag,
	active: flag,
});

const toRecord = recordReader(
	{ what: 'Stock record', id: 'productStockId', name: 'product.masterSku' },
	(raw, endpoint): WithRaw<StockRecord> => {
		const wire = readAs(wireRecord, raw, endpoint);
		return {
			value: {
				recordId: wire.productStockId,
				sku: wire.product?.masterSku ?? '',
				productId: wire.product?.productId ?? null,
				productName: wire.product?.name ?? null,
				warehouseId: wire.stockLocation?.warehouseId ?? null,
				locationId: wire.stockLocation?.stockLocationId ?? null,
				location: wire.stockLocation?.location ?? null,
				onHand: wire.quantity ?? 0,
				available: wire.availableQuantity,
				allocated: wire.allocatedQuantity,
				locked: wire.quantityLocked,
				minStock: wire.minStock,
				drawRank: wire.drawRank,
				pickable: wire.pickable,
				receivable: wire.receivable,
				active: wire.active,
			},
			raw,
		};
	},
);

/** Lists stock records page by page; SKUs must match completely. */
export async function* listRecords(
	client: ApiClient,
	filter: StockRecordFilter,
	options: ListOptions,
): AsyncGenerator<Array<WithRaw<StockRecord>>> {
	for (const skus of filter.skus ? queryParts(filter.skus, 'sku') : [undefined]) {
		const wanted = skus && new Set(skus.map((sku) => sku.toLowerCase()));
		const pages = readRecords(client, LIVE.stockRecords, {
			...options,
			query: recordQuery(filter, skus),
			read: toRecord,
			key: ({ value }) => value.recordId,
		});
		for await (const page of pages) {
			// The service matches prefixes of SKUs.
			const exact = wanted ? page.filter(({ value }) => wanted.has(value.sku.toLowerCase())) : page;
			if (exact.length > 0) yield exact;
		}
	}
}

const recordQuery = (filter: StockRecordFilter, sku: string[] | undefined): Query => ({
	sku: skuQuery(sku),
	warehouseId: filter.warehouseId ? wireId(filter.warehouseId, 'warehouseId') : undefined,
	stockLocationName: filter.location,
	createdFromDate: filter.createdFrom,
	createdToDate: filter.createdTo,
	includeBundledItems: filter.includeBundledItems,
});

/** All records that match a filter. @throws UnreadableRecord, because callers rely on a complete list */
export async function allRecords(client: ApiClient, filter: StockRecordFilter): Promise<Array<WithRaw<StockRecord>>> {
	const found: Array<WithRaw<StockRecord>> = [];
	for await (const page of listRecords(client, filter, {})) append(found, page);
	return found;
}

/** The records at the places that the inputs name, by the index of the input. */
export async function recordsAt(
	client: ApiClient,
	stockRecords: ReadonlyArray<BatchItem<StockPlace>>,
): Promise<Map<number, WithRaw<StockRecord>>> {
	const found = new Map<number, WithRaw<StockRecord>>();
	for (const warehouseId of new Set(stockRecords.map(({ value }) => value.warehouseId))) {
		const wanted = stockRecords.filter(({ value }) => value.warehouseId === warehouseId);
		const records = await allRecords(client, { skus: [...new Set(wanted.map(({ value }) => value.sku))], warehouseId });
		const byPlace = new Map(
			records.map((record) => [
				placeKey({ sku: record.value.sku, warehouseId, location: record.value.location ?? ONLY_LOCATION }),
				record,
			]),
		);
		for (const { index, value } of wanted) {
			const record = byPlace.get(placeKey({ ...value, location: value.location ?? ONLY_LOCATION }));
			if (record) found.set(index, record);
		}
	}
	return found;
}

/** The first records whose SKU begins with the text. */
export async function findRecords(client: ApiClient, text?: string): Promise<StockRecord[]> {
	const body = await client.call(LIVE.stockRecords, { query: { sku: text, page: 1, limit: CHOICES } });
	return recordsOf(rowsOf(body, LIVE.stockRecords.name), LIVE.stockRecords.name, toRecord, leaveOut).map(
		({ value }) => value,
	);
}
