import { Big } from '../../vendor/big';
import { currencyCodes } from './currencies';
import { InputError } from '../inputError';
import { type NumberStyle, readNumber } from './number';
import { excerpt, readCode } from './text';

/** An amount in major units with its ISO 4217 currency. */
export interface Money {
	amount: number;
	currency: string;
}

/**
 * Decimal places of sums that are sent: listed currencies have at most three (BHD), and prices are often quoted in
 * four.
 */
const PLACES = 4;
/**
 * Decimal places that an amount keeps: prices of screws and grams have many, and a computer's 0.1 + 0.2 has too many.
 */
const KEPT = 10;
/** More than any amount of money, but less than what a number can hold to the cent. */
const LARGEST = 1e13;
/** Quantities are 32-bit integers on the wire. */
const MOST_PIECES = 2_147_483_647;

/**
 * Reads an amount as people and exports write it: `12.5`, `"12.50"`, `"1,234.50"`, `"1.234,50"`.
 * @returns undefined if empty
 * @throws InputError if it is not a number, or ambiguous; an amount is never guessed
 */
export function readAmount(value: unknown, field: string, style?: NumberStyle): number | undefined {
	const number = readNumber(value, field, style);
	if (number === undefined) return undefined;
	if (number.abs().gte(LARGEST))
		throw new InputError(
			field,
			`The amount “${excerpt(value)}” is too large.`,
			'Check that the right column is mapped.',
		);
	return rounded(number, KEPT);
}

/**
 * Reads a whole number.
 * @returns undefined if empty
 * @throws InputError if it is not one, or below `least`
 */
export function readQuantity(value: unknown, field: string, least = 1, style?: NumberStyle): number | undefined {
	const number = readNumber(value, field, style, true);
	if (number === undefined) return undefined;
	if (!number.eq(number.round())) {
		const isThousands = typeof value === 'string' && /^\D?\d{1,3}\.\d{3}$/.test(value.trim());
		const remedy = isThousands
			? " If the point separates thousands, set “Decimal Separator” in the node's options to a comma."
			: '';
		throw new InputError(
			field,
			`“${excerpt(value)}” is not a whole number.`,
			`Use a whole number, for example 3.${remedy}`,
		);
	}
	if (number.gt(MOST_PIECES))
		throw new InputError(
			field,
			`“${excerpt(value)}” is too large.`,
			`Use ${MOST_PIECES} or less, and check that the right column is mapped.`,
		);
	const quantity = Number(number.toFixed(0));
	if (quantity < least) throw new InputError(field, `${quantity} is too small.`, `Use ${least} or more.`);
	return quantity;
}

/** The same for a required amount. */
export const parseAmount = (value: unknown, field: string, style?: NumberStyle): number =>
	needed(readAmount(value, field, style), field);

/** The same for a required whole number. */
export const parseQuantity = (value: unknown, field: string, least?: number, style?: NumberStyle): number =>
	needed(readQuantity(value, field, least, style), field);

function needed(number: number | undefined, field: string): number {
	if (number !== undefined) return number;
	throw new InputError(field, 'This required field is empty.', 'Enter a number, for example 3.');
}

/**
 * Reads the ISO 4217 code of a currency for goods.
 * @throws InputError for anything else
 */
export function parseCurrency(value: unknown, field = 'Currency'): string {
	const text = (readCode(value, field) ?? '').toUpperCase();
	if (currencyCodes.has(text)) return text;
	throw new InputError(
		field,
		text === '' ? 'This required field is empty.' : `Order Manager has no currency with the code “${excerpt(text)}”.`,
		'Use the three-letter ISO 4217 code, for example USD.',
	);
}

/** The sum of products and amounts in decimal arithmetic: `sum([[2, 14.5], [1, -3]])` is 26. */
export const sum = (terms: ReadonlyArray<readonly [factor: number, amount: number]>): number =>
	rounded(
		terms.reduce((total, [factor, amount]) => total.plus(new Big(factor).times(amount)), new Big(0)),
		PLACES,
	);

/** A unit price without the tax of its line. */
export const netPrice = (price: number, tax: number, quantity: number): number =>
	rounded(new Big(price).minus(new Big(tax).div(quantity)), KEPT);

const rounded = (amount: Big, decimals: number): number => Number(amount.round(decimals, Big.roundHalfUp).toString());
