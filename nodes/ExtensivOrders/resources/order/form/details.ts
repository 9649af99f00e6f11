import type { INodeProperties } from 'n8n-workflow';
import { ORDER_FIELDS, type OrderDetails, type OrderField } from '../../../../shared/domain/order/fields';
import { InputError } from '../../../../shared/domain/inputError';
import type { Fields } from '../../../../shared/n8n/read/params';

const FIELDS: readonly OrderField[] = ORDER_FIELDS;

/** The input of a field. */
const input = ({ name, label, kind, description, choices, rows }: OrderField): INodeProperties => {
	const common = { displayName: label, name, ...(description ? { description } : {}) };
	switch (kind) {
		case 'flag':
			return { ...common, type: 'boolean', default: false };
		case 'number':
		case 'amount':
			return { ...common, type: 'number', default: 0 };
		case 'date':
			return { ...common, type: 'dateTime', default: '' };
		case 'choice':
			return { ...common, type: 'options', options: [...(choices ?? [])], default: choices?.[0]?.value ?? '' };
		default:
			return { ...common, type: 'string', default: '', ...(rows ? { typeOptions: { rows } } : {}) };
	}
};

/** Details of an order to create. */
export const createDetailFields: INodeProperties[] = [
	...FIELDS.map(input),
	{
		displayName: 'Currency',
		name: 'currency',
		type: 'string',
		default: '',
		description: 'Three letters, for example USD, which is also taken when this is left out',
	},
	{
		displayName: 'Discount',
		name: 'discount',
		type: 'number',
		default: 0,
		description: 'Amount taken off the whole order',
	},
	{ displayName: 'Shipping Cost', name: 'shippingCost', type: 'number', default: 0 },
];

/** An amount needs the order's currency, which a change does not give. */
const canBeChanged = ({ changeable, guide, kind }: OrderField): boolean =>
	(changeable !== false || guide !== undefined) && kind !== 'amount';

/** Details of an order to change. */
export const updateDetailFields: INodeProperties[] = FIELDS.filter(canBeChanged).map(input);

/** The names of the details in a group of the form. */
export const detailsIn = (wanted: NonNullable<OrderField['group']>): string[] =>
	FIELDS.filter(({ group }) => group === wanted).map(({ name }) => name);

/** Reads the details that were given; absent ones are left out. @throws InputError for one that cannot be read */
export function readDetails(fields: Fields): OrderDetails {
	const values = FIELDS.map((field) => [field.name, readDetail(fields, field)] as const);
	return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

function readDetail(fields: Fields, { name, label, kind, choices }: OrderField): string | number | boolean | undefined {
	switch (kind) {
		case 'flag':
			return fields.yesNo(name, label);
		case 'number':
		case 'amount':
			return fields.amount(name, label);
		case 'date':
			return fields.businessDate(name, label);
		case 'carrier':
			return fields.carrier(name, label);
		case 'choice':
			return readChoice(fields.text(name, label), label, choices);
		default:
			return fields.text(name, label);
	}
}

/** A choice by its value or by its label. */
function readChoice(text: string | undefined, label: string, choices: OrderField['choices'] = []): string | undefined {
	if (text === undefined) return undefined;
	const choice = choices.find((one) => [one.value, one.name].some((word) => word.toLowerCase() === text.toLowerCase()));
	if (choice) return choice.value;
	throw new InputError(
		label,
		`“${text}” is not one of the choices.`,
		`Use one of ${choices.map((one) => one.name).join(', ')}.`,
	);
}
