import type { INodeProperties } from 'n8n-workflow';

const shownTo = (tool: 'show' | 'hide', field: INodeProperties): INodeProperties => ({
	...field,
	displayOptions: { ...field.displayOptions, [tool]: { ...field.displayOptions?.[tool], '@tool': [true] } },
});

/** A field that only shows when the node is an AI agent's tool. */
export const onlyInTools = (field: INodeProperties): INodeProperties => shownTo('show', field);

/**
 * A field with a different default when the node is an AI agent's tool. The node's own field comes first: n8n builds
 * its list of actions from that one.
 */
export const startingInTools = (field: INodeProperties, initial: string): INodeProperties[] => [
	shownTo('hide', field),
	{ ...onlyInTools(field), default: initial },
];

/** Shown at the top of every tool. */
export const toolNotice: INodeProperties = onlyInTools({
	displayName: 'The model decides when to run this. Use a <b>Read Only</b> credential unless it may change things.',
	name: 'toolNotice',
	type: 'notice',
	default: '',
});
