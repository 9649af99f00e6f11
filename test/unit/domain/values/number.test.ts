import fc from '../../../support/fastCheck';
import { InputError } from '../../../../nodes/shared/domain/inputError';
import { readAmount, readQuantity } from '../../../../nodes/shared/domain/values/money';
import {
	type DecimalSeparator,
	separatorShownBy,
	type NumberStyle,
} from '../../../../nodes/shared/domain/values/number';

const amount = (value: unknown, style?: NumberStyle): number | undefined => readAmount(value, 'Unit Price', style);
const quantity = (value: unknown, style?: NumberStyle): number | undefined => readQuantity(value, 'Quantity', 0, style);
/** The style of a column that has these values. */
const column = (values: unknown[], whole = false): NumberStyle => ({ shown: () => separatorShownBy(values, whole) });

describe('a number as it is written somewhere in the world', () => {
	it.each([
		['1,234.50', 1234.5],
		['1.234,50', 1234.5],
		['1 234,50', 1234.5],
		['1\u00a0234,50', 1234.5],
		['1\u202f234.50', 1234.5],
		["1'234.50", 1234.5],
		['1’234.50', 1234.5],
		['1,234,567', 1234567],
		['1.234.567', 1234567],
		['12,50', 12.5],
		['12,5', 12.5],
		['0,449', 0.449],
		['0.00449', 0.00449],
		['−5', -5],
		['14.0000', 14],
		['1.250', 1.25],
	])('%s is %d', (given, number) => expect(amount(given)).toBe(number));

	it.each([
		'$5',
		'5 €',
		'USD 5',
		'1,23,456',
		'12.50.1',
		'1 23',
		'+5',
		'(5)',
		'5-',
		'0x10',
		'1e3',
		'1.5E+3',
		'15%',
		'twelve',
		'1,',
		',',
		'.',
		'--5',
		'٣',
	])('%s is refused', (given) => expect(() => amount(given)).toThrow(InputError));

	it.each([null, undefined, '', ' ', 'NULL', 'null', 'N/A'])('%j is none', (given) =>
		expect([amount(given), quantity(given)]).toEqual([undefined, undefined]),
	);

	it.each([{}, [], [5], true, Number.NaN, Infinity, new Date(0)])('%j is refused', (given) =>
		expect(() => amount(given)).toThrow(InputError),
	);
});

describe('a number that can be two', () => {
	it('is refused, with both of them and the option that decides', () => {
		expect(() => amount('1,250', column(['1,250']))).toThrow('Unit Price: “1,250” can mean 1250 or 1.25.');
		expect(() => amount('1,250', column([]))).toThrow(
			expect.objectContaining({ remedy: expect.stringContaining('Decimal Separator') }) as Error,
		);
	});

	it.each([
		['a decimal comma', ['1,250', '12,50'], 1.25],
		['a decimal comma behind thousands', ['1,250', '3.500,00'], 1.25],
		['two points', ['1,250', '3.500.000'], 1.25],
		['a decimal point', ['1,250', '12.50'], 1250],
		['two commas', ['1,250', '3,500,000'], 1250],
	])('is the one that the column shows by %s', (_, values, number) =>
		expect(amount('1,250', column(values))).toBe(number),
	);

	it('is refused where the column contradicts itself', () =>
		expect(() => amount('1,250', column(['12,50', '12.50']))).toThrow(InputError));

	it('is the one that the user chose', () => {
		expect([amount('1,250', { fixed: ',' }), amount('1,250', { fixed: '.' }), amount('1.250', { fixed: ',' })]).toEqual(
			[1.25, 1250, 1250],
		);
	});

	it('and what does not fit the choice is refused', () => {
		expect(() => amount('12,50', { fixed: '.' })).toThrow(/decimal comma/);
		expect(() => amount('12.50', { fixed: ',' })).toThrow(/decimal point/);
	});

	it('with a point is what programs write, unless the column shows a decimal comma', () => {
		expect([amount('1.250', column(['1.250'])), amount('1.250', column(['12,50']))]).toEqual([1.25, 1250]);
	});
});

describe('a point before three digits, in a file with decimal commas', () => {
	const german: NumberStyle = { shown: () => undefined, elsewhere: () => ',' };
	it('is refused, with both readings: thousands are not made ones', () => {
		expect(() => amount('1.250', german)).toThrow('Unit Price: “1.250” can mean 1250 or 1.25.');
		expect(() => quantity('2.000', german)).toThrow('Quantity: “2.000” can mean 2000 or 2.');
	});
	it('separates thousands where pieces would not be whole otherwise', () =>
		expect(quantity('1.250', german)).toBe(1250));
	it('is decimal in a file with decimal points, or with none', () => {
		expect([quantity('2.000', { elsewhere: () => '.' }), amount('1.250', { elsewhere: () => undefined })]).toEqual([
			2, 1.25,
		]);
	});
	it('is what the column or the user says, whatever the file has', () => {
		expect([amount('1.250', { ...german, shown: () => '.' }), amount('1.250', { ...german, fixed: ',' })]).toEqual([
			1.25, 1250,
		]);
	});
});

describe('pieces are whole', () => {
	it.each([
		['1,200', 1200],
		['1,200.00', 1200],
		['1 200', 1200],
		['12.0', 12],
		['2.000', 2],
	])('%s is %d', (given, pieces) => expect(quantity(given)).toBe(pieces));

	it('so that 2,000 alone can be two, and is refused', () =>
		expect(() => quantity('2,000', column(['2,000'], true))).toThrow(/can mean 2000 or 2/));
	it('and beside 1,250 it is two thousand', () =>
		expect(quantity('2,000', column(['2,000', '1,250'], true))).toBe(2000));
	it('and beside 0,500 it is two', () => expect(quantity('2,000', column(['2,000', '0,500'], true))).toBe(2));
	it('and 1.200 says which option makes it a thousand', () =>
		expect(() => quantity('1.200')).toThrow(
			expect.objectContaining({ remedy: expect.stringContaining('Decimal Separator') }) as Error,
		));
	it('and no more than a quantity can be', () => expect(() => quantity('940011189922')).toThrow(/too large/));
});

describe('over all numbers', () => {
	const GROUPS: Record<DecimalSeparator, string[]> = {
		'.': ['', ',', ' ', '\u00a0', "'"],
		',': ['', '.', ' ', '\u202f', '’'],
	};
	const written = fc
		.record({
			separator: fc.constantFrom<DecimalSeparator>('.', ','),
			group: fc.nat(4),
			whole: fc.oneof(fc.nat(999), fc.nat(999_999), fc.nat(2_000_000_000)),
			decimals: fc.stringMatching(/^\d{0,4}$/),
			negative: fc.boolean(),
		})
		.map(({ separator, group, whole, decimals, negative }) => {
			const digits = String(whole).replace(/\B(?=(\d{3})+$)/g, GROUPS[separator][group] ?? '');
			const sign = negative ? '-' : '';
			return {
				text: `${sign}${digits}${decimals && separator + decimals}`,
				number: Number(`${sign}${whole}.${decimals || '0'}`),
				separator,
				decimals,
			};
		});

	it('what is read with the separator that it was written with is what was written', () => {
		fc.assert(
			fc.property(
				written,
				({ text, number, separator }) =>
					amount(text, { fixed: separator }) === number || (number === 0 && amount(text, { fixed: separator }) === 0),
			),
			{ numRuns: 5000 },
		);
	});

	it('what is read without knowing it is what was written, or refused: only a single point before three digits is taken for decimals', () => {
		fc.assert(
			fc.property(written, ({ text, number }) => {
				fc.pre(!/^-?[1-9]\d{0,2}\.\d{3}$/.test(text));
				try {
					return Object.is(Math.abs(amount(text) ?? Number.NaN), Math.abs(number));
				} catch (error) {
					return error instanceof InputError;
				}
			}),
			{ numRuns: 5000 },
		);
	});

	it('a column with one number that can be only one shows how the others are meant', () => {
		fc.assert(
			fc.property(written, fc.nat(998), fc.nat(999), ({ separator }, thousands, rest) => {
				const group = separator === '.' ? ',' : '.';
				const text = `${thousands + 1}${group}${String(rest).padStart(3, '0')}`;
				return amount(text, column([text, `12${separator}50`])) === (thousands + 1) * 1000 + rest;
			}),
			{ numRuns: 2000 },
		);
	});

	it("what a program calculated keeps its digits, without the computer's own", () => {
		fc.assert(
			fc.property(
				fc.integer({ min: -1e9, max: 1e9 }),
				fc.integer({ min: 0, max: 6 }),
				(digits, fractionDigits) =>
					amount(digits / 10 ** fractionDigits) === Number((digits / 10 ** fractionDigits).toFixed(fractionDigits)) + 0,
			),
			{ numRuns: 3000 },
		);
	});

	it('pieces are whole or refused', () => {
		fc.assert(
			fc.property(
				fc.oneof(
					written.map(({ text }) => text),
					fc.string({ maxLength: 12 }),
					fc.double(),
				),
				(value) => {
					try {
						const pieces = quantity(value);
						return pieces === undefined || Number.isSafeInteger(pieces);
					} catch (error) {
						return error instanceof InputError;
					}
				},
			),
			{ numRuns: 5000 },
		);
	});
});
