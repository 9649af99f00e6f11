import { ADDRESS_FIELDS, type Address, type AddressField } from '../../../domain/order/addressFields';
import { readCountry } from '../../../domain/values/address/country';
import { textOrNull } from '../parse';

/**
 * Reads an address; a missing required part becomes an empty text.
 * @param nameOf the contract's name of a part; undefined if the contract does not have it
 */
export const readAddress = (
	wire: Record<string, unknown>,
	nameOf: (field: AddressField) => string | undefined,
): Address =>
	Object.fromEntries(
		ADDRESS_FIELDS.map((field: AddressField) => {
			const name = nameOf(field);
			const given = name === undefined ? null : wire[name];
			const value = field.kind === 'country' ? readCountry(given) : textOrNull(given);
			return [field.name, value ?? (field.required ? '' : null)];
		}),
	) as Address;
