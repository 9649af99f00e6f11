import { InputError } from '../inputError';
import { cleanText, excerpt, isNothing, readCode } from './text';
import { withoutSheetMarks } from './sheet';

/** Nothing else than a list has these. */
const SEPARATORS = /[,;|\n\r\t]+/;
/** What is left of a list of one. */
const END = /[,;|\s]+$/;
/** These are found in single numbers too. */
const WEAK_SEPARATORS = / *[/&+] *| and | +/i;

/**
 * Whether a text can be a number of its own: long enough, and with digits. Groups of digits with blanks between are one
 * number.
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
 * @returns undefined where there is nothing
 * @throws InputError for several numbers, an address of the web, and everything that is not a text
 */
export function readTracking(value: unknown, field: string): string | undefined {
	if (typeof value === 'string' && !isNothing(value)) refuseSeveral(cleanText(value), field);
	const text = readCode(value, field);
	if (text === undefined) return undefined;
	if (!/[\p{L}\p{N}]/u.test(text)) {
		const problem = `“${excerpt(text)}” has neither a letter nor a digit.`;
		throw new InputError(field, problem, 'Give the number, or leave the item out.');
	}
	return withoutSheetMarks(text.replace(END, ''));
}

function refuseSeveral(text: string, field: string): void {
	if (/^https?:\/\//i.test(text))
		throw new InputError(field, `“${excerpt(text)}” is the address of a page.`, 'Give the number alone.');
	const numbers = numbersIn(text);
	if (numbers.length < 2) return;
	const some = numbers.slice(0, 5).map((number) => excerpt(number));
	const more = numbers.length > some.length ? ` and ${numbers.length - some.length} more` : '';
	throw new InputError(
		field,
		`These are ${numbers.length} tracking numbers, and a parcel has one: ${some.join(', ')}${more}.`,
		'Make an item of each number, for example with a Split Out node.',
	);
}
