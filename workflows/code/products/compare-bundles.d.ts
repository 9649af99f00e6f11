import type { BundleComponentItem } from '../../parts/shapes';
import type { CatalogueAction } from './compare-catalogue';

type Row = Readonly<Record<string, unknown>>;

export function compareBundles(
	rows: ReadonlyArray<Partial<BundleComponentItem>>,
	products: readonly Row[],
	existing: readonly Row[],
	columnsOf: (product: Row) => Record<string, unknown>,
): CatalogueAction[];
