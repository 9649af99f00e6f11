import { deleteWorkflow, importWorkflow, runWorkflow } from '../../host';
import type { Rest } from '../../host/rest';
import { code, manualTrigger } from '../../../workflows/parts/n8nSteps';
import type { Step } from '../../../workflows/parts/step';
import { callWorkflow } from '../../../workflows/parts/subWorkflows';

/** Steps one after the other, as a workflow. */
export const chainOf = (name: string, steps: readonly Step[]) => ({
	name,
	nodes: steps.map((step, at) => ({ id: step.name, position: [at * 200, 0], ...step })),
	connections: Object.fromEntries(
		steps.slice(1).map(({ name: to }, at) => [steps[at]!.name, { main: [[{ node: to, type: 'main', index: 0 }]] }]),
	),
	settings: { executionOrder: 'v1' },
});

/** Calls a workflow with items, as the flows do. Throws if it fails. */
export async function callWith(rest: Rest, called: string, items: readonly object[]): Promise<void> {
	const all = JSON.stringify(items.map((json) => ({ json })));
	const id = await importWorkflow(
		rest,
		chainOf('Calls another one', [manualTrigger(), code('Items', `return ${all};`), callWorkflow('Call', called)]),
	);
	try {
		const { status, error } = await runWorkflow(rest, id, 'Start');
		if (status !== 'success') throw new Error(`The call ended with ${status}: ${error}`);
	} finally {
		await deleteWorkflow(rest, id);
	}
}

/** What a flow reports to *Extensiv failures*. */
export const reportOf = (flow: string, failed: readonly string[], ok: readonly string[] = []) => ({
	flow,
	workflowId: 'a workflow of the test',
	failures: failed.map((key) => ({
		key,
		reason: 'Country "Atlantis" is not known.',
		remedy: 'Correct the country of the order.',
		item: [{ orderNumber: key, name: 'Jane Roe', street1: '12 Orchard Lane' }],
	})),
	ok,
	others: 'kept',
});
