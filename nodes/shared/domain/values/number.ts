import { Big } from '../../vendor/big';
import { InputError } from '../inputError';
import { cleanText, excerpt, readText } from './text';

export type DecimalSeparator = '.' | ',';

/** How the source writes its numbers. */
export interface NumberStyle {
	/** The user's setting. */
	fixed?: DecimalSeparator;
	/** The separator in the column's other values; only needed for ambiguous numbers. */
	shown?(): DecimalSeparator | undefined;
	/** The separator in all other values of the run. */
	elsewhere?(): DecimalSeparator | undefined;
}

/** The possible meanings of a number written as text. */
type Reading = { plain: string; separator?: DecimalSeparator } | { either: Record<DecimalSeparator, string> };

const SIGN = /^[-−]/;

/**
 * Analyzes a written number.
 * @returns undefined if it is not one
 */
function readingOf(text: string): Reading | undefined {
	const sign = SIGN.test(text) ? '-' : '';
	const digits = text.replace(SIGN, '');
	const spaced = /^\d{1,3}(?:[ '’]\d{3})+([.,]\d+)?$/.exec(digits);
	if (spaced)
		return {
			plain: sign + digits.replace(/[ '’]/g, '').replace(',', '.'),
			separator: spaced[1] ? (spaced[1].charAt(0) as DecimalSeparator) : undefined,
		};
	if (/^\d+$/.test(digits)) return { plain: sign + digits };
	if (/^\d*\.\d*$/.test(digits) && digits !== '.') return withSeparator(digits, '.', sign);
	if (/^\d*,\d+$/.test(digits)) return withSeparator(digits, ',', sign);
	if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits)) return { plain: sign + digits.replaceAll(',', ''), separator: '.' };
	if (/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(digits))
		return { plain: sign + digits.replaceAll('.', '').replace(',', '.'), separator: ',' };
	return undefined;
}

/** One separator: decimals, or thousands if exactly three digits follow a possible first group. */
function withSeparator(digits: string, separator: DecimalSeparator, sign: string): Reading {
	const decimal = sign + digits.replace(',', '.');
	if (!/^[1-9]\d{0,2}[.,]\d{3}$/.test(digits)) return { plain: decimal, separator };
	const thousand = sign + digits.replace(separator, '');
	return { either: separator === '.' ? { '.': decimal, ',': thousand } : { ',': decimal, '.': thousand } };
}

/** The separator that a column's numbers reveal; nothing if they contradict each other. */
export function separatorShownBy(values: Iterable<unknown>, whole = false): DecimalSeparator | undefined {
	const shown = new Set<DecimalSeparator>();
	for (const value of values) {
		if (typeof value !== 'string') continue;
		const reading = readingOf(cleanText(value));
		if (reading === undefined) continue;
		// Pieces are whole, so apparent decimals are thousands. Points do not count here, because programs write them.
		if ('either' in reading) {
			if (whole && !Number.isInteger(Number(reading.either[',']))) shown.add('.');
		} else if (reading.separator) shown.add(reading.separator);
	}
	const [separator, other] = shown;
	return other === undefined ? separator : undefined;
}

/**
 * Reads a number as people and exports write it.
 * @param whole it counts pieces
 * @returns undefined if empty
 * @throws InputError if it is not a number, or ambiguous: a number is never guessed
 */
export function readNumber(value: unknown, field: string, style: NumberStyle = {}, whole = false): Big | undefined {
	if (typeof value === 'number' && Number.isFinite(value)) return new Big(value);
	if (typeof value === 'boolean') throw notANumber(value, field, whole);
	const text = readText(value, field);
	if (text === undefined) return undefined;
	const reading = readingOf(text);
	if (reading === undefined) throw notANumber(text, field, whole);
	if ('either' in reading) return new Big(chosen(reading.either, text, field, style, whole));
	if (style.fixed !== undefined && reading.separator !== undefined && reading.separator !== style.fixed) {
		const remedy = "Set “Decimal Separator” in the node's options to match the numbers.";
		throw new InputError(field, `“${text}” has a decimal ${reading.separator === ',' ? 'comma' : 'point'}.`, remedy);
	}
	return new Big(reading.plain);
}

function chosen(
	either: Record<DecimalSeparator, string>,
	text: string,
	field: string,
	style: NumberStyle,
	whole: boolean,
): string {
	const isPoint = text.includes('.');
	const decimal = either[isPoint ? '.' : ','];
	const separator = style.fixed ?? style.shown?.();
	if (separator !== undefined) return either[separator];
	// Programs write a point before decimals, unless the file has commas there; a comma may be either.
	if (isPoint && style.elsewhere?.() !== ',') return decimal;
	const thousand = either[isPoint ? ',' : '.'];
	if (whole && !Number.isInteger(Number(decimal))) return thousand;
	const remedy = `rite it like ${thousand}.`;
	throw new InputError(
		field,
		`“${text}” can mean ${thousand} or ${Number(decimal)}.`,
		style.shown ? `Set “Decimal Separator” in the node's options, or w${remedy}` : `W${remedy}`,
	);
}

function notANumber(value: unknown, field: string, whole: boolean): InputError {
	const text = excerpt(value);
	if (/e[+-]?\d+$/i.test(text))
		return new InputError(
			field,
			`“${text}” is in scientific notation, which may have lost digits.`,
			'Format the column as a number in the spreadsheet.',
		);
	if (/[%]/.test(text))
		return new InputError(
			field,
			`“${text}” is a percentage, not a number.`,
			'Enter the number itself, for example 12.50.',
		);
	return new InputError(
		field,
		`“${text}” is not a number.`,
		whole ? 'Use a whole number, for example 3.' : 'Use a number with digits only, for example 12.50.',
	);
}
