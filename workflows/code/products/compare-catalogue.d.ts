import type { ProductAction } from '../compare-products';
import type { Component } from './components';

/** What becomes of a product, a bundle or a listing of the ERP, or the figures of the run. */
export interface CatalogueAction extends Omit<ProductAction, 'action'> {
	action: ProductAction['action'] | 'bundle' | 'listing' | 'equal';
	/** Key of its row in the table of failures, unless that is the SKU. */
	key?: string;
	components?: Component[];
	listingSku?: string;
	salesChannelId?: string;
}

type Rows = ReadonlyArray<Readonly<Record<string, unknown>>>;

export function compareCatalogue(
	erp: { products: Rows; bundles: Rows; listings: Rows },
	extensiv: { products: Rows; listings: Rows; channels: Rows },
	settings: { brandIfNone?: unknown },
): CatalogueAction[];
