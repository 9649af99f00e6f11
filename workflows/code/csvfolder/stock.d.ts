import type { StockItem } from '../../parts/shapes';
import type { ErpRow } from '../read-files';
import type { Layout } from '../shared/read-rows';
import type { Problem } from './values';

export const STOCK_COLUMNS: Layout;

export function stockOf(
	rows: readonly ErpRow[],
	settings: { erpWarehouse?: string; decimalSeparator?: string },
): Array<Partial<StockItem & Problem>>;
