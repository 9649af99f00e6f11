import { readCode } from './text';
import { withoutSheetMarks } from './sheet';

/** A product code, and what was done to it or is wrong with it. */
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
 * Reads a UPC. One with 11 or 10 digits has lost its zeros to a spreadsheet when its check digit says so.
 * @returns undefined where there is nothing
 * @throws InputError when it is no text
 */
export function readUpc(value: unknown, field: string): Upc | undefined {
	const text = readCode(value, field);
	if (text === undefined) return undefined;
	const upc = withoutSheetMarks(text);
	if (!/^\d{10,11}$/.test(upc)) return { upc };
	const whole = upc.padStart(12, '0');
	return isChecked(whole) ? { upc: whole, mended: true } : { upc, odd: true };
}
