import type { INodeProperties } from 'n8n-workflow';

const shownTo = (tool: 'show' | 'hide', field: INodeProperties): INodeProperties => ({
	...field,
	displayOptions: { ...field.displayOptions, [tool]: { ...field.displayOptions?.[tool], '@tool': [true] } },
});

/** A field that only shows where the node is the tool of an AI agent. */
export const onlyInTools = (field: INodeProperties): INodeProperties => shownTo('show', field);

/**
 * A field that starts with another choice where the node is the tool of an AI agent. The node's own comes first: n8n
 * makes its list of actions of that.
 */
export const startingInTools = (field: INodeProperties, initial: string): INodeProperties[] => [
	shownTo('hide', field),
	{ ...onlyInTools(field), default: initial },
];

/** Said at the top of every tool. */
export const toolNotice: INodeProperties = onlyInTools({
	displayName: 'The model decides when this runs. Use a <b>Read Only</b> credential unless it is to change things.',
	name: 'toolNotice',
	type: 'notice',
	default: '',
});
