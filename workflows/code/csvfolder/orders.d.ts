import type { OrderLineItem } from '../../parts/shapes';
import type { ErpRow } from '../read-files';
import type { Layout } from '../shared/read-rows';

export const COLUMNS: Layout;

export function ordersOf(
	rows: readonly ErpRow[],
	settings: { postalCodeIfNone?: string; countryLanguages?: string },
): Array<Partial<OrderLineItem>>;
