import fc from '../../../support/fastCheck';
import { Big } from '../../../../nodes/shared/vendor/big';
import { readRate, splitTax, type TaxableLine } from '../../../../nodes/shared/domain/mapping/tax';

const lines = (...prices: number[]): TaxableLine[] =>
	prices.map((unitPrice) => ({ quantity: 1, unitPrice, discount: 0 }));
const cents = { isInclusive: false, places: 2 };
const taxes = (...given: Parameters<typeof splitTax>): number[] => splitTax(...given).lines.map(({ tax }) => tax);

describe('The tax of an order', () => {
	it('is its rate of every line', () => {
		expect(splitTax(lines(100, 50), { rate: 8.25 }, cents)).toEqual({
			tax: 12.38,
			lines: [
				{ tax: 8.25, netUnitPrice: 100 },
				{ tax: 4.13, netUnitPrice: 50 },
			],
		});
	});

	it('is contained in prices that include it', () => {
		expect(
			splitTax([{ quantity: 2, unitPrice: 11.9, discount: 0 }], { rate: 19 }, { ...cents, isInclusive: true }),
		).toEqual({
			tax: 3.8,
			lines: [{ tax: 3.8, netUnitPrice: 10 }],
		});
	});

	it('is split by the values of the lines, less their discounts, and the last line takes what rounding leaves', () => {
		expect(taxes(lines(10, 10, 10), { amount: 1 }, cents)).toEqual([0.33, 0.33, 0.34]);
		expect(taxes([...lines(10), { quantity: 2, unitPrice: 10, discount: 10 }], { amount: 3 }, cents)).toEqual([
			1.5, 1.5,
		]);
	});

	it('puts nothing on a line without a value, not even what rounding leaves', () => {
		expect(taxes(lines(10, 10, 10, 0), { amount: 1 }, cents)).toEqual([0.33, 0.33, 0.34, 0]);
	});

	it('gives no line a tax of the other sign', () => {
		expect(
			taxes(lines(...Array.from({ length: 100 }, () => 0.06)), { amount: 0.6 }, cents).filter((tax) => tax < 0),
		).toEqual([]);
	});

	it('leaves lines alone that are not rounded where another line is negative', () => {
		expect(taxes(lines(100, 100, -50), { rate: 8.25 }, cents)).toEqual([8.25, 8.25, -4.12]);
		expect(taxes(lines(-100, -100, 50), { rate: 8.25 }, cents)).toEqual([-8.25, -8.25, 4.12]);
	});

	it('has the decimals of its currency', () => {
		expect(taxes(lines(105, 105), { rate: 10 }, { isInclusive: false, places: 0 })).toEqual([11, 10]);
	});

	it.each([
		['no line has a value', lines(0, 0), { amount: 1 }, /No line has a value/],
		['it has more decimals than the currency', lines(1), { amount: 1.005 }, /more than 2 decimals/],
	])('is refused if %s', (_, all, given, message) => {
		expect(() => splitTax(all, given, cents)).toThrow(message);
	});

	it('is always the sum of the tax of the lines, to the cent', () => {
		const line = fc.record({
			quantity: fc.integer({ min: 0, max: 40 }),
			unitPrice: fc.integer({ min: 0, max: 99999 }).map((price) => price / 100),
			discount: fc.constant(0),
		});
		const order = fc.oneof(
			fc.record({ rate: fc.integer({ min: 0, max: 3000 }).map((rate) => rate / 100) }),
			fc.record({ amount: fc.integer({ min: 0, max: 99999 }).map((amount) => amount / 100) }),
		);
		fc.assert(
			fc.property(fc.array(line, { minLength: 1, maxLength: 30 }), order, fc.boolean(), (all, given, isInclusive) => {
				if ('rate' in given) {
					const mixed = all.map((one, at) => (at % 3 === 2 ? { ...one, unitPrice: -one.unitPrice } : one));
					const { tax, lines: split } = splitTax(mixed, given, { isInclusive, places: 2 });
					expect(Number(split.reduce((sum, one) => sum.plus(one.tax), new Big(0)).toString())).toBe(tax);
					for (const [at, { quantity, unitPrice }] of mixed.entries())
						expect((split[at]?.tax ?? 0) * quantity * unitPrice).toBeGreaterThanOrEqual(0);
				}
				fc.pre('rate' in given || all.some(({ quantity, unitPrice }) => quantity * unitPrice > 0));
				const split = splitTax(all, given, { isInclusive, places: 2 });
				const total = split.lines.reduce((sum, { tax }) => sum.plus(tax), new Big(0));
				expect(Number(total.toString())).toBe(split.tax);
				if ('amount' in given) expect(split.tax).toBe(given.amount);
				for (const { tax } of split.lines) expect(new Big(tax).times(100).mod(1).toString()).toBe('0');
			}),
			{ seed: Number(process.env['PROPERTY_SEED'] ?? 11), numRuns: 500 },
		);
	});
});

describe('A rate', () => {
	it('is in percent, with or without the sign, with a point or a comma', () => {
		expect(['8.25', '8,25 %', 8.25].map((given) => readRate(given, 'Rate'))).toEqual([8.25, 8.25, 8.25]);
	});

	it.each([-1, 101, 'full', ''])('is not %j', (given) => {
		expect(() => readRate(given, 'Rate')).toThrow(/Rate/);
	});
});
