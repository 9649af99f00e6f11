import type { OrderLineItem, ProductItem, StockItem } from '../../parts/shapes';

/** An entity of the Service Layer. */
export type Entity = Record<string, unknown>;

export function orderLines(
	orders: readonly Entity[],
	shippingTypes: readonly Entity[],
	settings: { postalCodeIfNone: string },
): Array<Partial<OrderLineItem>>;
export function stockItems(items: readonly Entity[]): StockItem[];
export function productItems(items: readonly Entity[]): ProductItem[];
