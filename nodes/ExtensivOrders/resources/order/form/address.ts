import type { INodeProperties } from 'n8n-workflow';
import { ADDRESS_FIELDS, type Address, type AddressField } from '../../../../shared/domain/order/addressFields';
import { phoneOf } from '../../../../shared/domain/values/address/phone';
import { readPostalCodeOf } from '../../../../shared/n8n/read/mending';
import type { Fields } from '../../../../shared/n8n/read/params';

const PARTS: readonly AddressField[] = ADDRESS_FIELDS;
const MAIN = PARTS.filter(({ rare }) => !rare);
const RARE = PARTS.filter(({ rare }) => rare);

const input = ({ parameter, label, required, placeholder, description }: AddressField): INodeProperties => ({
	displayName: label,
	name: parameter,
	type: 'string',
	...(required ? { required } : {}),
	default: '',
	...(placeholder ? { placeholder } : {}),
	...(description ? { description } : {}),
});

/** The address as fields of the form, so that columns can be dragged into them. */
export const addressFields: INodeProperties[] = MAIN.map(input);

/** The parts of an address that most orders do not need. */
export const addressDetailFields: INodeProperties[] = RARE.map(input);

/** Reads the whole address. @throws InputError for a part that is required and missing */
export function readAddress(fields: Fields, more: Fields): Address {
	const read = (form: Fields) => (part: AddressField) => [part.name, readPart(form, part, part.required) ?? null];
	const address = Object.fromEntries([...MAIN.map(read(fields)), ...RARE.map(read(more))]) as Address;
	return { ...address, postalCode: mendedPostalCode(fields, address) ?? address.postalCode };
}

/** Reads the parts of an address that were given. */
export function readAddressChange(fields: Fields): Partial<Address> {
	const given = PARTS.filter(({ kind }) => kind !== 'postalCode').map((part) => [part.name, readPart(fields, part)]);
	const address: Partial<Address> = Object.fromEntries(given.filter(([, value]) => value !== undefined));
	const postalCode = mendedPostalCode(fields, address);
	return postalCode === undefined ? address : { ...address, postalCode };
}

function readPart(fields: Fields, { parameter, label, kind }: AddressField, required = false): string | undefined {
	switch (kind) {
		case 'country':
			return required || fields.text(parameter) !== undefined ? fields.country(parameter, label) : undefined;
		case 'postalCode':
			return required ? fields.requiredCode(parameter, label) : fields.code(parameter, label);
		case 'phone':
			return phoneOf(fields.text(parameter, label));
		default:
			return required ? fields.required(parameter, label) : fields.text(parameter, label);
	}
}

/** How a postal code must look depends on the country and the state. */
const mendedPostalCode = (fields: Fields, { country, state }: Partial<Address>): string | undefined =>
	readPostalCodeOf(fields, 'postalCode', 'Postal Code', country, state);
