import type { INodeProperties } from 'n8n-workflow';

/** Whether what is equal comes out too. */
export const outputOf = (things: string): INodeProperties => ({
	displayName: 'Output',
	name: 'output',
	type: 'options',
	options: [
		{
			name: 'Differences',
			value: 'differences',
			description: `One item for each difference. Equal ${things} are only counted.`,
		},
		{ name: 'Everything', value: 'everything', description: `Equal ${things} come out too` },
	],
	default: 'differences',
	description: 'What comes out of the first output. The second output always has one item with the counts.',
});
