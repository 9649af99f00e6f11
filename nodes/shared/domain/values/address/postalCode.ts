import { ownValue } from '../../ownValue';
import { readCode } from '../text';
import { withoutSheetMarks } from '../sheet';

/** A postal code, with what was repaired or is wrong. */
export interface PostalCode {
	code: string;
	/** Zeros that a spreadsheet dropped were restored. */
	mended?: true;
	/** It cannot be right, and the intended code is unclear. */
	odd?: true;
}

/** Countries with all-digit postal codes that may begin with zero, and their number of digits. */
const DIGITS: Record<string, number> = {
	AU: 4,
	DE: 5,
	DZ: 5,
	EE: 5,
	ES: 5,
	FI: 5,
	FR: 5,
	IT: 5,
	JP: 7,
	KR: 5,
	LT: 5,
	MA: 5,
	MX: 5,
	MY: 5,
	PR: 5,
	SG: 6,
	TR: 5,
	UA: 5,
	US: 5,
	VI: 5,
};

/** The first digits of US postal codes in the states where they begin with zero. */
const ZERO_STATES: Record<string, RegExp> = {
	AE: /^09/,
	CT: /^06/,
	MA: /^0(1|2[0-7]|55)/,
	ME: /^0(39|4)/,
	NH: /^03[0-8]/,
	NJ: /^0[78]/,
	NY: /^(005|063)/,
	PR: /^00[679]/,
	RI: /^02[89]/,
	VI: /^008/,
	VT: /^05/,
};
const ZERO_STATE_NAMES: Record<string, string> = {
	CONNECTICUT: 'CT',
	MASSACHUSETTS: 'MA',
	MAINE: 'ME',
	'NEW HAMPSHIRE': 'NH',
	'NEW JERSEY': 'NJ',
	'NEW YORK': 'NY',
	'PUERTO RICO': 'PR',
	'RHODE ISLAND': 'RI',
	'VIRGIN ISLANDS': 'VI',
	'U.S. VIRGIN ISLANDS': 'VI',
	VERMONT: 'VT',
	'ARMED FORCES EUROPE': 'AE',
};
/** US territories that are countries of their own in an address. */
const TERRITORIES = ['PR', 'VI'];

/**
 * Reads a postal code. If it is too short for a country with all-digit codes, a spreadsheet dropped its leading zeros:
 * they are restored if the code cannot mean anything else.
 * @returns undefined if empty
 * @throws InputError if it is not text
 */
export function readPostalCode(
	value: unknown,
	field: string,
	country: string | undefined,
	state: string | null | undefined,
): PostalCode | undefined {
	const text = readCode(value, field);
	if (text === undefined) return undefined;
	const code = withoutSheetMarks(text);
	const length = ownValue(DIGITS, country ?? '');
	if (length === undefined) return { code };
	if (country === 'US' || TERRITORIES.includes(country ?? ''))
		return american(code, TERRITORIES.includes(country ?? '') ? country : state);
	if (!/^\d+$/.test(code) || code.length >= length || code.length < length - 2) return { code };
	// A number has lost its zero; a text may just be a typo.
	return typeof value === 'number' ? { code: code.padStart(length, '0'), mended: true } : { code, odd: true };
}

function american(given: string, state: string | null | undefined): PostalCode {
	const code = given.replace(/(?<=\d)-[_ ]*$/, '');
	const digits = code.replace('-', '');
	if (/^\d{5}(-?\d{4})?$/.test(code) || !/^\d+$/.test(digits)) return { code };
	const isLong = digits.length > 5;
	const whole = digits.padStart(isLong ? 9 : 5, '0');
	const short = whole.length - digits.length;
	const place = (state ?? '').toUpperCase().trim();
	const begins = ownValue(ZERO_STATES, ownValue(ZERO_STATE_NAMES, place) ?? place);
	if (short < 1 || short > 2 || !begins?.test(whole)) return { code, odd: true };
	return { code: isLong ? `${whole.slice(0, 5)}-${whole.slice(5)}` : whole, mended: true };
}
