import { type DiscountBase, readDiscount, readPercentage } from '../../../nodes/shared/domain/order/discount';
import { InputError } from '../../../nodes/shared/domain/inputError';
import { netPrice } from '../../../nodes/shared/domain/values/money';
import { orderTotal } from '../../../nodes/shared/domain/order/orderTotal';

const line = (amount: number, currency = 'USD'): DiscountBase => ({ amount, currency, name: 'line' });

describe('a discount is what it takes off', () => {
	it.each([
		['an amount', 5, undefined, 5],
		['an amount as text', '5.00', 'amount', 5],
		['a percentage by its sign', '15%', undefined, 25.2],
		['a percentage by its sign, whatever the column is', '15 %', 'fraction', 25.2],
		['a fraction where the user says so', 0.15, 'fraction', 25.2],
		['a percentage where the user says so', '15', 'percentage', 25.2],
		['nothing', '', 'fraction', undefined],
	] as const)('%s', (_, given, form, amount) => expect(readDiscount(given, 'Discount', line(168), form)).toBe(amount));

	it.each([
		['USD', 1.83],
		['JPY', 2],
		['KWD', 1.833],
	])('in the smallest unit of %s', (currency, amount) =>
		expect(readDiscount('33%', 'Discount', line(5.555, currency), undefined)).toBe(amount),
	);

	it.each([
		['below zero, which would raise the total', -5, undefined, /negative/],
		['below zero as a rate', '-15%', undefined, /negative/],
		['more than the line', 169, undefined, /more than the line of 168/],
		['more than all of it', 15, 'fraction', /more than the line/],
		['a word', 'much', undefined, /not a number/],
	] as const)('%s is refused', (_, given, form, message) =>
		expect(() => readDiscount(given, 'Discount', line(168), form)).toThrow(message),
	);

	it('a rate of something that is not known yet is refused', () => {
		expect(() => readDiscount('15%', 'Discount', { currency: 'USD', name: 'order' }, undefined)).toThrow(
			/the price of the order is not known/,
		);
	});
});

describe('a column of percentages', () => {
	const percentage = (given: unknown, form?: 'percentage' | 'fraction'): number | undefined =>
		readPercentage(given, 'Discount %', line(100), form);
	it.each([
		[15, 15],
		['15', 15],
		['15%', 15],
		['0.5%', 0.5],
		[0, 0],
		[1, 1],
	])('%s takes %d off a hundred', (given, amount) => expect(percentage(given)).toBe(amount));
	it('with a value below 1 can mean two things, and asks', () =>
		expect(() => percentage(0.15)).toThrow('Discount %: “0.15” can mean 0.15 % or 15 %.'));
	it('or is what the user says', () =>
		expect([percentage(0.15, 'fraction'), percentage(0.15, 'percentage')]).toEqual([15, 0.15]));
});

describe('the total of an order', () => {
	const order = (more: object = {}): Parameters<typeof orderTotal>[0] => ({
		lines: [{ sku: 'MUG', name: 'Mug', quantity: 10_000, unitPrice: 0.00449, tax: 0, discount: 0 }],
		shippingCost: 0,
		discount: 0,
		...more,
	});
	it('multiplies small prices before it rounds', () => expect(orderTotal(order())).toBe(44.9));
	it('may be nothing', () => expect(orderTotal(order({ discount: 44.9 }))).toBe(0));
	it('counts freight before the discount', () =>
		expect(orderTotal(order({ discount: 49.9, shippingCost: 5 }))).toBe(0));
	it('is not below zero', () => expect(() => orderTotal(order({ discount: 45 }))).toThrow(InputError));
});

describe('a price without the tax that it includes', () => {
	it.each([
		[11.9, 5.7, 3, 10],
		[119, 19, 1, 100],
		[10, 0, 2, 10],
	])('of %d, where %d are tax of %d pieces, is %d', (price, tax, quantity, net) =>
		expect(netPrice(price, tax, quantity)).toBe(net),
	);
});
