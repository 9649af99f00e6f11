import type { OrderLineItem } from '../parts/shapes';
import type { TrytonRecord } from './tryton';

export function orderLines(
	sales: readonly TrytonRecord[],
	settings: { postalCodeIfNone: string },
): Array<Partial<OrderLineItem>>;
