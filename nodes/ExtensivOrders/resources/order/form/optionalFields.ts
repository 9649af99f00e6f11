import type { INodeProperties } from 'n8n-workflow';
import { InputError } from '../../../../shared/domain/inputError';
import {
	ORDER_OPTIONAL_FIELDS,
	type OptionalOrderField,
	type OptionalOrderValues,
} from '../../../../shared/domain/order/orderOptionalFields';
import type { Fields } from '../../../../shared/n8n/read/params';

const field = ({ name, label, kind, description, choices }: OptionalOrderField): INodeProperties => {
	const common = { displayName: label, name, ...(description ? { description } : {}) };
	if (kind === 'flag') return { ...common, type: 'boolean', default: false };
	if (kind === 'text') return { ...common, type: 'string', default: '' };
	if (kind === 'choice')
		return { ...common, type: 'options', options: [...(choices ?? [])], default: choices?.[0]?.value ?? '' };
	return { ...common, type: 'number', default: 0 };
};

/** The further fields of an order to create. */
export const createOptionalFields: INodeProperties[] = ORDER_OPTIONAL_FIELDS.map(field);

/** Those that can be changed later. */
export const updateOptionalFields: INodeProperties[] = ORDER_OPTIONAL_FIELDS.filter(({ changeable }) => changeable).map(
	field,
);

/** Reads the further fields that were given; undefined when there are none. */
export function readOptionalFields(fields: Fields): OptionalOrderValues | undefined {
	const given: OptionalOrderValues = {};
	for (const field of ORDER_OPTIONAL_FIELDS) {
		const value = readOptionalField(fields, field);
		if (value !== undefined) given[field.name] = value;
	}
	return Object.keys(given).length > 0 ? given : undefined;
}

function readOptionalField(
	fields: Fields,
	{ name, label, kind, choices = [] }: OptionalOrderField,
): string | number | boolean | undefined {
	if (kind === 'flag') return fields.yesNo(name, label);
	if (kind === 'number' || kind === 'amount') return fields.amount(name, label);
	const text = fields.text(name, label);
	if (text === undefined || kind === 'text') return text;
	const choice = choices.find((one) => [one.value, one.name].some((word) => word.toLowerCase() === text.toLowerCase()));
	if (choice) return choice.value;
	throw new InputError(
		label,
		`“${text}” is not one of the choices.`,
		`Use one of ${choices.map((one) => one.name).join(', ')}.`,
	);
}
