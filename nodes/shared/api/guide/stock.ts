import { readDate } from '../../domain/date';
import type { StockFilter, StockLevel, StockReceipt, StockSetting } from '../../domain/stock';
import { ApiError } from '../../http/apiError';
import { type Outcome, sendInBatches } from '../../http/batches';
import type { ApiClient } from '../../http/client';
import * as z from '../../vendor/zod';
import { id, number, readAs, recordId, text } from '../answers';
import type { ListOptions, Sourced } from '../port';
import type { StockPort } from '../ports/stock';
import { readRecords } from '../records';
import { refuseRepeats } from '../repeats';
import { type TakeUnreadable, plainValue, recordReader } from '../unreadable';
import { GUIDE } from './catalogue';

const STOCK_NAMES = ['data', 'items', 'results', 'inventory', 'warehouses'];
const wireLevel = z.looseObject({
	sku: recordId,
	warehouse_id: text,
	warehouse_name: text,
	on_hand: number,
	available: number,
	allocated: number,
});
const wireSet = z.looseObject({
	errors: z
		.array(z.looseObject({ index: z.number().nullish(), code: id.nullish(), message: z.string().nullish(), field: z.string().nullish() }))
		.nullish(),
});

/** Stock of the guide's contract: rows are per product and warehouse. */
export function guideStock(client: ApiClient): StockPort {
	return {
		list: (filter, options) => (filter.perWarehouse || filter.warehouseId ? list(client, filter, options) : listPerSku(client, filter, options)),
		set: async (settings, _options) => {
			const { once, repeats } = refuseRepeats(
				settings,
				({ sku, warehouseId }) => `${sku}\n${warehouseId}`,
				({ sku, warehouseId }) => `the stock of ${sku} in warehouse ${warehouseId}`,
				'SKU',
			);
			const sent = await sendInBatches(once, GUIDE.setStock.batch ?? 1, async (batch) => {
				const body = batch.map(({ value }) => ({ sku: value.sku, warehouse_id: wireId(value.warehouseId), on_hand: value.onHand }));
				const answer = readAs(wireSet.nullish(), await client.call(GUIDE.setStock, { body }), GUIDE.setStock.name);
				const errors = new Map((answer?.errors ?? []).map((error) => [error.index ?? -1, error]));
				const stray = [...errors].find(([row]) => row < 0 || row >= batch.length);
				if (stray) throw rowError(stray[1], undefined);
				return batch.map(({ index, value }, row): Outcome<Sourced<StockReceipt>> => {
					const error = errors.get(row);
					return error ? { index, ok: false, error: rowError(error, value.sku) } : { index, ok: true, value: receipt(value) };
				});
			});
			return [...repeats, ...sent];
		},
	};
}

/** The contract does not state the type of ids: one of digits goes as the number that the service's own rows have. */
const wireId = (id: string): number | string => (/^\d+$/.test(id) ? Number(id) : id);

const rowError = (error: { code?: string | number | null; message?: string | null; field?: string | null }, subject: string | undefined): ApiError =>
	new ApiError({
		kind: 'rowRefused',
		message: error.message ? `The service says: ${error.message}` : 'The service refused this row.',
		code: error.code === null || error.code === undefined ? undefined : String(error.code),
		serviceMessage: error.message ?? undefined,
		field: error.field ?? undefined,
		subject,
		endpoint: GUIDE.setStock.name,
	});

const receipt = ({ sku, warehouseId, onHand, location, notes }: StockSetting): Sourced<StockReceipt> => ({
	value: { sku, warehouseId, onHand, available: null, created: false, notSent: [...(location ? ['location'] : []), ...(notes ? ['notes'] : [])] },
	source: {},
});

async function* list(client: ApiClient, filter: StockFilter, options: ListOptions): AsyncGenerator<Array<Sourced<StockLevel>>> {
	for (const sku of filter.skus ?? [undefined]) {
		const pages = readRecords(client, GUIDE.stockLevels, {
			...options,
			names: STOCK_NAMES,
			query: { sku, warehouse_id: filter.warehouseId },
			read: toLevel,
			key: ({ value }) => `${value.sku}\n${value.warehouseId}`,
		});
		for await (const page of pages) {
			const exact = sku === undefined ? page : page.filter(({ value }) => value.sku.toLowerCase() === sku.toLowerCase());
			if (exact.length > 0) yield exact;
		}
	}
}

/** Adds the warehouses of a product up; a sum of what is not told stays untold, and one with a part that cannot be read is left out. */
async function* listPerSku(client: ApiClient, filter: StockFilter, options: ListOptions): AsyncGenerator<Array<Sourced<StockLevel>>> {
	const bySku = new Map<string, { value: StockLevel; source: unknown[] }>();
	const incomplete = new Set<string>();
	const unreadable: TakeUnreadable = (record) => {
		const sku = plainValue(record.source, 'sku');
		// It may belong to any of the sums.
		if (sku === undefined || !options.unreadable) throw record;
		incomplete.add(sku);
		options.unreadable(record);
	};
	for await (const page of list(client, filter, { ...options, unreadable })) {
		for (const { value, source } of page) {
			const total = bySku.get(value.sku);
			if (!total) {
				bySku.set(value.sku, { value: { ...value, warehouseId: null, warehouseName: null }, source: [source] });
				continue;
			}
			total.source.push(source);
			total.value.onHand += value.onHand;
			for (const field of ['available', 'allocated', 'locked', 'inTransit'] as const) {
				const [sum, more] = [total.value[field], value[field]];
				total.value[field] = sum === null || more === null ? null : sum + more;
			}
		}
	}
	for (const sku of incomplete) bySku.delete(sku);
	if (bySku.size > 0) yield [...bySku.values()].map(({ value, source }) => ({ value, source: { sku: value.sku, warehouses: source } }));
}

const toLevel = recordReader({ what: 'Stock level', name: 'sku' }, (source, endpoint): Sourced<StockLevel> => {
	const wire = readAs(wireLevel, source, endpoint);
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
		source,
	};
});
