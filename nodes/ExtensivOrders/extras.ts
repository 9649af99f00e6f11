import type { INodeProperties } from 'n8n-workflow';
import { InputError } from '../shared/domain/inputError';
import { ORDER_EXTRAS, type OrderExtra, type OrderExtras } from '../shared/domain/orderExtras';
import type { Fields } from '../shared/n8n/params';

const field = ({ name, label, kind, description, choices }: OrderExtra): INodeProperties => {
	const common = { displayName: label, name, ...(description ? { description } : {}) };
	if (kind === 'flag') return { ...common, type: 'boolean', default: false };
	if (kind === 'text') return { ...common, type: 'string', default: '' };
	if (kind === 'choice')
		return { ...common, type: 'options', options: [...(choices ?? [])], default: choices?.[0]?.value ?? '' };
	return { ...common, type: 'number', default: 0 };
};

/** The further fields of an order to create. */
export const createExtraFields: INodeProperties[] = ORDER_EXTRAS.map(field);

/** Those that can be changed later. */
export const updateExtraFields: INodeProperties[] = ORDER_EXTRAS.filter(({ changeable }) => changeable).map(field);

/** Reads the further fields that were given; undefined when there are none. */
export function readExtras(fields: Fields): OrderExtras | undefined {
	const given: OrderExtras = {};
	for (const extra of ORDER_EXTRAS) {
		const value = readExtra(fields, extra);
		if (value !== undefined) given[extra.name] = value;
	}
	return Object.keys(given).length > 0 ? given : undefined;
}

function readExtra(
	fields: Fields,
	{ name, label, kind, choices = [] }: OrderExtra,
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
