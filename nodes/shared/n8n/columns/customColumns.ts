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
 * The account's custom fields as columns of a resource mapper; in the form from the start are those that the account
 * calls required.
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
 * The custom fields that were given, in the kinds that they are of.
 * @throws InputError naming the field whose value is not of its kind
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
	// Read here rather than by itself, because a column shows how its numbers are written.
	if (kindOfType(type) === 'number') return values.amount(id, name);
	return isNothing(values.raw(id)) ? undefined : valueFor(definition, values.raw(id));
}
