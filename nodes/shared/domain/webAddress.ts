import { InputError } from './inputError';

/**
 * Checks an address from which the service fetches something.
 * @returns the trimmed address
 * @throws InputError if it is not an http or https address
 */
export function webAddress(text: string, field: string): string {
	const address = text.trim();
	if (/^https?:\/\/\S+$/i.test(address) && URL.canParse(address)) return address;
	throw new InputError(
		field,
		`“${address}” is not a web address.`,
		'Enter the complete address, for example https://example.com/mug.jpg.',
	);
}
