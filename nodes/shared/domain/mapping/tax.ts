import { Big } from '../../vendor/big';
import { InputError } from '../inputError';
import { netPrice, parseAmount } from '../values/money';

/** A line of an order as the ERP prices it. */
export interface TaxableLine {
	quantity: number;
	unitPrice: number;
	/** Off the whole line. */
	discount: number;
}

/** The tax of an order: a rate in percent, or an amount of money. */
export type OrderTax = { rate: number } | { amount: number };

export interface TaxOptions {
	/** The prices include the tax. */
	isInclusive: boolean;
	/** Decimal places of the currency: 2 for cents. */
	places: number;
}

/** The tax of an order and of each of its lines, as money. */
export interface SplitTax {
	tax: number;
	/** In the order of the lines; their sum is the tax of the order. */
	lines: Array<{ tax: number; netUnitPrice: number }>;
}

/** Reads a rate in percent, with or without the sign. @throws InputError if it is not one */
export function readRate(value: unknown, field: string): number {
	const rate = parseAmount(typeof value === 'string' ? value.replace(/\s*%\s*$/, '') : value, field);
	if (rate >= 0 && rate <= 100) return rate;
	throw new InputError(field, `${rate} is not a rate in percent.`, 'Use a number from 0 to 100, for example 8.25.');
}

/** A difference below this is the noise of a computer's decimals. */
const NOISE = '0.000001';

/**
 * Splits the tax of an order into the tax of its lines. Each line is rounded; what the rounding leaves over goes to the
 * last line that has a value, so that the lines add up to the tax of the order.
 * @throws InputError if no line has a value that the tax could belong to, or if the amount has more decimals than the
 *   currency
 */
export function splitTax(
	lines: readonly TaxableLine[],
	given: OrderTax,
	{ isInclusive, places }: TaxOptions,
): SplitTax {
	const values = lines.map(({ quantity, unitPrice, discount }) => new Big(quantity).times(unitPrice).minus(discount));
	const whole = values.reduce((total, value) => total.plus(value), new Big(0));
	const round = (amount: Big): Big => amount.round(places, Big.roundHalfUp);
	const exact = values.map((value) => exactTax(value, whole, given, isInclusive));
	const total = 'amount' in given ? inPlaces(given.amount, places) : round(sumOf(exact));
	if (!total.eq(0) && values.every((value) => value.eq(0)))
		throw new InputError('Tax', 'No line has a value that the tax could belong to.', 'Check the prices of the lines.');
	const taxes = exact.map(round);
	let left = total.minus(sumOf(taxes));
	for (let at = lines.length - 1; at >= 0 && !left.eq(0); at--) {
		if (values[at]?.eq(0)) continue;
		const tax = (taxes[at] ?? new Big(0)).plus(left);
		// A line cannot change the sign of its own tax: what is too much for it goes to the line before.
		const isTooMuch = tax.times(exact[at] ?? 0).lt(0);
		taxes[at] = isTooMuch ? new Big(0) : tax;
		left = isTooMuch ? tax : new Big(0);
	}
	return {
		tax: Number(total.toString()),
		lines: lines.map(({ quantity, unitPrice }, at) => {
			const tax = Number((taxes[at] ?? new Big(0)).toString());
			return { tax, netUnitPrice: isInclusive && quantity !== 0 ? netPrice(unitPrice, tax, quantity) : unitPrice };
		}),
	};
}

function exactTax(value: Big, whole: Big, given: OrderTax, isInclusive: boolean): Big {
	if ('amount' in given) return whole.eq(0) ? new Big(0) : value.times(given.amount).div(whole);
	const rate = new Big(given.rate);
	return value.times(rate).div(isInclusive ? rate.plus(100) : 100);
}

function inPlaces(amount: number, places: number): Big {
	const rounded = new Big(amount).round(places, Big.roundHalfUp);
	if (rounded.minus(amount).abs().lt(NOISE)) return rounded;
	throw new InputError(
		'Tax',
		`The amount ${amount} has more than ${places} decimals.`,
		'Round it, or set “Decimal Places” to those of the currency.',
	);
}

const sumOf = (amounts: readonly Big[]): Big => amounts.reduce((total, amount) => total.plus(amount), new Big(0));
