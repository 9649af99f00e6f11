import type { Address } from '../model/common';

/** A commercial address in the USA. */
export function addressOf(addressId: number, address1: string, city: string, state: string, zipCode: string): Address {
	return {
		addressId,
		address1,
		address2: null,
		address3: null,
		city,
		state,
		province: null,
		zipCode,
		country: 'USA',
		type: 'COMMERCIAL',
	};
}
