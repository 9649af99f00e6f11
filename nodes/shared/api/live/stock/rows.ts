import { type InputField, InputProblem } from '../../../domain/inputProblem';
import * as z from '../../../vendor/zod';
import { id, textOrNull } from '../../common/parse';
import type { Names } from '../../../batch/confirm/confirm';
import { wireId } from '../orders/write';

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
export const placeKey = ({ sku, warehouseId, location }: StockPlace): string =>
	`${sku.toLowerCase()}\n${Number(warehouseId)}\n${location ?? 'GLOBAL'}`;

/** The place in messages. */
export const placeName = ({ sku, warehouseId, location }: StockPlace): string =>
	`${sku} in warehouse ${warehouseId}${location ? `, location ${location}` : ''}`;

/** The fields that all rows of stock writes have in common. @throws InputProblem for a warehouse that is no id */
export const placeFields = ({ sku, warehouseId, location }: StockPlace): Record<string, unknown> => ({
	masterSku: sku,
	warehouseId: wireId(warehouseId, 'warehouseId'),
	...(location ? { stockLocationName: location } : {}),
});

/**
 * SKUs as a filter: lists are also split at commas, so that a SKU with one in it must be quoted (live-api section 4,
 * SV).
 */
export const skuQuery = (skus: readonly string[] | undefined): string[] | undefined =>
	skus?.map((sku) => (sku.includes(',') ? `"${sku}"` : sku));

/** @throws InputProblem for more than the service takes */
export function wireQuantity(quantity: number, field: InputField): number {
	if (quantity <= LARGEST_QUANTITY) return quantity;
	throw new InputProblem({ problem: 'tooLarge', field, value: quantity, largest: LARGEST_QUANTITY });
}

const wireResult = z.looseObject({ availableQuantity: z.number().nullish(), productStockId: id.nullish() });

/** What the service tells of a row that it took. */
export interface StockResult {
	available: number | null;
	recordId: string | null;
	raw: unknown;
}

/**
 * By what a result or a complaint names a row: product and warehouse, not the location. Rows that share both get their
 * results in their order.
 */
export const placeNames = ({ sku, warehouseId }: StockPlace): Names => ({ masterSku: sku, warehouseId });

/** Reads the result of one row; what it does not tell is null. */
export function readResult(result: unknown): StockResult {
	const { availableQuantity, productStockId } = wireResult.safeParse(result).data ?? {};
	return { available: availableQuantity ?? null, recordId: textOrNull(productStockId), raw: result ?? {} };
}
