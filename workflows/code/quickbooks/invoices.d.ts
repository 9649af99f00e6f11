import type { OrderLineItem, ParcelItem, ProductItem, StockItem } from '../../parts/shapes';
import type { RestCall, RestResponse } from '../shared/rest';

export { outcomes } from '../shared/calls';

/** A record, as the accounting interface gives it. */
export type QuickBooksRecord = Record<string, unknown>;

export function rowsOf(pages: readonly RestResponse[], entity: 'Invoice' | 'Item'): QuickBooksRecord[];
export function orderLines(
	invoices: readonly QuickBooksRecord[],
	items: readonly QuickBooksRecord[],
	settings: { paidOnly: boolean; postalCodeIfNone: string; countryIfNone: string },
): Array<Partial<OrderLineItem>>;
export function stockItems(items: readonly QuickBooksRecord[], settings: { erpWarehouse: string }): StockItem[];
export function productItems(items: readonly QuickBooksRecord[]): ProductItem[];
export function queriesFor(parcels: ReadonlyArray<Pick<ParcelItem, 'orderNumber'>>): Array<{ query: string }>;
export function parcelCalls(
	parcels: readonly ParcelItem[],
	invoices: readonly QuickBooksRecord[],
	timeZone: string,
): Array<RestCall<ParcelItem>>;
export function answered<Item>(call: RestCall<Item>, response: RestResponse): RestCall<Item>;
