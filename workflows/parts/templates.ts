import type { Workflow } from './canvas';
import type { ErpParts } from './erp';
import { postgres } from './erps/postgres';
import { tryton } from './erps/tryton';
import { ordersIn } from './flows/ordersIn';
import { trackingBack } from './flows/trackingBack';

/** All ERPs with parts. */
export const ERPS: readonly ErpParts[] = [postgres, tryton];

/** All templates, by their file in `workflows/`. */
export function templates(): Map<string, Workflow> {
	const all = new Map<string, Workflow>();
	for (const erp of ERPS) {
		if (erp.orders) all.set(`${erp.folder}/orders-in.json`, ordersIn(erp, erp.orders));
		if (erp.parcels) all.set(`${erp.folder}/tracking-back.json`, trackingBack(erp, erp.parcels));
	}
	return all;
}

/** A template as it is written. */
export const textOf = (workflow: Workflow): string => `${JSON.stringify(workflow, null, 2)}\n`;
