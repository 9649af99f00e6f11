import type { StatusItem } from '../../parts/shapes';
import type { TrytonRecord } from './answers';
import type { Call } from './calls';

export function statusCalls(
	statuses: readonly StatusItem[],
	sales: readonly TrytonRecord[],
	settings: { cancelShipments: boolean },
): Array<Call<StatusItem>>;
