import type { Workflow } from './canvas';
import type { ErpParts } from './erp';
import { businessCentral } from './erps/businessCentral';
import { csvFolder } from './erps/csvFolder';
import { erpnext } from './erps/erpnext';
import { netsuite } from './erps/netsuite';
import { odoo } from './erps/odoo';
import { postgres } from './erps/postgres';
import { quickbooks } from './erps/quickbooks';
import { sapBusinessOne } from './erps/sapBusinessOne';
import { tryton } from './erps/tryton';
import { alerts } from './flows/alerts';
import { assistant, assistantWithApproval } from './flows/assistant';
import { backFill } from './flows/backFill';
import { callLog } from './flows/callLog';
import { dashboard } from './flows/dashboard';
import { failures } from './flows/failures';
import { ids } from './flows/ids';
import { ordersIn } from './flows/ordersIn';
import { productsIn } from './flows/products';
import { productsBack } from './flows/productsBack';
import { reconciliation } from './flows/reconciliation';
import { statusesBack } from './flows/statuses';
import { stockIn } from './flows/stockIn';
import { trackingBack } from './flows/trackingBack';

/** All ERPs with parts. */
export const ERPS: readonly ErpParts[] = [
	postgres,
	tryton,
	csvFolder,
	odoo,
	erpnext,
	quickbooks,
	netsuite,
	businessCentral,
	sapBusinessOne,
];

/** All templates, by their file in `workflows/`. */
export function templates(): Map<string, Workflow> {
	const all = new Map<string, Workflow>([
		['common/alerts.json', alerts()],
		['common/assistant.json', assistant()],
		['common/assistant-with-approval.json', assistantWithApproval()],
		['common/call-log.json', callLog()],
		['common/dashboard.json', dashboard()],
		['common/failures.json', failures()],
		['common/ids.json', ids()],
		['postgres/back-fill.json', backFill()],
	]);
	for (const erp of ERPS) {
		if (erp.orders) all.set(`${erp.folder}/orders-in.json`, ordersIn(erp, erp.orders));
		if (erp.parcels) all.set(`${erp.folder}/tracking-back.json`, trackingBack(erp, erp.parcels));
		if (erp.stock) all.set(`${erp.folder}/stock-in.json`, stockIn(erp, erp.stock));
		if (erp.products) all.set(`${erp.folder}/products-in.json`, productsIn(erp, erp.products));
		if (erp.productsBack) all.set(`${erp.folder}/products-back.json`, productsBack(erp, erp.productsBack));
		if (erp.statuses) all.set(`${erp.folder}/statuses-back.json`, statusesBack(erp, erp.statuses));
		if (erp.orders) all.set(`${erp.folder}/reconciliation.json`, reconciliation(erp, erp.orders));
	}
	return all;
}

/** A template as it is written. */
export const textOf = (workflow: Workflow): string => `${JSON.stringify(workflow, null, 2)}\n`;
