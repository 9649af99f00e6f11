import { parseDate } from '../values/dates/date';
import { parseFlag } from '../values/flag';
import { parseAmount } from '../values/money';
import { readText } from '../values/text';

/** A custom field that the account has defined for orders or products. */
export interface CustomFieldDefinition {
	/** A UUID. */
	fieldId: string;
	name: string;
	description: string | null;
	/** The service's term, for example `TEXTSHORT` or `BOOLEAN`. */
	type: string | null;
	required: boolean;
	active: boolean;
}

/** A custom field with its value on one record. */
export interface CustomFieldValue {
	fieldId: string | null;
	name: string | null;
	type: string | null;
	valueId: string | null;
	value: unknown;
}

/** A value to set. */
export interface CustomFieldSetting {
	fieldId: string;
	value: unknown;
}

/** The kinds of custom field values; `text` covers everything that is written as text. */
export type CustomFieldKind = 'boolean' | 'number' | 'date' | 'text';

/** The kind of one of the service's types (CustomFieldType of the live API). */
export function kindOfType(type: string | null): CustomFieldKind {
	if (type === 'BOOLEAN') return 'boolean';
	if (/^(LONG|DOUBLE|MONEY)(_|$)/.test(type ?? '')) return 'number';
	if (/^DATE(_|$)/.test(type ?? '')) return 'date';
	return 'text';
}

/**
 * Converts a value to the kind of its field: `"yes"` becomes true for a BOOLEAN, `"12.5"` a number for a DOUBLE. Dates
 * written as text, and texts, stay unchanged, because the format that the service expects is not established.
 * @throws InputError if the value does not fit the kind
 */
export function valueFor({ name, type }: Pick<CustomFieldDefinition, 'name' | 'type'>, given: unknown): unknown {
	switch (kindOfType(type)) {
		case 'boolean':
			return parseFlag(given, name);
		case 'number':
			return parseAmount(given, name);
		case 'date':
			return typeof given === 'string' ? readText(given, name) : parseDate(given, name);
		case 'text':
			return readText(given, name);
	}
}
