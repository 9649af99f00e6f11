import type { FieldType } from 'n8n-workflow';
import {
	type CustomFieldDefinition,
	type CustomFieldKind,
	type CustomFieldSetting,
	kindOfType,
	valueFor,
} from '../../domain/account/customField';
import { isNothing } from '../../domain/values/text';
import type { Column } from './column';
import type { Fields } from '../read/params';

const PREFIX = 'customField:';
const TYPES: Record<CustomFieldKind, FieldType> = {
	boolean: 'boolean',
	number: 'number',
	date: 'dateTime',
	text: 'string',
};

export const isCustomColumn = (id: string): boolean => id.startsWith(PREFIX);

const columnId = ({ fieldId }: CustomFieldDefinition): string => `${PREFIX}${fieldId}`;

/**
 * The account's custom fields as columns of a resource mapper. The form starts with those that the account requires.
 */
export const customColumns = (definitions: readonly CustomFieldDefinition[]): Column[] =>
	definitions
		.filter(({ active }) => active)
		.map((definition) => ({
			id: columnId(definition),
			label: definition.name,
			type: TYPES[kindOfType(definition.type)],
			hiddenByDefault: !definition.required,
		}));

/**
 * The custom fields of the item, each read as its own kind.
 * @throws InputError naming the field whose value does not fit its kind
 */
export const readCustomColumns = (
	values: Fields,
	definitions: readonly CustomFieldDefinition[],
): CustomFieldSetting[] =>
	definitions.flatMap((definition) => {
		const value = valueOf(values, definition);
		return value === undefined ? [] : [{ fieldId: definition.fieldId, value }];
	});

function valueOf(values: Fields, definition: CustomFieldDefinition): unknown {
	const { name, type } = definition;
	const id = columnId(definition);
	// Read as a column, because the column shows how its numbers are written.
	if (kindOfType(type) === 'number') return values.amount(id, name);
	return isNothing(values.raw(id)) ? undefined : valueFor(definition, values.raw(id));
}
