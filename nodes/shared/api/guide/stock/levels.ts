import { readDate } from '../../../domain/values/dates/date';
import type { StockFilter, StockLevel, StockReceipt, StockSetting } from '../../../domain/stock/stock';
import type { ItemResult, BatchItem } from '../../../batch/types';
import type { ApiClient } from '../../../http/client';
import * as z from '../../../vendor/zod';
import { number, readAs, recordId, text } from '../../common/parse';
import type { ListOptions, WithRaw } from '../../ports/types';
import type { StockPort } from '../../ports/stock';
import { readRecords } from '../../common/records';
import { write } from '../../../batch/write';
import { plainValue, recordReader } from '../../common/unreadable';
import { type TakeUnreadable } from '../../ports/unreadable';
import { GUIDE } from '../catalogue';

const STOCK_NAMES = ['data', 'items', 'results', 'inventory', 'warehouses'];
const wireLevel = z.looseObject({
	sku: recordId,
	warehouse_id: text,
	warehouse_name: text,
	on_hand: number,
	available: number,
	allocated: number,
});

/** Stock of the guide's contract: one row per product and warehouse. */
export function guideStock(client: ApiClient): StockPort {
	return {
		list: (filter, options) =>
			filter.perWarehouse || filter.warehouseId ? list(client, filter, options) : listPerSku(client, filter, options),
		set: async (settings, _options) => setLevels(client, settings),
	};
}

/** Sets levels; a level that the response does not confirm is read. */
const setLevels = async (
	client: ApiClient,
	settings: ReadonlyArray<BatchItem<StockSetting>>,
): Promise<Array<ItemResult<WithRaw<StockReceipt>>>> =>
	await write(client, settings, {
		duplicates: {
			// The contract does not say whether case matters: of two spellings, the later would silently win.
			by: ({ sku, warehouseId }) => `${sku.toLowerCase()}\n${wireId(warehouseId)}`,
			name: ({ sku, warehouseId }) => `the stock of ${sku} in warehouse ${warehouseId}`,
			field: 'sku',
		},
		endpoint: GUIDE.setStock,
		call: (rows) => ({
			body: rows.map(({ value }) => ({
				sku: value.sku,
				warehouse_id: wireId(value.warehouseId),
				on_hand: value.onHand,
			})),
		}),
		settle: {
			names: ({ sku, warehouseId }) => ({ sku, warehouse_id: warehouseId }),
			subject: ({ sku }) => sku,
			succeed: ({ value }) => receipt(value),
		},
		find: async (rows) => {
			const set = new Set<number>();
			for (const { index, value } of rows) {
				const filter = { skus: [value.sku], warehouseId: value.warehouseId, perWarehouse: true };
				for await (const page of list(client, filter, {})) {
					if (page.some(({ value: level }) => level.warehouseId === value.warehouseId && level.onHand === value.onHand))
						set.add(index);
				}
			}
			return ({ index, value }) => (set.has(index) ? receipt(value) : undefined);
		},
	});

/** The contract does not state the type of IDs: a numeric ID is sent as a number, as in the service's own rows. */
const wireId = (id: string): number | string => (/^(0|[1-9]\d{0,14})$/.test(id) ? Number(id) : id);

const receipt = ({ sku, warehouseId, onHand, location, notes }: StockSetting): WithRaw<StockReceipt> => ({
	value: {
		sku,
		warehouseId,
		onHand,
		available: null,
		created: false,
		notSent: [...(location ? ['location'] : []), ...(notes ? ['notes'] : [])],
	},
	raw: {},
});

async function* list(
	client: ApiClient,
	filter: StockFilter,
	options: ListOptions,
): AsyncGenerator<Array<WithRaw<StockLevel>>> {
	for (const sku of filter.skus ?? [undefined]) {
		const pages = readRecords(client, GUIDE.stockLevels, {
			...options,
			names: STOCK_NAMES,
			query: { sku, warehouse_id: filter.warehouseId },
			read: toLevel,
			key: ({ value }) => `${value.sku}\n${value.warehouseId}`,
		});
		for await (const page of pages) {
			const exact =
				sku === undefined ? page : page.filter(({ value }) => value.sku.toLowerCase() === sku.toLowerCase());
			if (exact.length > 0) yield exact;
		}
	}
}

/**
 * Adds up the warehouses of a product. A sum with an unknown part is unknown, and a sum with an unreadable part is left
 * out.
 */
async function* listPerSku(
	client: ApiClient,
	filter: StockFilter,
	options: ListOptions,
): AsyncGenerator<Array<WithRaw<StockLevel>>> {
	const bySku = new Map<string, { value: StockLevel; raw: unknown[] }>();
	const incomplete = new Set<string>();
	const unreadable: TakeUnreadable = (record) => {
		const sku = plainValue(record.raw, 'sku');
		// The row may belong to any of the sums.
		if (sku === undefined || !options.unreadable) throw record;
		incomplete.add(sku);
		options.unreadable(record);
	};
	for await (const page of list(client, filter, { ...options, unreadable })) {
		for (const { value, raw } of page) {
			const total = bySku.get(value.sku);
			if (!total) {
				bySku.set(value.sku, { value: { ...value, warehouseId: null, warehouseName: null }, raw: [raw] });
				continue;
			}
			total.raw.push(raw);
			total.value.onHand += value.onHand;
			for (const field of ['available', 'allocated', 'locked', 'inTransit'] as const) {
				const [sum, more] = [total.value[field], value[field]];
				total.value[field] = sum === null || more === null ? null : sum + more;
			}
		}
	}
	for (const sku of incomplete) bySku.delete(sku);
	if (bySku.size > 0)
		yield [...bySku.values()].map(({ value, raw }) => ({ value, raw: { sku: value.sku, warehouses: raw } }));
}

const toLevel = recordReader({ what: 'Stock level', name: 'sku' }, (raw, endpoint): WithRaw<StockLevel> => {
	const wire = readAs(wireLevel, raw, endpoint);
	return {
		value: {
			sku: wire.sku,
			productId: null,
			productName: null,
			warehouseId: wire.warehouse_id,
			warehouseName: wire.warehouse_name,
			onHand: wire.on_hand ?? 0,
			available: wire.available,
			allocated: wire.allocated,
			locked: null,
			inTransit: null,
			updatedAt: readDate(wire.updated_at),
		},
		raw,
	};
});
