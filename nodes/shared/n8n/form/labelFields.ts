import type { ILoadOptionsFunctions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { InputError } from '../../domain/inputError';
import { inEditor } from '../search/editor';
import type { Fields } from '../read/params';

/**
 * Labels to add or remove: from the catalogue, or names or IDs from an expression. A node with this field needs
 * `getLabels` among its `loadOptions`.
 */
export const labelsField: INodeProperties = {
	displayName: 'Label Names or IDs',
	name: 'labels',
	type: 'multiOptions',
	required: true,
	typeOptions: { loadOptionsMethod: 'getLabels' },
	default: [],
	description:
		'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
	hint: 'An expression may also return names, as a list or separated by commas',
};

/** Reads the chosen labels, by name or ID. */
export function readLabelNames(fields: Fields): string[] {
	const names = fields.list('labels');
	if (names) return names;
	throw new InputError('Labels', 'No label is selected.', 'Select at least one label.');
}

/** The account's labels for the list. */
export async function getLabels(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const labels = await inEditor(this, async (manager) => (await manager.labels?.list()) ?? []);
	return labels
		.map(({ value }) => ({ name: value.name, value: value.labelId }))
		.sort((a, b) => a.name.localeCompare(b.name));
}
