import type { FailureReport } from '../failures';
import type { ExtensivItem } from '../../parts/shapes';

type Rows = ReadonlyArray<Readonly<Record<string, unknown>>>;

/** What Extensiv has in a way that no ERP can take. */
export interface RefusedItem {
	kind: 'refused';
	key: string;
	sku: string;
	reason: string;
	remedy: string;
}

export function itemsFromExtensiv(
	extensiv: { products: Rows; listings: Rows; channels: Rows },
	settings: Readonly<Record<'products' | 'bundles' | 'listings', unknown>>,
): Array<ExtensivItem | RefusedItem>;

export function reportOf(
	results: Rows,
	unread: Pick<FailureReport, 'failures' | 'ok'>,
): Pick<FailureReport, 'failures' | 'ok' | 'others'>;
