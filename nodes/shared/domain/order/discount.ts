import { Big } from '../../vendor/big';
import { InputError } from '../inputError';
import { readAmount } from '../values/money';
import { type NumberStyle, readNumber } from '../values/number';
import { cleanText, excerpt } from '../values/text';

/** The forms of a discount: an amount of money, or 15 % as `15` or as `0.15`. */
export const DISCOUNT_FORMS = ['amount', 'percentage', 'fraction'] as const;
export type DiscountForm = (typeof DISCOUNT_FORMS)[number];

/** The line or order that a discount reduces. */
export interface DiscountBase {
	/** Undefined if not known yet, so that a rate cannot be converted. */
	amount?: number;
	currency: string;
	/** Its name in messages. */
	name: 'line' | 'order';
}

/** Decimal places of a currency: none for the yen, three for the Kuwaiti dinar. */
export const placesOf = (currency: string): number =>
	new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/**
 * Reads a discount as an amount.
 * @param form undefined if not set: an amount, unless it has a percent sign
 * @returns undefined if empty
 * @throws InputError if it is negative or exceeds its base
 */
export function readDiscount(
	value: unknown,
	field: string,
	base: DiscountBase,
	form: DiscountForm | undefined,
	style?: NumberStyle,
): number | undefined {
	const rate = rateOf(value, field, form, style);
	const amount = rate === undefined ? readAmount(value, field, style) : shareOf(base, rate, value, field);
	if (amount === undefined) return undefined;
	if (amount < 0)
		throw new InputError(
			field,
			`“${excerpt(value)}” is negative and would raise the total.`,
			'Enter the discount as a positive amount.',
		);
	// An order's base also has freight, which is only known later.
	if (rate?.gt(1) || (base.name === 'line' && amount > (base.amount ?? Infinity))) {
		throw new InputError(
			field,
			`“${excerpt(value)}” is more than the ${base.name} of ${base.amount}.`,
			"Check the column. If it contains rates, set “Line Discount Is” in the node's options.",
		);
	}
	return amount;
}

function shareOf({ amount, currency, name }: DiscountBase, rate: Big, value: unknown, field: string): number {
	if (amount !== undefined) return Number(rate.times(amount).round(placesOf(currency), Big.roundHalfUp));
	throw new InputError(
		field,
		`“${excerpt(value)}” is a rate, but the price of the ${name} is not known here.`,
		'Enter it as an amount.',
	);
}

/** The rate, if the value is one. */
function rateOf(
	value: unknown,
	field: string,
	form: DiscountForm | undefined,
	style: NumberStyle | undefined,
): Big | undefined {
	const percent = typeof value === 'string' ? /^(.*\S)\s*%$/.exec(cleanText(value)) : null;
	if (percent) return readNumber(percent[1], field, style)?.div(100);
	if (form === undefined || form === 'amount') return undefined;
	const number = readNumber(value, field, style);
	return form === 'percentage' ? number?.div(100) : number;
}

/**
 * Reads a rate from a column of percentages.
 * @throws InputError if it can mean 0.15 % or 15 %
 */
export function readPercentage(
	value: unknown,
	field: string,
	base: DiscountBase,
	form: DiscountForm | undefined,
	style?: NumberStyle,
): number | undefined {
	const isPlain = !(typeof value === 'string' && value.includes('%'));
	const number = isPlain ? readNumber(value, field, style) : undefined;
	const meant = form === 'fraction' ? form : 'percentage';
	if (meant === 'percentage' && form === undefined && number?.gt(0) && number.lt(1)) {
		const remedy =
			"Set “Line Discount Is” in the node's options to Percentage or Fraction, or write the value with a percent " +
			'sign.';
		throw new InputError(
			field,
			`“${excerpt(value)}” can mean ${number.toString()} % or ${number.times(100).toString()} %.`,
			remedy,
		);
	}
	return readDiscount(value, field, base, meant, style);
}
