import { InputError } from '../../domain/inputError';
import type { StockFilter, StockLevel, StockReceipt, StockSetting, Warehouse } from '../../domain/stock';
import { ApiError } from '../../http/apiError';
import { type Outcome, type Placed, chunks, sendInBatches } from '../../http/batches';
import type { ApiClient } from '../../http/client';
import { readPages } from '../../http/pages';
import * as z from '../../vendor/zod';
import { id, numberOrNull, readAs, rowsOf } from '../answers';
import type { ListOptions, SetStockOptions, Sourced, StockPort } from '../port';
import { refuseRepeats } from '../repeats';
import { bulkOutcomes } from './bulk';
import { LIVE } from './catalogue';
import { wireId } from './orderWrite';
import { liveWarehouses } from './places';
import { prepare } from './prepare';

/** SKUs of one read; long lists make addresses that servers refuse. */
const SKUS_PER_READ = 50;
/** A client in production caps what it sends at this quantity (live-api section 9, 18). */
const LARGEST_QUANTITY = 100_000_000;
/** The service's code for a product without a stock record in that place (live-api section 5). */
const NO_STOCK_RECORD = 'ERR097';

const wireTotal = z.looseObject({
	product: z.looseObject({ productId: id.nullish(), masterSku: z.string().nullish(), name: z.string().nullish() }).nullish(),
	onHandQuantity: z.number().nullish(),
});
const wireResult = z.looseObject({ masterSku: z.string().nullish(), warehouseId: id.nullish(), availableQuantity: z.number().nullish() });

/** Stock of the live API. */
export function liveStock(client: ApiClient): StockPort {
	return {
		list: (filter, options) => listStock(client, filter, options),
		set: async (settings, options) => setStock(client, settings, options),
	};
}

async function* listStock(client: ApiClient, filter: StockFilter, options: ListOptions): AsyncGenerator<Array<Sourced<StockLevel>>> {
	const places: Array<Warehouse | null> = await placesOf(client, filter);
	const wanted = filter.skus && new Set(filter.skus.map((sku) => sku.toLowerCase()));
	for (const place of places) {
		for (const skus of filter.skus ? chunks(filter.skus, SKUS_PER_READ) : [undefined]) {
			const pages = readPages(client, LIVE.stockTotals, {
				query: { sku: skus, warehouseId: place ? wireId(place.warehouseId, 'Warehouse') : undefined },
				pageSize: options.pageSize,
				rows: (body) => rowsOf(body, LIVE.stockTotals.name).map((row) => toLevel(row, place)),
				key: ({ value }) => value.productId ?? value.sku,
			});
			for await (const page of pages) {
				// The service matches beginnings of SKUs; a client that trusted that once cleared other products' stock.
				const exact = wanted ? page.filter(({ value }) => wanted.has(value.sku.toLowerCase())) : page;
				if (exact.length > 0) yield exact;
			}
		}
	}
}

/** The rows have no warehouse in them: to know it, it must be asked for, one warehouse after the other. */
async function placesOf(client: ApiClient, filter: StockFilter): Promise<Array<Warehouse | null>> {
	if (!filter.perWarehouse && !filter.warehouseId) return [null];
	const all = (await liveWarehouses(client).list()).map(({ value }) => value);
	if (!filter.warehouseId) return all.filter(({ active }) => active !== false);
	const one = all.find(({ warehouseId }) => warehouseId === filter.warehouseId);
	if (!one) throw new InputError('Warehouse', `There is no warehouse with the ID ${filter.warehouseId}.`, 'Choose one from the list.');
	return [one];
}

function toLevel(source: unknown, place: Warehouse | null): Sourced<StockLevel> {
	const wire = readAs(wireTotal, source, LIVE.stockTotals.name);
	return {
		value: {
			sku: wire.product?.masterSku ?? '',
			productId: wire.product?.productId === undefined || wire.product.productId === null ? null : String(wire.product.productId),
			productName: wire.product?.name ?? null,
			warehouseId: place?.warehouseId ?? null,
			warehouseName: place?.name ?? null,
			onHand: wire.onHandQuantity ?? 0,
			available: numberOrNull(wire.availableQuantity),
			allocated: numberOrNull(wire.allocatedQuantity),
			locked: numberOrNull(wire.lockedQuantity),
			inTransit: numberOrNull(wire.inTransitQuantity),
			updatedAt: null,
		},
		source,
	};
}

const placeKey = ({ sku, warehouseId, location }: StockSetting): string => `${sku.toLowerCase()}\n${warehouseId}\n${location ?? ''}`;

async function setStock(
	client: ApiClient,
	settings: ReadonlyArray<Placed<StockSetting>>,
	options: SetStockOptions,
): Promise<Array<Outcome<Sourced<StockReceipt>>>> {
	const bodies = new Map<number, Record<string, unknown>>();
	const { good, bad } = prepare(settings, adjustment, bodies);
	const { once, repeats } = refuseRepeats(good, placeKey, ({ sku, warehouseId }) => `the stock of ${sku} in warehouse ${warehouseId}`, 'SKU');
	const set = await sendInBatches(once, LIVE.adjustStock.batch ?? 1, async (batch) => {
		const body = await client.call(LIVE.adjustStock, { body: batch.map(({ index }) => bodies.get(index)) });
		return bulkOutcomes(batch, body, LIVE.adjustStock.name, ({ sku }) => sku, ({ value }, results) => receipt(value, results, false));
	});
	if (!options.createMissing) return [...bad, ...repeats, ...set];
	const lacking = new Set(set.flatMap((one) => (!one.ok && one.error instanceof ApiError && one.error.facts.code === NO_STOCK_RECORD ? [one.index] : [])));
	const created = await sendInBatches(
		once.filter(({ index }) => lacking.has(index)),
		LIVE.createStock.batch ?? 1,
		async (batch) => {
			const body = await client.call(LIVE.createStock, { body: batch.map(({ value }) => stockRecord(value)) });
			return bulkOutcomes(batch, body, LIVE.createStock.name, ({ sku }) => sku, ({ value }, results) => receipt(value, results, true));
		},
	);
	return [...bad, ...repeats, ...set.filter(({ index }) => !lacking.has(index)), ...created];
}

/** A row that sets the quantity on hand (PostInventoryAdjustDto). */
function adjustment(setting: StockSetting): Record<string, unknown> {
	if (setting.onHand > LARGEST_QUANTITY) {
		throw new InputError('On Hand', `${setting.onHand} is more than Order Manager takes.`, `Give at most ${LARGEST_QUANTITY}.`);
	}
	return {
		masterSku: setting.sku,
		warehouseId: wireId(setting.warehouseId, 'Warehouse'),
		onHandQuantity: setting.onHand,
		...(setting.location ? { stockLocationName: setting.location } : {}),
		...(setting.notes ? { notes: setting.notes } : {}),
	};
}

/** A row that creates a stock record with its first quantity (putInventory). */
const stockRecord = (setting: StockSetting): Record<string, unknown> => ({
	masterSku: setting.sku,
	warehouseId: wireId(setting.warehouseId, 'Warehouse'),
	quantity: setting.onHand,
	quantityLocked: 0,
	minStock: 0,
	pickable: true,
	receivable: true,
	...(setting.location ? { stockLocationName: setting.location } : {}),
});

function receipt(setting: StockSetting, results: unknown[], created: boolean): Sourced<StockReceipt> {
	const source = results.find((result) => {
		const read = wireResult.safeParse(result);
		return read.success && read.data.masterSku?.toLowerCase() === setting.sku.toLowerCase() && String(read.data.warehouseId) === setting.warehouseId;
	});
	const available = source === undefined ? null : (wireResult.parse(source).availableQuantity ?? null);
	return {
		value: { sku: setting.sku, warehouseId: setting.warehouseId, onHand: setting.onHand, available, created, notSent: [] },
		source: source ?? {},
	};
}
