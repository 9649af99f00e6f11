import type { INodeProperties } from 'n8n-workflow';
import { alphabetical } from '../../../../shared/domain/alphabetical';
import { credentialsFor } from '../../../../shared/contracts';
import type { Fields } from '../../../../shared/n8n/read/params';
import { whereSaved } from '../../../../shared/n8n/form/whereSaved';
import { addressDetailFields, addressFields } from './address';
import { createDetailFields, detailsIn } from './details';
import { paidFields, paymentFrom } from './paid';

/** Fields about the parcel and about the sales channel have groups of their own; the rest are additional fields. */
const SHIPPING = detailsIn('shipping');
const CHANNEL = detailsIn('channel');

const sorted = (fields: INodeProperties[]): INodeProperties[] =>
	[...fields].sort((one, other) => alphabetical(one.displayName, other.displayName));
const ALL = sorted([...addressDetailFields, ...createDetailFields]);
const LABELS = new Map([...addressFields, ...paidFields, ...ALL].map(({ name, displayName }) => [name, displayName]));
/** What the user calls a field of a whole order. */
export const fieldLabel = (name: string): string => LABELS.get(name) ?? name;
const isOf =
	(names: string[]) =>
	({ name }: INodeProperties): boolean =>
		names.includes(name);
const moved = isOf([...SHIPPING, ...CHANNEL]);

const group = (
	displayName: string,
	name: string,
	placeholder: string,
	options: INodeProperties[],
): INodeProperties => ({
	displayName,
	name,
	type: 'collection',
	placeholder,
	default: {},
	options,
});

const GROUPS = ['additionalFields', 'shippingOptions', 'channelData'];

/** What most orders do not need, in groups. */
export const additionalGroups: INodeProperties[] = [
	{
		displayName:
			"Of the fields below, the developer guide's contract only has Currency, Requested Shipping, Shipping " +
			'Cost, Street 2 and Street 3. The others are not sent, and a hint says so.',
		name: 'guideNotice',
		type: 'notice',
		default: '',
		displayOptions: { hide: { authentication: credentialsFor('order.details') } },
	},
	group('Additional Fields', 'additionalFields', 'Add field', [
		...ALL.filter((field) => !moved(field)),
		...ALL.filter(moved).map(whereSaved),
	]),
	group('Shipping Options', 'shippingOptions', 'Add shipping option', ALL.filter(isOf(SHIPPING))),
	group('Channel Data', 'channelData', 'Add channel data', ALL.filter(isOf(CHANNEL))),
];

/** All groups as one. Nothing is evaluated before it is read. */
export function groupsOf(form: Fields): Fields {
	const templates = GROUPS.map((name) => form.template(name)).filter((one) => typeof one === 'object' && one !== null);
	const template = Object.assign({}, ...templates) as Record<string, unknown>;
	let known: Record<string, unknown> | undefined;
	const all = (): Record<string, unknown> =>
		(known ??= Object.assign(
			{},
			...GROUPS.map((name) => form.raw(name)).filter((one) => typeof one === 'object' && one !== null),
		) as Record<string, unknown>);
	const names = (): string[] => Object.keys(templates.length > 0 ? template : all());
	return form.with((name) => all()[name], {
		path: 'additionalFields',
		column: (name) => GROUPS.flatMap((group) => [...form.inside(group).column(name)]),
		template: (name) => template[name],
		has: (name) => name in all(),
		names,
	});
}

/** The groups with the payment date from *Paid*. @throws InputError when it is missing or given twice */
export function withPayment(form: Fields, more: Fields): Fields {
	const paid = paymentFrom(form, more);
	if (!paid) return more;
	// The column that the date comes from shows how to read it.
	return more.with((name) => (name === 'paymentDate' ? paid.date : more.raw(name)), {
		column: (name) => (name === 'paymentDate' ? paid.column() : more.column(name)),
	});
}
