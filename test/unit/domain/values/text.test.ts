import fc from '../../../support/fastCheck';
import { InputError } from '../../../../nodes/shared/domain/inputError';
import { cleanText, readCode, readText } from '../../../../nodes/shared/domain/values/text';
import { DateTime } from '../../../../nodes/shared/vendor/luxon';

const code = (value: unknown): string | undefined => readCode(value, 'Order Number');
const text = (value: unknown): string | undefined => readText(value, 'City');

describe('what only looks like a text is refused, with the field and what to do', () => {
	it.each([
		['an object', { id: 7 }, /Order Number: This is an object.*\{"id":7\}/],
		['a list', ['a', 'b'], /a list.*\["a","b"\]/],
		['a list of one', ['a'], /a list/],
		['a truth value', true, /“true” is a yes\/no value/],
		['a date', new Date(0), /a date/],
		['a luxon date', DateTime.now(), /a date/],
		['a number beyond 2^53', 9400111899223817000000, /larger than a number can hold/],
		['an integer beyond 2^53', 2 ** 53, /larger than a number can hold/],
		['not a number', Number.NaN, /“NaN”/],
		['a number with decimals', 12.5, /decimals/],
		['a broken reference of a spreadsheet', '#REF!', /spreadsheet error/],
		['a look-up of a spreadsheet that found nothing', '#N/A', /spreadsheet error/],
		['a German spreadsheet error', '#BEZUG!', /spreadsheet error/],
		['a Spanish spreadsheet error', '#¡REF!', /spreadsheet error/],
		['a column that was too narrow', '########', /spreadsheet error/],
		['scientific notation', '1.23457E+11', /scientific notation/],
		['scientific notation with a decimal comma', '1,23457E+11', /scientific notation/],
		['scientific notation without decimals', '1E+11', /scientific notation/],
		['scientific notation of JavaScript', '9.400111899223817e+21', /scientific notation/],
		['scientific notation without a sign', '9.4e21', /scientific notation/],
		['an object that a template glued on', 'ERP-[object Object]', /comes from an expression that found no text/],
		['undefined', 'undefined', /comes from an expression that found no text/],
		['undefined that a template glued on', 'ERP-undefined', /comes from an expression with a missing field/],
		['null that a template glued on', 'ERP-null', /comes from an expression with a missing field/],
		['an expression in a fixed field', '{{ $json.no }}', /not evaluated/],
		['not applicable', 'N/A', /means that there is no value/],
		['digits that a spreadsheet cut off', '940011189922381000000000', /zeros/],
		['scientific notation of Java', '1.0250001E7', /scientific notation/],
		[
			'a date that a template glued on',
			'ERP-Thu Mar 05 2026 09:12:00 GMT+0100 (Central European Standard Time)',
			/a date that was turned into text/,
		],
		['a letter that was lost', 'M\ufffdller', /lost/],
		['half an emoji', 'MUG-\ud83d', /lost/],
	])('%s', (_, value, message) => {
		expect(() => code(value)).toThrow(message);
		expect(() => code(value)).toThrow(
			expect.objectContaining({
				name: 'InputError',
				field: 'Order Number',
				remedy: expect.stringMatching(/\w/),
			}) as Error,
		);
	});

	it.each([9.400111899223817e21, '9.40011E+21'])('and %s says how to keep the digits', (value) => {
		expect(() => code(value)).toThrow(
			expect.objectContaining({
				remedy: 'The number lost digits: format the column as text in the spreadsheet.',
			}) as Error,
		);
	});
});

describe('odd but real texts stay as they are', () => {
	it.each([
		'A,B',
		'24"-TV',
		'#1',
		'#SALE!',
		'007',
		'🎁-BOX',
		'👨‍👩‍👧-SET',
		'12E4',
		'1.5E3',
		'3E10',
		'NAN',
		'Null',
		'"10250"',
		'a b',
		'ÄÖÜ',
		'-',
		'1/2',
		"'A",
		'constructor',
		'__proto__',
		'1Z999',
		'C#',
	])('%s', (value) => {
		expect([code(value), text(value)]).toEqual([value, value]);
	});

	it.each([
		[10250, '10250'],
		[0, '0'],
		[-5, '-5'],
		[2 ** 53 - 1, '9007199254740991'],
		[123456789012345678901234n, '123456789012345678901234'],
	])('%s is the text of its digits', (value, digits) => expect(code(value)).toBe(digits));

	it('and a name is no code: decimals, Null and undefined may stand in a note', () => {
		expect([text(12.5), text('Jennifer Null'), text('the value was undefined')]).toEqual([
			'12.5',
			'Jennifer Null',
			'the value was undefined',
		]);
	});
});

describe('nothing is undefined', () => {
	it.each([undefined, null, '', '  ', 'NULL', ' NULL ', 'null', '(null)', '\\N', '\u200b', '\ufeff', '\u00a0'])(
		'%j',
		(value) => expect([code(value), text(value)]).toEqual([undefined, undefined]),
	);

	it('not applicable is nothing where nothing may be', () =>
		expect([text('N/A'), text('n/a')]).toEqual([undefined, undefined]));
});

describe('what cannot be seen is taken off', () => {
	it.each([
		['a zero-width space', 'MUG\u200b', 'MUG'],
		['a byte order mark', '\ufeffMUG', 'MUG'],
		['no-break spaces around', '\u00a0MUG\u00a0', 'MUG'],
		['a no-break space within', 'BLUE\u00a0MUG', 'BLUE MUG'],
		['a soft hyphen', 'MU\u00adG', 'MUG'],
		['marks of direction', '\u200eMUG\u200f', 'MUG'],
		['joiners beside Latin letters', 'MU\u200dG\u200c', 'MUG'],
		['a null character', 'MUG\u0000', 'MUG'],
	])('%s', (_, given, clean) => expect(code(given)).toBe(clean));

	it('but the joiner of an emoji and of Persian stays', () => {
		expect([text('👨‍👩‍👧'), text('می‌خواهم')]).toEqual(['👨‍👩‍👧', 'می‌خواهم']);
	});

	it('line breaks stay in a note', () => expect(text('a\nb\tc')).toBe('a\nb\tc'));

	it('an apostrophe of Windows-1252 that was read as Latin-1 is one again', () =>
		expect(text('O\u0092Brien')).toBe('O’Brien'));
});

describe('over all texts', () => {
	const RUNS = { numRuns: 2000 };
	const UNUSABLE_TEXTS =
		/^#|\ufffd|\[object|\{\{|undefined|NaN|null|^n\/a$|^Invalid|^Err:|^[+-]?\d([.,]\d+)?e[+-]?\d+$|^\d{20,}$|^\(null\)$|^<null>$|^\[NULL\]$|^\\N$/i;

	it('what is taken is what a person sees in it, and nothing else', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (given) => {
				const clean = cleanText(given);
				fc.pre(!UNUSABLE_TEXTS.test(clean));
				return code(given) === (clean === '' ? undefined : clean) && cleanText(clean) === clean;
			}),
			RUNS,
		);
	});

	it('a SKU of letters, digits, signs and emoji is never changed and never refused', () => {
		const part = fc.stringMatching(/^[A-Z0-9]{1,6}$/);
		const between = fc.constantFrom(
			'-',
			',',
			'/',
			'"',
			'#',
			'_',
			' ',
			'+',
			'&',
			'(',
			')',
			'.',
			';',
			"'",
			'🎁',
			'é',
			'*',
			'=',
			'@',
		);
		fc.assert(
			fc.property(fc.array(fc.tuple(part, between), { minLength: 1, maxLength: 5 }), part, (parts, last) => {
				const sku = parts.flat().join('') + last;
				fc.pre(!UNUSABLE_TEXTS.test(sku));
				return code(sku) === sku && text(sku) === sku;
			}),
			RUNS,
		);
	});

	it('a value that is neither text nor number is nothing or refused, never a text', () => {
		fc.assert(
			fc.property(fc.anything({ withDate: true, withNullPrototype: true }), (value) => {
				fc.pre(typeof value !== 'string' && typeof value !== 'number');
				try {
					return code(value) === undefined && (value === null || value === undefined);
				} catch (error) {
					return error instanceof InputError;
				}
			}),
			RUNS,
		);
	});

	it('a number is the text of its digits, or refused where it has lost some', () => {
		fc.assert(
			fc.property(fc.oneof(fc.integer(), fc.maxSafeInteger(), fc.double()), (value) => {
				try {
					return code(value) === String(value) && Number.isSafeInteger(value);
				} catch (error) {
					return error instanceof InputError && !Number.isSafeInteger(value);
				}
			}),
			RUNS,
		);
	});

	it('a long number that a spreadsheet or a program has rounded is refused in every form', () => {
		fc.assert(
			fc.property(
				fc.bigInt({ min: 10n ** 21n, max: 10n ** 26n }),
				fc.integer({ min: 1, max: 6 }),
				(digits, fractionDigits) => {
					const number = Number(digits);
					for (const form of [
						number,
						String(number),
						number.toExponential(fractionDigits),
						number.toExponential(fractionDigits).toUpperCase().replace('.', ','),
					]) {
						expect(() => code(form)).toThrow(InputError);
					}
				},
			),
			{ numRuns: 1000 },
		);
	});
});
