import { ADDRESS_FIELDS, type Address, type AddressField } from '../../../domain/order/addressFields';
import { readCountry } from '../../../domain/values/address/country';
import { textOrNull } from '../parse';

/**
 * Reads an address; a missing required part becomes an empty text.
 * @param nameOf the contract's name of a part; undefined if the contract does not have it
 */
export function addressReader(
	nameOf: (field: AddressField) => string | undefined,
): (wire: Record<string, unknown>) => Address {
	const fields = ADDRESS_FIELDS.map((field: AddressField) => ({
		name: field.name,
		wireName: nameOf(field),
		read: field.kind === 'country' ? readCountry : textOrNull,
		whenEmpty: field.required ? '' : null,
	}));
	return (wire) => {
		const address: Record<string, unknown> = {};
		for (const { name, wireName, read, whenEmpty } of fields)
			address[name] = read(wireName === undefined ? null : wire[wireName]) ?? whenEmpty;
		return address as unknown as Address;
	};
}
