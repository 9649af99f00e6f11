import type { ErpPart, ErpParts } from '../../workflows/parts/erp';
import { reconciliation } from '../../workflows/parts/flows/reconciliation';
import { code } from '../../workflows/parts/steps/n8nSteps';
import type { SavedCredential } from '../host/credentials';
import { type WorkflowFile, workflowFile } from '../host/workflows';

/** An ERP part that gives these rows. */
const rows = (name: string, all: readonly object[]): ErpPart => ({
	note: 'Rows of the test',
	steps: [code(name, `return ${JSON.stringify(all.map((json) => ({ json })))};`)],
});

/** The nightly reconciliation of an ERP that has these rows, for a credential of Extensiv. Without stock it compares orders. */
export const reconciliationOf =
	(orders: readonly object[], stock?: readonly object[]) =>
	(credential: SavedCredential): WorkflowFile => {
		const erp: ErpParts = {
			folder: 'test',
			title: 'Test',
			tested: 'by shape only',
			settings: [{ name: 'any', value: 'x' }],
			before: [],
			...(stock && { stock: rows('Read stock', stock) }),
		};
		const built = reconciliation(erp, rows('Read orders', orders));
		const workflow = workflowFile.parse(JSON.parse(JSON.stringify(built)));
		for (const node of workflow.nodes)
			if (node.type.startsWith('n8n-nodes-extensiv-om.')) node.credentials = { [credential.type]: credential };
		return workflow;
	};
