import type { Step } from '../step';

/** Where a workflow begins that others call. It gets their items as they are. */
export const calledByOthers = (name: string): Step => ({
	name,
	type: 'n8n-nodes-base.executeWorkflowTrigger',
	typeVersion: 1.1,
	parameters: { inputSource: 'passthrough' },
});

/** Calls a workflow with all items at once. The user chooses it, unless its ID is given by an expression. */
export const callWorkflow = (name: string, id = ''): Step => ({
	name,
	type: 'n8n-nodes-base.executeWorkflow',
	typeVersion: 1.2,
	parameters: {
		workflowId: { __rl: true, mode: id ? 'id' : 'list', value: id },
		workflowInputs: { mappingMode: 'defineBelow', value: {} },
		mode: 'once',
		options: {},
	},
});

/** Brings branches together, and waits for all of them. */
export const merge = (name: string, inputs: number): Step => ({
	name,
	type: 'n8n-nodes-base.merge',
	typeVersion: 3.2,
	parameters: { mode: 'append', numberInputs: inputs },
});
