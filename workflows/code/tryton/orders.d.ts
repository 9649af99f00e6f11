import type { OrderLineItem } from '../../parts/shapes';
import type { TrytonRecord } from './answers';

export function orderLines(
	sales: readonly TrytonRecord[],
	settings: { postalCodeIfNone: string },
): Array<Partial<OrderLineItem>>;
