import type { Row } from '../row';
import type { Stage } from '../stage';
import { mainJob } from './mainJob';
import { mapper } from './mapper';
import { memory } from './memory';
import { growth, readLan, readQuota, readWan } from './reading';
import { start } from './start';
import { writeOrders, writeStock } from './writing';

/** The rows of the table by name, in its order. */
export const ROWS = {
	'read-lan': readLan,
	'read-wan': readWan,
	'read-quota': readQuota,
	'write-stock': writeStock,
	'write-orders': writeOrders,
	'main-job': mainJob,
	mapper,
	memory,
	start,
	growth,
} satisfies Record<string, (stage: Stage) => Row>;

export type RowName = keyof typeof ROWS;
export const ROW_NAMES = Object.keys(ROWS) as RowName[];
