import { code, manualTrigger } from '../../../../workflows/parts/steps/n8nSteps';
import type { Step } from '../../../../workflows/parts/step';
import { callWorkflow } from '../../../../workflows/parts/steps/subWorkflows';
import { deleteWorkflow, importWorkflow, runWorkflow } from '../../../host';
import type { Rest } from '../../../host/rest';

/** Steps one after the other, as a workflow. */
export const chainOf = (name: string, steps: readonly Step[]) => ({
	name,
	nodes: steps.map((step, at) => ({ id: step.name, position: [at * 200, 0], ...step })),
	connections: Object.fromEntries(
		steps.slice(1).map(({ name: to }, at) => [steps[at]!.name, { main: [[{ node: to, type: 'main', index: 0 }]] }]),
	),
	settings: { executionOrder: 'v1' },
});

/** A workflow that calls another one with items, in its step *Call*. */
export const calling = (workflowId: string, items: readonly object[], name = 'Calls') =>
	chainOf(name, [
		manualTrigger(),
		code('Items', `return ${JSON.stringify(items)}.map((json) => ({ json }));`),
		callWorkflow('Call', workflowId),
	]);

/** Calls a workflow with items, as the flows do. Throws if it fails. */
export async function callWith(rest: Rest, called: string, items: readonly object[]): Promise<void> {
	const id = await importWorkflow(rest, calling(called, items));
	try {
		const { status, error } = await runWorkflow(rest, id, 'Start');
		if (status !== 'success') throw new Error(`The call ended with ${status}: ${error}`);
	} finally {
		await deleteWorkflow(rest, id);
	}
}
