import type { INodeProperties } from 'n8n-workflow';
import { DISCOUNT_FORMS, type DiscountBase, type DiscountForm } from '../../../../shared/domain/order/discount';
import { InputError } from '../../../../shared/domain/inputError';
import { netPrice } from '../../../../shared/domain/values/money';
import type { NewOrderLine } from '../../../../shared/domain/order/order';
import { lineValue } from '../../../../shared/domain/order/orderTotal';
import { readChoice } from '../../../../shared/domain/values/choice';
import type { Fields } from '../../../../shared/n8n/read/params';

/** How the prices and discounts of an order are given. */
export interface Terms {
	currency: string;
	/** Undefined where the user did not choose. */
	discountIs?: DiscountForm;
	pricesIncludeTax: boolean;
}

/** The options that say how prices and discounts are given. */
export const termFields: INodeProperties[] = [
	{
		displayName: 'Line Discount Is',
		name: 'discountIs',
		type: 'options',
		options: [
			{ name: 'Amount', value: 'amount', description: 'The amount taken off, in the currency of the order' },
			{ name: 'Fraction', value: 'fraction', description: 'A rate such as 0.15 for 15%' },
			{ name: 'Percentage', value: 'percentage', description: 'A rate such as 15 for 15%' },
		],
		default: 'amount',
		description: 'How to read the discounts of order lines. A discount with a percent sign is always a percentage.',
	},
	{
		displayName: 'Prices Include Tax',
		name: 'pricesIncludeTax',
		type: 'boolean',
		default: false,
		description:
			'Whether unit prices include the tax of the line. Order Manager adds tax to the price, so the node ' +
			'subtracts it before sending prices.',
	},
];

export const DEFAULT_CURRENCY = 'USD';

/** Reads the terms. @param head where the currency is */
export function readTerms(fields: Fields, head: Fields): Terms {
	const options = fields.inside('options');
	return {
		currency: head.currency('currency') ?? DEFAULT_CURRENCY,
		discountIs: readChoice(options.raw('discountIs'), 'Line Discount Is', DISCOUNT_FORMS),
		pricesIncludeTax: options.flag('pricesIncludeTax'),
	};
}

type Prices = Pick<NewOrderLine, 'unitPrice' | 'tax' | 'discount'>;

/** Reads the prices of a line. @throws InputError when the price is empty or the discount is impossible */
export function readPrices(row: Fields, quantity: number, terms: Terms, where: string): Prices {
	if (row.isMappedEmpty('unitPrice')) {
		throw new InputError(
			`Unit Price${where}`,
			'The price is empty.',
			'Check the field that it comes from. Use 0 for free items.',
		);
	}
	const given = row.amount('unitPrice', `Unit Price${where}`) ?? 0;
	const tax = row.amount('tax', `Tax${where}`) ?? 0;
	const value = lineValue({ quantity, unitPrice: given, tax: terms.pricesIncludeTax ? 0 : tax });
	if (terms.pricesIncludeTax && tax > value)
		throw new InputError(
			`Tax${where}`,
			`The tax of ${tax} is more than the line total of ${value} that includes it.`,
			'Check the column.',
		);
	const unitPrice = terms.pricesIncludeTax ? netPrice(given, tax, quantity) : given;
	const base: DiscountBase = { amount: value, currency: terms.currency, name: 'line' };
	return { unitPrice, tax, discount: readDiscountOf(row, 'discount', `Discount${where}`, base, terms.discountIs) };
}

/** Where a line costs at least this much, a discount below 1 looks like a rate. */
const LARGE = 10;
const MAYBE_RATE: Record<DiscountBase['name'], string> = {
	line: 'Line discounts below 1 were taken as amounts: %s. If they are rates, set “Line Discount Is” in the options.',
	order: 'Order discounts below 1 were taken as amounts: %s. If they are rates, write them with a percent sign.',
};

/** Reads a discount, as an amount or as a rate. */
export function readDiscountOf(
	fields: Fields,
	name: string,
	label: string,
	base: DiscountBase,
	form?: DiscountForm,
): number {
	const rate = fields.percentage(`${name}Percent`, `${label} %`, base, form);
	const amount = fields.discount(name, label, base, form);
	if (rate !== undefined && amount !== undefined && rate !== amount) {
		throw new InputError(label, `The rate gives ${rate}, but the amount is ${amount}.`, 'Remove one of the two.');
	}
	if (
		form === undefined &&
		rate === undefined &&
		amount !== undefined &&
		amount > 0 &&
		amount < 1 &&
		(base.amount ?? LARGE) >= LARGE
	) {
		fields.remark(MAYBE_RATE[base.name], base.amount === undefined ? String(amount) : `${amount} on ${base.amount}`);
	}
	return rate ?? amount ?? 0;
}
