import type { ParcelItem } from '../parts/shapes';
import type { TrytonRecord } from './tryton';
import type { Call } from './tryton-calls';

export function parcelCalls(
	parcels: readonly ParcelItem[],
	sales: readonly TrytonRecord[],
	settings: { shipWithoutStock: boolean },
): Array<Call<ParcelItem>>;
