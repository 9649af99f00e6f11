import { InputError } from './inputError';

/**
 * Checks an address that the service is to fetch something from.
 * @returns the address without blanks around it
 * @throws InputError when it is no http or https address
 */
export function webAddress(text: string, field: string): string {
	const address = text.trim();
	if (/^https?:\/\/\S+$/i.test(address) && URL.canParse(address)) return address;
	throw new InputError(
		field,
		`“${address}” is not a web address.`,
		'Give the whole address, for example https://example.com/mug.jpg.',
	);
}
