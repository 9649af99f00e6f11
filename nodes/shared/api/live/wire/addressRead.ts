import { readCountry, toAlpha3 } from '../../../domain/values/address/country';
import type { PostalAddress } from '../../../domain/account/warehouse';
import { textOrNull } from '../../common/parse';

type Wire = Record<string, unknown>;

/** Converts an address object of the live API (live-api section 7.5). */
export function readPostalAddress(given: unknown): PostalAddress | null {
	if (typeof given !== 'object' || given === null) return null;
	const wire = given as Wire;
	return {
		street1: textOrNull(wire.address1) ?? '',
		street2: textOrNull(wire.address2),
		street3: textOrNull(wire.address3),
		city: textOrNull(wire.city) ?? '',
		state: textOrNull(wire.state),
		province: textOrNull(wire.province),
		postalCode: textOrNull(wire.zipCode) ?? '',
		country: readCountry(wire.country) ?? '',
		type: textOrNull(wire.type),
	};
}

/** The reverse conversion, with only the given fields. */
export const writePostalAddress = (given: Partial<PostalAddress>): Wire => ({
	address1: given.street1,
	address2: given.street2,
	address3: given.street3,
	city: given.city,
	state: given.state,
	province: given.province,
	zipCode: given.postalCode,
	country: given.country === undefined ? undefined : toAlpha3(given.country),
	type: given.type,
});
