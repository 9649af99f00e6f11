import type { Row } from '../row';
import type { Stage } from '../stage';
import { growth, readLan, readQuota, readWan } from './reading';
import { writeOrders, writeStock } from './writing';

/** The rows of the table by name, in its order. */
export const ROWS = {
	'read-lan': readLan,
	'read-wan': readWan,
	'read-quota': readQuota,
	'write-stock': writeStock,
	'write-orders': writeOrders,
	growth,
} satisfies Record<string, (stage: Stage) => Row>;

export type RowName = keyof typeof ROWS;
export const ROW_NAMES = Object.keys(ROWS) as RowName[];
