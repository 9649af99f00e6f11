import { InputError } from '../inputError';
import { cleanText, excerpt, isNothing, readCode } from './text';
import { withoutSheetMarks } from './sheet';

/** Separators that only occur in lists. */
const SEPARATORS = /[,;|\n\r\t]+/;
/** The leftovers of a list with one entry. */
const END = /[,;|\s]+$/;
/** Separators that also occur in single numbers. */
const WEAK_SEPARATORS = / *[/&+] *| and | +/i;

/**
 * Whether a text can be a complete number: long enough, and with digits. Groups of digits with spaces between them are
 * one number.
 */
const isWhole = (part: string): boolean => /^[A-Z0-9-]{10,}$/i.test(part) && (part.match(/\d/g)?.length ?? 0) >= 6;

function numbersIn(text: string): string[] {
	const listed = text
		.split(SEPARATORS)
		.map((part) => part.trim())
		.filter((part) => part !== '');
	if (listed.length > 1) return listed;
	const parts = text.split(WEAK_SEPARATORS).filter((part) => part !== '');
	const whole = parts.filter(isWhole);
	return whole.length > 1 ? whole : [text];
}

/**
 * Reads the tracking number of one parcel.
 * @returns undefined if empty
 * @throws InputError for several numbers, a web address, and everything that is not text
 */
export function readTracking(value: unknown, field: string): string | undefined {
	if (typeof value === 'string' && !isNothing(value)) refuseSeveral(cleanText(value), field);
	const text = readCode(value, field);
	if (text === undefined) return undefined;
	if (!/[\p{L}\p{N}]/u.test(text)) {
		const problem = `“${excerpt(text)}” has neither a letter nor a digit.`;
		throw new InputError(field, problem, 'Enter the number, or leave out the item.');
	}
	return withoutSheetMarks(text.replace(END, ''));
}

function refuseSeveral(text: string, field: string): void {
	if (/^https?:\/\//i.test(text))
		throw new InputError(field, `“${excerpt(text)}” is the address of a web page.`, 'Enter only the number.');
	const numbers = numbersIn(text);
	if (numbers.length < 2) return;
	const some = numbers.slice(0, 5).map((number) => excerpt(number));
	const more = numbers.length > some.length ? ` and ${numbers.length - some.length} more` : '';
	throw new InputError(
		field,
		`These are ${numbers.length} tracking numbers, but a parcel has only one: ${some.join(', ')}${more}.`,
		'Make a separate item for each number, for example with a Split Out node.',
	);
}
