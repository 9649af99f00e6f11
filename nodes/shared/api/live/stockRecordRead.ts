import type { StockRecord, StockRecordFilter } from '../../domain/stockRecord';
import type { Placed } from '../../http/batches';
import type { ApiClient } from '../../http/client';
import { readPages } from '../../http/pages';
import type { Query } from '../../http/url';
import * as z from '../../vendor/zod';
import { id, numberOrNull, readAs, rowsOf, textOrNull } from '../answers';
import type { ListOptions, Sourced } from '../port';
import { queryParts } from '../queryParts';
import { LIVE } from './catalogue';
import { wireId } from './orderWrite';
import { type StockPlace, placeKey, skuQuery } from './stockRows';

/** Where the service keeps all stock of warehouses that are not your own (live-api section 7.3). */
const ONLY_LOCATION = 'GLOBAL';

/** Rows that a list to choose from shows. */
const CHOICES = 50;

const flag = z.boolean().nullish();
const wireRecord = z.looseObject({
	productStockId: id,
	product: z.looseObject({ productId: id.nullish(), masterSku: z.string().nullish(), name: z.string().nullish() }).nullish(),
	stockLocation: z.looseObject({ stockLocationId: id.nullish(), location: z.string().nullish(), warehouseId: id.nullish() }).nullish(),
	quantity: z.number().nullish(),
	pickable: flag,
	receivable: flag,
	active: flag,
});

function toRecord(source: unknown): Sourced<StockRecord> {
	const wire = readAs(wireRecord, source, LIVE.stockRecords.name);
	return {
		value: {
			recordId: String(wire.productStockId),
			sku: wire.product?.masterSku ?? '',
			productId: textOrNull(wire.product?.productId),
			productName: textOrNull(wire.product?.name),
			warehouseId: textOrNull(wire.stockLocation?.warehouseId),
			locationId: textOrNull(wire.stockLocation?.stockLocationId),
			location: textOrNull(wire.stockLocation?.location),
			onHand: wire.quantity ?? 0,
			available: numberOrNull(wire.availableQuantity),
			allocated: numberOrNull(wire.allocatedQuantity),
			locked: numberOrNull(wire.quantityLocked),
			minStock: numberOrNull(wire.minStock),
			drawRank: numberOrNull(wire.drawRank),
			pickable: wire.pickable ?? null,
			receivable: wire.receivable ?? null,
			active: wire.active ?? null,
		},
		source,
	};
}

/** Lists stock records page by page; SKUs are taken whole. */
export async function* listRecords(client: ApiClient, filter: StockRecordFilter, options: ListOptions): AsyncGenerator<Array<Sourced<StockRecord>>> {
	for (const skus of filter.skus ? queryParts(filter.skus, 'sku') : [undefined]) {
		const wanted = skus && new Set(skus.map((sku) => sku.toLowerCase()));
		const pages = readPages(client, LIVE.stockRecords, {
			query: recordQuery(filter, skus),
			pageSize: options.pageSize,
			rows: (body) => rowsOf(body, LIVE.stockRecords.name).map(toRecord),
			key: ({ value }) => value.recordId,
		});
		for await (const page of pages) {
			// The service matches beginnings of SKUs.
			const exact = wanted ? page.filter(({ value }) => wanted.has(value.sku.toLowerCase())) : page;
			if (exact.length > 0) yield exact;
		}
	}
}

const recordQuery = (filter: StockRecordFilter, sku: string[] | undefined): Query => ({
	sku: skuQuery(sku),
	warehouseId: filter.warehouseId ? wireId(filter.warehouseId, 'Warehouse') : undefined,
	stockLocationName: filter.location,
	createdFromDate: filter.createdFrom,
	createdToDate: filter.createdTo,
	includeBundledItems: filter.includeBundledItems,
});

/** All records that a filter finds. */
export async function allRecords(client: ApiClient, filter: StockRecordFilter): Promise<Array<Sourced<StockRecord>>> {
	const found: Array<Sourced<StockRecord>> = [];
	for await (const page of listRecords(client, filter, {})) found.push(...page);
	return found;
}

/** The records in the places that inputs name, by the index of the input. */
export async function recordsAt(client: ApiClient, places: ReadonlyArray<Placed<StockPlace>>): Promise<Map<number, Sourced<StockRecord>>> {
	const found = new Map<number, Sourced<StockRecord>>();
	for (const warehouseId of new Set(places.map(({ value }) => value.warehouseId))) {
		const wanted = places.filter(({ value }) => value.warehouseId === warehouseId);
		const records = await allRecords(client, { skus: [...new Set(wanted.map(({ value }) => value.sku))], warehouseId });
		const byPlace = new Map(records.map((record) => [placeKey({ sku: record.value.sku, warehouseId, location: record.value.location ?? ONLY_LOCATION }), record]));
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
	return rowsOf(body, LIVE.stockRecords.name).map((row) => toRecord(row).value);
}
