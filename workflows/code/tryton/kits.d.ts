import type { BundleComponentItem, ExtensivBundleItem } from '../../parts/shapes';
import type { Response } from './answers';
import type { Call } from './calls';
import type { TrytonCatalogue } from './products-back';

export function bundleItems(response: Response): BundleComponentItem[];
export function kitCalls(
	items: readonly ExtensivBundleItem[],
	tryton: TrytonCatalogue,
	response: Response,
	settings: { changeExisting: unknown },
): Array<Call<ExtensivBundleItem>>;
