import type { ProductItem } from '../../parts/shapes';
import type { ErpRow } from '../read-files';
import type { Layout } from '../shared/read-rows';
import type { Problem } from './values';

export const PRODUCT_COLUMNS: Layout;

export function productsOf(
	rows: readonly ErpRow[],
	settings: { decimalSeparator?: string; weightUnit?: string },
): Array<Partial<ProductItem & Problem>>;
