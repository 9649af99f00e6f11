import { readCode } from './text';
import { withoutSheetMarks } from './sheet';

/** A product code, with what was repaired or is wrong. */
export interface Upc {
	upc: string;
	mended?: true;
	odd?: true;
}

/** The last digit of UPC and EAN codes checks the others. */
function isChecked(digits: string): boolean {
	const sum = [...digits]
		.reverse()
		.reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 1 : 3), 0);
	return sum % 10 === 0;
}

/**
 * Reads a UPC. A code with 11 or 10 digits lost its leading zeros to a spreadsheet if its check digit confirms that.
 * @returns undefined if empty
 * @throws InputError if it is not text
 */
export function readUpc(value: unknown, field: string): Upc | undefined {
	const text = readCode(value, field);
	if (text === undefined) return undefined;
	const upc = withoutSheetMarks(text);
	if (!/^\d{10,11}$/.test(upc)) return { upc };
	const whole = upc.padStart(12, '0');
	return isChecked(whole) ? { upc: whole, mended: true } : { upc, odd: true };
}
