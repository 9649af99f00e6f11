import { InputProblem } from '../../../domain/inputProblem';
import type { StockFilter, StockLevel, StockReceipt, StockSetting, Warehouse } from '../../../domain/stock/stock';
import { ApiError } from '../../../http/errors/apiError';
import type { ItemResult, BatchItem } from '../../../batch/types';
import type { ApiClient } from '../../../http/client';
import * as z from '../../../vendor/zod';
import { number, readAs, text } from '../../common/parse';
import type { ListOptions, WithRaw } from '../../ports/types';
import type { SetStockOptions, StockPort } from '../../ports/stock';
import { queryParts } from '../../common/queryParts';
import { readRecords } from '../../common/records';
import { write } from '../../../batch/write';
import { UnreadableValue, recordReader } from '../../common/unreadable';
import { type TakeUnreadable } from '../../ports/unreadable';
import { LIVE } from '../catalogue';
import { wireId } from '../orders/write';
import { liveWarehouses } from '../account/warehouses';
import { stockChanges } from './feed';
import { moveLevels } from './movements';
import { recordsAt } from './recordRead';
import { createRecords } from './records';
import { type StockResult, bySku, placeFields, placeKey, placeNames, readResult, skuQuery, wireQuantity } from './rows';

/** The service's code for a product without a stock record at that location (live-api section 5). */
const NO_STOCK_RECORD = 'ERR097';

const wireTotal = z.looseObject({
	product: z.looseObject({ productId: text, masterSku: text, name: text }).nullish(),
	onHandQuantity: number,
	availableQuantity: number,
	allocatedQuantity: number,
	lockedQuantity: number,
	inTransitQuantity: number,
});

/** Stock of the live API. */
export function liveStock(client: ApiClient): StockPort {
	return {
		list: (filter, options) => listStock(client, filter, options),
		set: async (settings, options) => setStock(client, settings, options),
		add: async (movements) => moveLevels(client, 'add', movements),
		remove: async (movements) => moveLevels(client, 'remove', movements),
		changes: (filter, options) => stockChanges(client, filter, options),
	};
}

async function* listStock(
	client: ApiClient,
	filter: StockFilter,
	options: ListOptions,
): AsyncGenerator<Array<WithRaw<StockLevel>>> {
	for (const place of await placesOf(client, filter, options.unreadable))
		yield* stockTotals(client, place, { skus: filter.skus }, options);
}

/** Where stock is counted: one warehouse, or all of them together if null. */
type Place = Pick<Warehouse, 'warehouseId'> & Partial<Pick<Warehouse, 'name'>>;

/** The totals of one place, page by page; SKUs must match exactly. */
export async function* stockTotals(
	client: ApiClient,
	place: Place | null,
	filter: { skus?: string[]; salesChannelId?: string },
	options: ListOptions,
): AsyncGenerator<Array<WithRaw<StockLevel>>> {
	for (const skus of filter.skus ? queryParts(filter.skus, 'sku') : [undefined]) {
		const wanted = skus && new Set(skus.map((sku) => sku.toLowerCase()));
		const pages = readRecords(client, LIVE.stockTotals, {
			...options,
			query: {
				sku: skuQuery(skus),
				warehouseId: place ? wireId(place.warehouseId, 'warehouseId') : undefined,
				salesChannelId: filter.salesChannelId ? wireId(filter.salesChannelId, 'salesChannelId') : undefined,
			},
			read: levelReader(place),
			key: ({ value }) => value.productId ?? value.sku,
		});
		for await (const page of pages) {
			// The service matches prefixes of SKUs; a client that trusted it once cleared other products' stock.
			const exact = wanted ? page.filter(({ value }) => wanted.has(value.sku.toLowerCase())) : page;
			if (exact.length > 0) yield exact;
		}
	}
}

/** The rows do not name their warehouse, so each warehouse is read separately. */
async function placesOf(
	client: ApiClient,
	filter: StockFilter,
	unreadable?: TakeUnreadable,
): Promise<Array<Place | null>> {
	if (!filter.perWarehouse && !filter.warehouseId) return [null];
	const all = (await liveWarehouses(client).list({ unreadable })).map(({ value }) => value);
	if (!filter.warehouseId) return all.filter(({ active }) => active !== false);
	const one = all.find(({ warehouseId }) => warehouseId === filter.warehouseId);
	if (!one) throw new InputProblem({ problem: 'unknown', field: 'warehouseId', value: filter.warehouseId });
	return [one];
}

const levelReader = (place: Place | null) =>
	recordReader({ what: 'Stock level', name: 'product.masterSku' }, (raw, endpoint) =>
		toLevel(readAs(wireTotal, raw, endpoint), raw, place),
	);

function toLevel(wire: z.Infer<typeof wireTotal>, raw: unknown, place: Place | null): WithRaw<StockLevel> {
	if (!wire.product?.masterSku)
		throw new UnreadableValue({ value: wire.product?.masterSku, expected: 'a SKU', path: ['product', 'masterSku'] });
	return {
		value: {
			sku: wire.product.masterSku,
			productId: wire.product.productId,
			productName: wire.product.name,
			warehouseId: place?.warehouseId ?? null,
			warehouseName: place?.name ?? null,
			onHand: wire.onHandQuantity ?? 0,
			available: wire.availableQuantity,
			allocated: wire.allocatedQuantity,
			locked: wire.lockedQuantity,
			inTransit: wire.inTransitQuantity,
			updatedAt: null,
		},
		raw,
	};
}

async function setStock(
	client: ApiClient,
	settings: ReadonlyArray<BatchItem<StockSetting>>,
	{ createMissing }: SetStockOptions,
): Promise<Array<ItemResult<WithRaw<StockReceipt>>>> {
	const set = await write(client, settings, {
		build: adjustment,
		duplicates: {
			by: placeKey,
			name: ({ sku, warehouseId }) => `the stock of ${sku} in warehouse ${warehouseId}`,
			field: 'sku',
		},
		distinctBy: bySku,
		endpoint: LIVE.adjustStock,
		settle: {
			names: placeNames,
			succeed: ({ value }, result) => receipt(value, readResult(result), false),
		},
		find: async (rows) => {
			const records = await recordsAt(client, rows);
			return ({ index, value }) => {
				const record = records.get(index);
				return record?.value.onHand === value.onHand
					? receipt(value, { available: record.value.available, raw: record.raw }, false)
					: undefined;
			};
		},
	});
	if (!createMissing) return set;
	const lacks = (one: ItemResult<unknown>): boolean =>
		!one.ok && one.error instanceof ApiError && one.error.facts.code === NO_STOCK_RECORD;
	const lacking = new Set(set.flatMap((one) => (lacks(one) ? [one.index] : [])));
	const created = await write(
		client,
		settings.filter(({ index }) => lacking.has(index)),
		{ after: set, sendGroup: async (rows) => createRecordsFor(client, rows) },
	);
	return [...set.filter(({ index }) => !lacking.has(index)), ...created];
}

/** Creates the records that the service did not find, with the quantity to set. */
async function createRecordsFor(
	client: ApiClient,
	lacking: ReadonlyArray<BatchItem<StockSetting>>,
): Promise<Array<ItemResult<WithRaw<StockReceipt>>>> {
	const records = lacking.map(({ index, value }) => ({
		index,
		value: { ...value, locked: 0, minStock: 0, pickable: true, receivable: true },
	}));
	const created = await createRecords(client, records);
	const settings = new Map(lacking.map(({ index, value }) => [index, value]));
	return created.map((outcome) => {
		const setting = settings.get(outcome.index);
		return outcome.ok && setting
			? { ...outcome, value: receipt(setting, { ...outcome.value.value, raw: outcome.value.raw }, true) }
			: (outcome as ItemResult<never>);
	});
}

/** A row that sets the quantity on hand (PostInventoryAdjustDto). */
const adjustment = (setting: StockSetting): Record<string, unknown> => ({
	...placeFields(setting),
	onHandQuantity: wireQuantity(setting.onHand, 'onHand'),
	...(setting.notes ? { notes: setting.notes } : {}),
});

const receipt = (
	{ sku, warehouseId, onHand }: StockSetting,
	{ available, raw }: Pick<StockResult, 'available' | 'raw'>,
	created: boolean,
): WithRaw<StockReceipt> => ({
	value: { sku, warehouseId, onHand, available, created, notSent: [] },
	raw,
});
