import type { OrderLineItem, ProductItem, StockItem } from '../../parts/shapes';

/** An entity of the API v2.0. */
export type Entity = Record<string, unknown>;

export function orderLines(
	orders: readonly Entity[],
	items: readonly Entity[],
	settings: { postalCodeIfNone: string; countryIfNone: string; shippingAccounts: string },
): Array<Partial<OrderLineItem>>;
export function stockItems(items: readonly Entity[], settings: { erpWarehouse: string }): StockItem[];
export function productItems(items: readonly Entity[]): ProductItem[];
