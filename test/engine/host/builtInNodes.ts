import type { IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';

export const START = 'n8n-nodes-base.manualTrigger';
export const NO_OP = 'n8n-nodes-base.noOp';

/** Stand-ins for the two nodes of n8n-nodes-base a test workflow needs; both hand their input on. */
export function builtInNodes(): Record<string, INodeType> {
	return {
		[START]: passThrough('manualTrigger', { group: ['trigger'], inputs: [] }),
		[NO_OP]: passThrough('noOp', { group: ['organization'], inputs: ['main'] }),
	};
}

function passThrough(name: string, { group, inputs }: Pick<INodeTypeDescription, 'group' | 'inputs'>): INodeType {
	return {
		description: {
			name,
			displayName: name,
			description: '',
			group,
			version: 1,
			defaults: {},
			inputs,
			outputs: ['main'],
			properties: [],
		},
		async execute(this: IExecuteFunctions) {
			return [this.getInputData()];
		},
	};
}
