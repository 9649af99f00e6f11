import type { OrderLineItem } from '../../parts/shapes';

/** A document, as the REST interface gives it. */
export type Document = Record<string, unknown>;

export function orderLines(
	orders: readonly Document[],
	addresses: readonly Document[],
	items: readonly Document[],
	settings: { postalCodeIfNone: string; shippingAccounts: string },
): Array<Partial<OrderLineItem>>;
export function addressNames(orders: readonly Document[]): string[];
export function itemCodes(orders: readonly Document[]): string[];
