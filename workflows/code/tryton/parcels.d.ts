import type { ParcelItem } from '../../parts/shapes';
import type { TrytonRecord } from './answers';
import type { Call } from './calls';

export function parcelCalls(
	parcels: readonly ParcelItem[],
	sales: readonly TrytonRecord[],
	settings: { shipWithoutStock: boolean },
): Array<Call<ParcelItem>>;
