import type { ILoadOptionsFunctions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { OrderManagerApi } from '../../api/ports';
import type { WithRaw } from '../../api/ports/types';
import type { CustomFieldDefinition } from '../../domain/account/customField';
import { InputError } from '../../domain/inputError';
import { isNothing } from '../../domain/values/text';
import { inEditor } from '../search/editor';
import type { Fields } from '../read/params';

/**
 * Custom fields with the values to set.
 * @param loadOptionsMethod the node's method that lists the custom fields of this kind of record
 */
export const customFieldsField = (loadOptionsMethod: string): INodeProperties => ({
	displayName: 'Custom Fields',
	name: 'customFields',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add field',
	default: { field: [{ field: '', value: '' }] },
	description: 'Fields with an empty value stay as they are',
	options: [
		{
			displayName: 'Field',
			name: 'field',
			values: [
				{
					displayName: 'Field Name or ID',
					name: 'field',
					type: 'options',
					typeOptions: { loadOptionsMethod },
					default: '',
					description:
						'Choose from the list, or specify an ID using an <a ' +
						'href="https://docs.n8n.io/code/expressions/">expression</a>',
				},
				{ displayName: 'Value', name: 'value', type: 'string', default: '' },
			],
		},
	],
});

/** Reads the values to set; fields are identified by name or ID. */
export function readCustomFields(fields: Fields): Array<{ field: string; value: unknown }> {
	const given = fields.rows('customFields', 'field').flatMap((row, at) => {
		if (isNothing(row.raw('value'))) return [];
		return [{ field: row.required('field', `Field ${at + 1}`), value: row.raw('value') }];
	});
	if (given.length > 0) return given;
	throw new InputError('Custom Fields', 'There is no value to set.', 'Add a field and give it a value.');
}

/** The account's custom fields for a list, without those that are out of use. */
export async function customFieldOptions(
	context: ILoadOptionsFunctions,
	load: (manager: OrderManagerApi) => Promise<Array<WithRaw<CustomFieldDefinition>>> | undefined,
): Promise<INodePropertyOptions[]> {
	const definitions = await inEditor(context, async (manager) => (await load(manager)) ?? []);
	const inUse = definitions.filter(({ value }) => value.active);
	return inUse
		.map(({ value }) => ({ name: value.name, value: value.fieldId }))
		.sort((a, b) => a.name.localeCompare(b.name));
}
