import type { OrderLineItem } from '../../parts/shapes';
import type { OdooRecord } from './values';

export function orderLines(
	read: Record<'orders' | 'lines' | 'products' | 'addresses' | 'states', readonly OdooRecord[]>,
	settings: { postalCodeIfNone: string },
): Array<Partial<OrderLineItem>>;
