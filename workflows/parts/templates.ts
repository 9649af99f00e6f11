import type { Workflow } from './canvas';
import type { ErpParts } from './erp';
import { postgres } from './erps/postgres';
import { dashboard } from './flows/dashboard';
import { ordersIn } from './flows/ordersIn';
import { reconciliation } from './flows/reconciliation';

/** All ERPs with parts. */
export const ERPS: readonly ErpParts[] = [postgres];

/** All templates, by their file in `workflows/`. */
export function templates(): Map<string, Workflow> {
	const all = new Map<string, Workflow>([['common/dashboard.json', dashboard()]]);
	for (const erp of ERPS) {
		if (erp.orders) all.set(`${erp.folder}/orders-in.json`, ordersIn(erp, erp.orders));
		if (erp.orders) all.set(`${erp.folder}/reconciliation.json`, reconciliation(erp, erp.orders));
	}
	return all;
}

/** A template as it is written. */
export const textOf = (workflow: Workflow): string => `${JSON.stringify(workflow, null, 2)}\n`;
