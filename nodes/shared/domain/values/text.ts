import { InputError } from '../inputError';
import { shorten } from './shorten';

/** Invisible leftovers: zero-width spaces, byte order marks, direction marks, control characters. */
const INVISIBLE = new RegExp(
	String.raw`[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u061c\u180e\u200b\u200e\u200f` +
		String.raw`\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]`,
	'g',
);
/** Joiners hold emoji and some scripts together; next to Latin letters, digits and at the ends they are leftovers. */
const STRAY_JOINERS = /(?<=^|[\s\x21-\x7e])[\u200c\u200d]+|[\u200c\u200d]+(?=$|[\s\x21-\x7e])/g;
/** Characters that only look like a space. Other scripts keep their ideographic space. */
const ODD_BLANKS = /[\u00a0\u2000-\u200a\u202f\u205f]/g;

/** The characters of Windows-1252 that Latin-1 lacks, for files that were read in the wrong one of the two. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Most texts are clean, and thousands of them are looked at. */
const CLEAN = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/;

/** A text as a person sees it: trimmed and without invisible characters. */
export const cleanText = (text: string): string =>
	CLEAN.test(text)
		? text
		: text
				.replace(INVISIBLE, '')
				.replace(STRAY_JOINERS, '')
				.replace(ODD_BLANKS, ' ')
				.replace(/[\u0080-\u009f]/g, (one) => WINDOWS_1252.charAt(one.charCodeAt(0) - 0x80))
				.trim();

/** What databases and programs write for an empty value. `Null` is a surname. */
const NOTHING = new Set(['', 'NULL', 'null', '(null)', '<null>', '[NULL]', '\\N']);

/** Whether a value is absent, empty, or an export's word for that. */
export const isNothing = (value: unknown): boolean =>
	value === undefined || value === null || (typeof value === 'string' && NOTHING.has(cleanText(value)));

/** What people write for “not applicable”. */
const NOT_APPLICABLE = /^n\/a$/i;

/** Whether a value is empty or means “none”. */
export const saysNothing = (value: unknown): boolean =>
	isNothing(value) || (typeof value === 'string' && NOT_APPLICABLE.test(cleanText(value)));

const LOST_DIGITS = 'The number lost digits: format the column as text in the spreadsheet.';
const FIX_EXPRESSION = 'Check the expression in this field, and that the incoming item has what it refers to.';

/** Error values of Excel, Google Sheets and LibreOffice, in English and the languages that translate them. */
const SHEET_ERROR = new RegExp(
	'^#(?:(?:REF|VALUE|NAME|DIV/0|NUM|NULL|SPILL|CALC|ERROR|FIELD|BLOCKED|UNKNOWN|CONNECT|BUSY|EXTERNAL|PYTHON|BEZUG|' +
		'WERT|ZAHL|ÜBERLAUF|VALEUR|NOM|NOMBRE|NUL|RIF|VALORE|NOME|NULLO|VERW|WAARDE|NAAM|GETAL|LEEG|DEEL/0|VALOR)[!?]|' +
		'¡(?:REF|VALOR|NUM|NULO|DIV/0)!|¿NOMBRE\\?|N/A|N/D|N/V|NV|GETTING_DATA)$|^#{3,}$|^Err:\\d+$',
);

/** Texts that are never a value, with problem and remedy. */
const UNUSABLE_TEXTS: ReadonlyArray<[pattern: RegExp, problem: string, remedy: string]> = [
	[SHEET_ERROR, 'is a spreadsheet error.', 'Correct the cell in the spreadsheet.'],
	// Java writes numbers of eight to ten digits in the last form.
	[
		/^[+-]?\d([.,]\d+)?e\+\d{1,3}$|^[+-]?\d[.,]\d+e-?\d{2,3}$|^\d[.,]\d{3,}e[7-9]$/i,
		'is a number in scientific notation.',
		LOST_DIGITS,
	],
	[
		/\[object \w+\]|^(undefined|NaN|Invalid Date|Invalid DateTime)$/,
		'comes from an expression that found no text.',
		FIX_EXPRESSION,
	],
	[/\{\{\s*\$/, 'is an expression that was not evaluated.', 'Switch the field from “Fixed” to “Expression”.'],
	[
		/\ufffd|\p{Surrogate}/u,
		'contains characters that were lost (�).',
		'Read the file with the encoding that it was saved in, for example Windows-1252.',
	],
];

/** The same for identifiers: numbers, SKUs, IDs. */
const SPOILT_CODES: typeof UNUSABLE_TEXTS = [
	[NOT_APPLICABLE, 'means that there is no value.', 'Enter the value, or leave out the item.'],
	[
		/(^|[^A-Za-z0-9])(undefined|NaN|null)($|[^A-Za-z0-9])/,
		'comes from an expression with a missing field.',
		FIX_EXPRESSION,
	],
	[/\b[A-Z][a-z]{2} \d{2} \d{4} \d\d:\d\d:\d\d GMT/, 'is a date that was turned into text.', FIX_EXPRESSION],
	[/^\d{15,17}0{6,}$/, 'ends in zeros because the spreadsheet cut off its digits.', LOST_DIGITS],
];

/**
 * Reads a text: a string, or an exact number.
 * @returns undefined if empty
 * @throws InputError for everything else, which JavaScript would turn into text that nobody wrote
 */
export function readText(value: unknown, field: string): string | undefined {
	const text = stringOf(value, field);
	return text === undefined || NOT_APPLICABLE.test(text) ? undefined : checked(text, field, UNUSABLE_TEXTS);
}

/**
 * Reads an identifier, such as an order number, a SKU or an ID: stricter, because a wrong one means another record.
 * @returns undefined if empty
 * @throws InputError
 */
export function readCode(value: unknown, field: string): string | undefined {
	if (typeof value === 'number' && Number.isFinite(value) && !Number.isInteger(value)) {
		throw new InputError(
			field,
			`${value} is a number with decimals.`,
			'Enter it as text: a spreadsheet or a program took it for a number.',
		);
	}
	const text = stringOf(value, field);
	return text === undefined ? undefined : checked(checked(text, field, UNUSABLE_TEXTS), field, SPOILT_CODES);
}

function stringOf(value: unknown, field: string): string | undefined {
	if (isNothing(value)) return undefined;
	if (typeof value === 'string') return cleanText(value);
	if (typeof value === 'bigint') return String(value);
	if (typeof value === 'number') return numberAsText(value, field);
	throw notText(value, field);
}

function numberAsText(value: number, field: string): string {
	if (Number.isSafeInteger(value)) return String(value);
	const text = String(value);
	if (!Number.isFinite(value)) throw new InputError(field, `“${text}” is not a value.`, FIX_EXPRESSION);
	if (Number.isInteger(value) || /e/i.test(text))
		throw new InputError(field, `${text} is larger than a number can hold exactly.`, LOST_DIGITS);
	return text;
}

function notText(value: unknown, field: string): InputError {
	if (typeof value === 'boolean')
		return new InputError(field, `“${value}” is a yes/no value, not text.`, 'Map the field that contains the text.');
	if (Array.isArray(value))
		return new InputError(
			field,
			`This is a list, not a single value: “${excerpt(value)}”.`,
			'Map one value of the list, or split the list into items first.',
		);
	if (value instanceof Date || (typeof value === 'object' && value !== null && 'toISO' in value)) {
		return new InputError(
			field,
			'This is a date, not text.',
			'Write it as text, for example with .toFormat("yyyy-MM-dd").',
		);
	}
	return new InputError(
		field,
		`This is an object, not a single value: “${excerpt(value)}”.`,
		'Map one of its fields, for example {{ $json.customer.name }}.',
	);
}

/** The beginning of a value, for a message. */
export function excerpt(value: unknown): string {
	const shown = typeof value === 'object' && value !== null ? jsonOf(value) : String(value);
	return shorten(shown, 60);
}

function jsonOf(value: object): string {
	try {
		return JSON.stringify(value) ?? 'an object';
	} catch {
		// A circular object.
		return 'an object';
	}
}

function checked(text: string, field: string, unusable: typeof UNUSABLE_TEXTS): string {
	for (const [pattern, problem, remedy] of unusable) {
		if (pattern.test(text)) throw new InputError(field, `“${excerpt(text)}” ${problem}`, remedy);
	}
	return text;
}
