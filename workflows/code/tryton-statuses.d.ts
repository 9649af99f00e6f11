import type { StatusItem } from '../parts/shapes';
import type { TrytonRecord } from './tryton';
import type { Call } from './tryton-calls';

export function statusCalls(
	statuses: readonly StatusItem[],
	sales: readonly TrytonRecord[],
	settings: { cancelShipments: boolean },
): Array<Call<StatusItem>>;
