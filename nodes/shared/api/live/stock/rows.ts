import { type InputField, InputProblem } from '../../../domain/inputProblem';
import * as z from '../../../vendor/zod';
import { id, textOrNull } from '../../common/parse';
import type { Names } from '../../../batch/confirm/confirm';
import { wireId } from '../orders/write';

/** A production client caps the quantities that it sends at this value (live-api section 9, 18). */
const LARGEST_QUANTITY = 100_000_000;

/** A product and its place, as stock writes name them. */
export interface StockPlace {
	sku: string;
	warehouseId: string;
	location?: string;
	notes?: string;
}

/** Identifies a place within a run; the service ignores the case of SKUs. */
export const placeKey = ({ sku, warehouseId, location }: StockPlace): string =>
	`${sku.toLowerCase()}\n${Number(warehouseId)}\n${location ?? 'GLOBAL'}`;

/** Batches that are under way together never change the same product, wherever it is. */
export const bySku = ({ sku }: Pick<StockPlace, 'sku'>): string => sku.toLowerCase();

/** The place in messages. */
export const placeName = ({ sku, warehouseId, location }: StockPlace): string =>
	`${sku} in warehouse ${warehouseId}${location ? `, location ${location}` : ''}`;

/** The fields that all rows of stock writes share. @throws InputProblem for a warehouse that is not an ID */
export const placeFields = ({ sku, warehouseId, location }: StockPlace): Record<string, unknown> => ({
	masterSku: sku,
	warehouseId: wireId(warehouseId, 'warehouseId'),
	...(location ? { stockLocationName: location } : {}),
});

/**
 * SKUs as a filter. The service splits lists at commas, so a SKU with a comma must be quoted (live-api section 4, SV).
 */
export const skuQuery = (skus: readonly string[] | undefined): string[] | undefined =>
	skus?.map((sku) => (sku.includes(',') ? `"${sku}"` : sku));

/** @throws InputProblem if it exceeds the service's maximum */
export function wireQuantity(quantity: number, field: InputField): number {
	if (quantity <= LARGEST_QUANTITY) return quantity;
	throw new InputProblem({ problem: 'tooLarge', field, value: quantity, largest: LARGEST_QUANTITY });
}

const wireResult = z.looseObject({ availableQuantity: z.number().nullish(), productStockId: id.nullish() });

/** What the service reports for an accepted row. */
export interface StockResult {
	available: number | null;
	recordId: string | null;
	raw: unknown;
}

/**
 * How a result or complaint names a row: by product and warehouse, not by location. Rows that share both get their
 * results in order.
 */
export const placeNames = ({ sku, warehouseId }: StockPlace): Names => ({ masterSku: sku, warehouseId });

/** Reads the result of one row; missing values are null. */
export function readResult(result: unknown): StockResult {
	const { availableQuantity, productStockId } = wireResult.safeParse(result).data ?? {};
	return { available: availableQuantity ?? null, recordId: textOrNull(productStockId), raw: result ?? {} };
}
