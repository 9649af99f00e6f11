import { InputError } from '../../domain/inputError';
import * as z from '../../vendor/zod';
import { id } from '../answers';
import { wireId } from './orderWrite';

/** A client in production caps what it sends at this quantity (live-api section 9, 18). */
const LARGEST_QUANTITY = 100_000_000;

/** How a stock write names a product and its place. */
export interface StockPlace {
	sku: string;
	warehouseId: string;
	location?: string;
	notes?: string;
}

/** What tells the places of a run apart; the service takes SKUs in capitals or not. */
export const placeKey = ({ sku, warehouseId, location }: StockPlace): string => `${sku.toLowerCase()}\n${Number(warehouseId)}\n${location ?? 'GLOBAL'}`;

/** The place in messages. */
export const placeName = ({ sku, warehouseId, location }: StockPlace): string => `${sku} in warehouse ${warehouseId}${location ? `, location ${location}` : ''}`;

/** The fields that all rows of stock writes have in common. @throws InputError for a warehouse that is no id */
export const placeFields = ({ sku, warehouseId, location }: StockPlace): Record<string, unknown> => ({
	masterSku: sku,
	warehouseId: wireId(warehouseId, 'Warehouse'),
	...(location ? { stockLocationName: location } : {}),
});

/** SKUs as a filter: lists are also split at commas, so that a SKU with one in it must be quoted (live-api section 4, SV). */
export const skuQuery = (skus: readonly string[] | undefined): string[] | undefined => skus?.map((sku) => (sku.includes(',') ? `"${sku}"` : sku));

/** @throws InputError for more than the service takes */
export function wireQuantity(quantity: number, field: string): number {
	if (quantity <= LARGEST_QUANTITY) return quantity;
	throw new InputError(field, `${quantity} is more than Order Manager takes.`, `Give at most ${LARGEST_QUANTITY}.`);
}

const wireResult = z.looseObject({
	masterSku: z.string().nullish(),
	warehouseId: id.nullish(),
	availableQuantity: z.number().nullish(),
	productStockId: id.nullish(),
});

/** What the service tells of a row that it took. */
export interface StockResult {
	available: number | null;
	recordId: string | null;
	source: unknown;
}

const UNTOLD: StockResult = { available: null, recordId: null, source: {} };

/**
 * Finds the results of one batch's rows. They name product and warehouse, not the location: rows that share both are served in their order. The results are gone
 * through once, not once for each row.
 */
export function resultFinder(): (results: unknown[], place: StockPlace) => StockResult {
	let byPlace: Map<string, StockResult[]> | undefined;
	return (results, { sku, warehouseId }) => {
		byPlace ??= resultsByPlace(results);
		return byPlace.get(resultKey(sku, warehouseId))?.shift() ?? UNTOLD;
	};
}

const resultKey = (sku: unknown, warehouseId: unknown): string => `${String(sku).toLowerCase()}\n${String(warehouseId)}`;

function resultsByPlace(results: unknown[]): Map<string, StockResult[]> {
	const byPlace = new Map<string, StockResult[]>();
	for (const source of results) {
		const read = wireResult.safeParse(source);
		if (!read.success) continue;
		const { masterSku, warehouseId, availableQuantity, productStockId } = read.data;
		const key = resultKey(masterSku, warehouseId);
		const result = { available: availableQuantity ?? null, recordId: productStockId === null || productStockId === undefined ? null : String(productStockId), source };
		const before = byPlace.get(key);
		if (before) before.push(result);
		else byPlace.set(key, [result]);
	}
	return byPlace;
}
