import type { INodeProperties } from 'n8n-workflow';

/** A stock record, from a list that is searched by SKU, or by ID. */
export const stockRecord = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	description,
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Type the beginning of a SKU…',
			typeOptions: { searchListMethod: 'searchStockRecords', searchable: true },
		},
		{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 900451' },
	],
});
