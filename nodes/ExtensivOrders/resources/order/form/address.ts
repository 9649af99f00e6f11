import type { INodeProperties } from 'n8n-workflow';
import type { Address } from '../../../../shared/domain/order/order';
import { phoneOf } from '../../../../shared/domain/values/address/phone';
import { readPostalCodeOf } from '../../../../shared/n8n/read/mending';
import type { Fields } from '../../../../shared/n8n/read/params';

/** The address as fields of the form, so that columns can be dragged into them. */
export const addressFields: INodeProperties[] = [
	{
		displayName: 'Recipient Name',
		name: 'recipientName',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. Alex Example',
	},
	{
		displayName: 'Street',
		name: 'street1',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 12 Placeholder St',
	},
	{ displayName: 'City', name: 'city', type: 'string', required: true, default: '', placeholder: 'e.g. Albany' },
	{
		displayName: 'State',
		name: 'state',
		type: 'string',
		default: '',
		placeholder: 'e.g. NY',
		description: 'State, province or region. Required for the United States, as a two-letter code.',
	},
	{
		displayName: 'Postal Code',
		name: 'postalCode',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 12207',
	},
	{
		displayName: 'Country',
		name: 'country',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. US',
		description: 'A code (US, USA) or the English name (United States)',
	},
];

/** The parts of an address that most orders do without. */
export const addressDetailFields: INodeProperties[] = [
	{ displayName: 'Company', name: 'company', type: 'string', default: '' },
	{ displayName: 'Email', name: 'email', type: 'string', default: '', placeholder: 'e.g. name@email.com' },
	{ displayName: 'Phone', name: 'phone', type: 'string', default: '' },
	{ displayName: 'Street 2', name: 'street2', type: 'string', default: '' },
	{ displayName: 'Street 3', name: 'street3', type: 'string', default: '' },
];

/** Reads the whole address; what is required and missing is named. */
export function readAddress(fields: Fields, more: Fields): Address {
	const place = {
		name: fields.required('recipientName', 'Recipient Name'),
		street1: fields.required('street1', 'Street'),
		city: fields.required('city', 'City'),
		state: fields.text('state') ?? null,
	};
	const given = fields.requiredCode('postalCode', 'Postal Code');
	const country = fields.country('country', 'Country');
	return {
		...place,
		postalCode: readPostalCodeOf(fields, 'postalCode', 'Postal Code', country, place.state) ?? given,
		country,
		company: more.text('company') ?? null,
		street2: more.text('street2') ?? null,
		street3: more.text('street3') ?? null,
		email: more.text('email') ?? null,
		phone: phoneOf(more.text('phone')) ?? null,
	};
}

/** Reads the parts of an address that were given. */
export function readAddressChange(fields: Fields): Partial<Address> {
	const state = fields.text('state');
	const country = fields.text('country') === undefined ? undefined : fields.country('country', 'Country');
	return present({
		name: fields.text('recipientName'),
		street1: fields.text('street1', 'Street'),
		city: fields.text('city'),
		state,
		postalCode: readPostalCodeOf(fields, 'postalCode', 'Postal Code', country, state),
		country,
		company: fields.text('company'),
		street2: fields.text('street2'),
		street3: fields.text('street3'),
		email: fields.text('email'),
		phone: phoneOf(fields.text('phone')),
	});
}

const present = (address: Partial<Address>): Partial<Address> =>
	Object.fromEntries(Object.entries(address).filter(([, value]) => value !== undefined)) as Partial<Address>;
