import type { OrderLineItem, ProductItem, StockItem } from '../../parts/shapes';

/** A row of SuiteQL. */
export type Row = Record<string, unknown>;

export function orderLines(rows: readonly Row[], settings: { postalCodeIfNone: string }): Array<Partial<OrderLineItem>>;
export function stockItems(rows: readonly Row[]): StockItem[];
export function productItems(rows: readonly Row[]): ProductItem[];
