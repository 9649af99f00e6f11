import type { ListingItem } from '../../parts/shapes';
import type { CatalogueAction } from './compare-catalogue';

type Row = Readonly<Record<string, unknown>>;

export function compareListings(
	rows: ReadonlyArray<Partial<ListingItem>>,
	existing: readonly Row[],
	channels: readonly Row[],
	products: ReadonlySet<string>,
): CatalogueAction[];
