import { Big } from '../vendor/big';
import { InputError } from './inputError';

/** An amount in major units with its ISO 4217 currency. */
export interface Money {
	amount: number;
	currency: string;
}

/** Decimal places that amounts are rounded to before they are sent: the finest that a listed currency has is three (BHD), prices are often quoted in four. */
const PLACES = 4;

/**
 * Reads an amount as people and exports write it: `12.5`, `"12.50"`, `"1,234.50"`.
 * @throws InputError when it is no number; an amount is never guessed
 */
export function parseAmount(value: unknown, field: string): number {
	const text = String(value ?? '').trim();
	const plain = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text;
	if (!/^-?(\d+\.?\d*|\.\d+)(e-?\d+)?$/i.test(plain)) {
		throw new InputError(field, `“${text}” is not an amount.`, 'Give a number with a decimal point, for example 12.50.');
	}
	const amount = round(new Big(plain));
	if (!Number.isFinite(amount)) throw new InputError(field, `“${text}” is too large an amount.`, 'Give a number with a decimal point, for example 12.50.');
	return amount;
}

/**
 * Reads a whole number.
 * @throws InputError when it is none, or less than `least`
 */
export function parseQuantity(value: unknown, field: string, least = 1): number {
	const text = String(value ?? '').trim();
	const number = Number(text);
	if (!/^-?\d+(\.0*)?$/.test(text) || !Number.isSafeInteger(number)) {
		throw new InputError(field, `“${text}” is not a whole number.`, 'Give a whole number, for example 3.');
	}
	if (number < least) throw new InputError(field, `${number} is too small.`, `Give ${least} or more.`);
	return number;
}

/** Reads an ISO 4217 code; letters only, the service knows which ones it takes. */
export function parseCurrency(value: unknown, field = 'Currency'): string {
	const text = String(value ?? '').trim().toUpperCase();
	if (/^[A-Z]{3}$/.test(text)) return text;
	throw new InputError(field, `“${text}” is not a currency code.`, 'Give three letters, for example USD.');
}

/** The sum of products and amounts in decimal arithmetic: `sum([[2, 14.5], [1, -3]])` is 26. */
export const sum = (terms: ReadonlyArray<readonly [factor: number, amount: number]>): number =>
	round(terms.reduce((total, [factor, amount]) => total.plus(new Big(factor).times(amount)), new Big(0)));

/** A share of a product, in cents: what 0.05 of 12 pieces at 14.30 is. */
export const shareOf = (rate: number, [factor, amount]: readonly [number, number]): number =>
	Number(new Big(rate).times(factor).times(amount).round(2, Big.roundHalfUp).toString());

const round = (amount: Big): number => Number(amount.round(PLACES, Big.roundHalfUp).toString());
