import { InputError } from '../../../nodes/shared/domain/inputError';
import { parseAmount, parseCurrency, parseQuantity, sum } from '../../../nodes/shared/domain/values/money';

describe('an amount', () => {
	it.each([
		[12.5, 12.5],
		['12.50', 12.5],
		[' 12.50 ', 12.5],
		['1,234.50', 1234.5],
		['1,234,567', 1234567],
		['-5', -5],
		['.5', 0.5],
		['0', 0],
		[1.1 * 3, 3.3],
		['12,50', 12.5],
		['12.345678', 12.345678],
		['0.00449', 0.00449],
		['-1.00005', -1.00005],
		[0.1 + 0.2, 0.3],
	])('%s is %d', (given, amount) => {
		expect(parseAmount(given, 'Unit Price')).toBe(amount);
	});

	it.each([
		['nothing', ''],
		['null', null],
		["a database's NULL", 'NULL'],
		['a comma that can be decimal or a thousand', '1,250'],
		['a misplaced thousands comma', '12,34,567'],
		['scientific notation, which may have lost digits', '1e3'],
		['a currency sign', '$5'],
		['blanks between digits', '1 00'],
		['hexadecimal', '0x10'],
		['a truth value', true],
		['not a number', Number.NaN],
		['infinite', Number.POSITIVE_INFINITY],
		['more than a number can hold', '1e400'],
	])('%s (%s) is refused, never guessed', (_what, given) => {
		expect(() => parseAmount(given, 'Unit Price')).toThrow(InputError);
	});
});

describe('sums are decimal', () => {
	it('three dimes and two are fifty cents', () => {
		expect(
			sum([
				[3, 0.1],
				[1, 0.2],
			]),
		).toBe(0.5);
	});
	it('with negative terms', () => {
		expect(
			sum([
				[2, 14.5],
				[1, -3],
			]),
		).toBe(26);
	});
	it('over many terms without drifting', () => {
		expect(sum(Array.from({ length: 1000 }, () => [1, 0.1] as const))).toBe(100);
	});
	it('and nothing is nothing', () => {
		expect(sum([])).toBe(0);
	});
});

describe('a quantity', () => {
	it.each([
		[3, 3],
		['3', 3],
		[' 3 ', 3],
		['3.0', 3],
	])('%s is %d', (given, quantity) => {
		expect(parseQuantity(given, 'Quantity')).toBe(quantity);
	});

	it.each([
		['nothing', ''],
		['null', null],
		["a database's NULL", 'NULL'],
		['half a piece', '3.5'],
		['a comma that can be decimal or a thousand', '1,000'],
		['hexadecimal', '0x10'],
		['binary', '0b11'],
		['a truth value', true],
		['more than can be counted exactly', 2 ** 53],
		['more than a quantity can be: a barcode', '590123412345'],
		['no piece at all', '0'],
		['less than nothing', -1],
	])('%s (%s) is refused', (_what, given) => {
		expect(() => parseQuantity(given, 'Quantity')).toThrow(InputError);
	});

	it('may be zero where that makes sense, as on hand', () => {
		expect(parseQuantity('0', 'On Hand', 0)).toBe(0);
	});

	it('says how small it may be', () => {
		expect(() => parseQuantity(0, 'Quantity')).toThrow(
			expect.objectContaining({ field: 'Quantity', remedy: 'Use 1 or more.' }) as Error,
		);
	});
});

describe('a currency', () => {
	it.each([['USD'], ['usd'], [' usd ']])('“%s” is USD', (given) => {
		expect(parseCurrency(given)).toBe('USD');
	});
	it.each(['JPY', 'KWD', 'EUR'])('%s is known', (code) => expect(parseCurrency(code)).toBe(code));
	it.each([[''], ['US'], ['$'], ['Dollar'], ['ABC'], ['XXX'], [null], [{}]])('“%s” is refused', (given) => {
		expect(() => parseCurrency(given)).toThrow(InputError);
	});
});
