import type { WorkflowFile } from '../../host';

const step = (name: string, type: string, typeVersion: number, parameters: Record<string, unknown>) => ({
	id: name,
	name,
	type: `n8n-nodes-base.${type}`,
	typeVersion,
	parameters,
	position: [0, 0],
});
const to = (node: string) => ({ main: [[{ node, type: 'main', index: 0 }]] });

/** A workflow that calls another one with items, in its step *Call*. */
export const calling = (
	workflowId: string,
	items: ReadonlyArray<Record<string, unknown>>,
	name = 'Calls',
): WorkflowFile => ({
	name,
	nodes: [
		step('Start', 'manualTrigger', 1, {}),
		step('Items', 'code', 2, { jsCode: `return ${JSON.stringify(items)}.map((json) => ({ json }));` }),
		step('Call', 'executeWorkflow', 1.2, {
			workflowId: { __rl: true, mode: 'id', value: workflowId },
			workflowInputs: { mappingMode: 'defineBelow', value: {} },
			mode: 'once',
			options: {},
		}),
	],
	connections: { Start: to('Items'), Items: to('Call') },
	settings: { executionOrder: 'v1' },
});
