import type { BundleComponentItem, ExtensivBundleItem } from '../../parts/shapes';
import type { Response } from './answers';
import type { Call } from './calls';
import type { Allowed, TrytonCatalogue } from './products-back';

export function bundleItems(response: Response): BundleComponentItem[];
export function kitCalls(
	items: readonly ExtensivBundleItem[],
	tryton: TrytonCatalogue,
	response: Response,
	settings: Allowed,
): Array<Call<ExtensivBundleItem>>;
