import { InputError } from '../../../../nodes/shared/domain/inputError';
import { readChoice } from '../../../../nodes/shared/domain/values/choice';
import { readCodes } from '../../../../nodes/shared/domain/values/list';
import { readPostalCode } from '../../../../nodes/shared/domain/values/address/postalCode';
import { readTracking } from '../../../../nodes/shared/domain/values/tracking';
import { readUpc } from '../../../../nodes/shared/domain/values/upc';

describe('several SKUs in one field', () => {
	const skus = (value: unknown): string[] | undefined => readCodes(value, 'SKUs');
	it.each([
		['commas', 'A-1, A-10', ['A-1', 'A-10']],
		['semicolons', 'A-1; A-10;', ['A-1', 'A-10']],
		['line breaks', 'A-1\nA-10\r\n\r\nA-2', ['A-1', 'A-10', 'A-2']],
		['a SKU with a comma in quotes', '"A,B"; C', ['A,B', 'C']],
		['a SKU with a comma and a quote in quotes', '"24""-TV, black", C', ['24"-TV, black', 'C']],
		['a SKU with a quote', '24"-TV, C', ['24"-TV', 'C']],
		['a list', ['A,B', 'C', 7], ['A,B', 'C', '7']],
		['a list as JSON', '["A,B", "C"]', ['A,B', 'C']],
		['a list of numbers as JSON', '[10250, 10251]', ['10250', '10251']],
		['one that is a number', 10250, ['10250']],
		['repeats', 'A, A,B', ['A', 'B']],
		['brackets that are no JSON', '[A], B', ['[A]', 'B']],
	])('with %s', (_, given, list) => expect(skus(given)).toEqual(list));
	it.each(['', null, undefined, [], ',;\n', 'NULL'])('%j is none', (given) => expect(skus(given)).toBeUndefined());
	it.each([[{}], [['A', {}]], [['A', 1e22]], ['A, #REF!'], [[true]], ['A, N/A']])('%j is refused', (given) =>
		expect(() => skus(given)).toThrow(InputError),
	);
});

describe('a postal code that a spreadsheet took for a number', () => {
	it.each([
		['of Massachusetts, without its zero', 2134, 'US', 'MA', { code: '02134', mended: true }],
		['as text', '2134', 'US', 'ma', { code: '02134', mended: true }],
		['with the state in full', '2134', 'US', 'Massachusetts', { code: '02134', mended: true }],
		['of Puerto Rico, without two zeros', 601, 'US', 'PR', { code: '00601', mended: true }],
		['of Puerto Rico as a country', 601, 'PR', null, { code: '00601', mended: true }],
		['with four more digits', 21341234, 'US', 'MA', { code: '02134-1234', mended: true }],
		['with four more digits and a hyphen', '2134-1234', 'US', 'MA', { code: '02134-1234', mended: true }],
		['of a state where none begins so', 2134, 'US', 'NY', { code: '2134', odd: true }],
		['without a state', 2134, 'US', null, { code: '2134', odd: true }],
		['that misses too much', 21, 'US', 'MA', { code: '21', odd: true }],
		['of Germany, as a number', 1067, 'DE', null, { code: '01067', mended: true }],
		['of Germany, as text, which may be a slip', '1067', 'DE', null, { code: '1067', odd: true }],
		['with decimals', '12207.0', 'US', 'NY', { code: '12207' }],
		['with the apostrophe of a spreadsheet', "'02134", 'US', 'MA', { code: '02134' }],
		['with an empty extension', '12207-', 'US', 'NY', { code: '12207' }],
		['that is a dash, which is not made nothing', '-', 'US', 'NY', { code: '-' }],
		['in full', 12207, 'US', 'NY', { code: '12207' }],
		['in full with extension', '12207-1234', 'US', 'NY', { code: '12207-1234' }],
		['of letters', 'SW1A 1AA', 'GB', null, { code: 'SW1A 1AA' }],
		['of a country with short ones', 1010, 'AT', null, { code: '1010' }],
	])('%s: %s', (_, given, country, state, read) =>
		expect(readPostalCode(given, 'Postal Code', country, state)).toEqual(read),
	);
	it('is refused when it is none', () =>
		expect(() => readPostalCode({}, 'Postal Code', 'US', 'MA')).toThrow(InputError));
});

describe('a UPC that a spreadsheet took for a number', () => {
	it.each([
		['without its zero', 36000291452, { upc: '036000291452', mended: true }],
		['as text', '36000291452', { upc: '036000291452', mended: true }],
		['with decimals', '36000291452.0', { upc: '036000291452', mended: true }],
		['whose check digit says that it is another', '36000291453', { upc: '36000291453', odd: true }],
		['in full', '036000291452', { upc: '036000291452' }],
		['as EAN', '4006381333931', { upc: '4006381333931' }],
		['with the apostrophe of a spreadsheet', "'036000291452", { upc: '036000291452' }],
		['in scientific notation, with all digits lost', '3.6E+10', undefined],
	])('%s: %s', (_, given, read) => {
		if (read) expect(readUpc(given, 'UPC')).toEqual(read);
		else expect(() => readUpc(given, 'UPC')).toThrow(InputError);
	});
});

describe('a choice that an expression gives', () => {
	const type = (value: unknown): string | undefined => readChoice(value, 'Product Type', ['core', 'bundle']);
	it.each([
		['bundle', 'bundle'],
		['Bundle ', 'bundle'],
		['', undefined],
		[null, undefined],
	])('%j is %j', (given, choice) => expect(type(given)).toBe(choice));
	it.each(['kit', 7, {}, true])('%j is refused, not taken for the usual one', (given) =>
		expect(() => type(given)).toThrow(InputError),
	);
});

describe('a tracking number', () => {
	const tracking = (value: unknown): string | undefined => readTracking(value, 'Tracking Number');
	it.each([
		['1Z999AA10123456784', '1Z999AA10123456784'],
		[' 1z2 ', '1z2'],
		['9400 1118 9922 3817 1234 56', '9400 1118 9922 3817 1234 56'],
		["'9400111899223817123456", '9400111899223817123456'],
		[123456789012, '123456789012'],
		['PICKUP', 'PICKUP'],
		['AB/123', 'AB/123'],
		['794644790132;', '794644790132'],
		[' 794644790132, ', '794644790132'],
		['UPS 1Z999AA10123456784', 'UPS 1Z999AA10123456784'],
	])('%s is %s', (given, number) => expect(tracking(given)).toBe(number));

	it.each([
		['a comma', '1Z999AA10123456784, 1Z999AA10123456785'],
		['a semicolon', '1Z1;1Z2'],
		['a line break', '1Z1\n1Z2'],
		['a blank', '1Z999AA10123456784 1Z999AA10123456785'],
		['a slash', '1Z999AA10123456784/1Z999AA10123456785'],
		['a word', '1Z999AA10123456784 and 1Z999AA10123456785'],
		['a word of another language', '1Z999AA10123456784 und 1Z999AA10123456785'],
		['a dash', '1Z999AA10123456784 – 1Z999AA10123456785'],
	])('is one: two with %s between are refused, and named', (_, given) => {
		const [first = '', second = ''] = given.split(/[^A-Z0-9]+/).filter(Boolean);
		expect(() => tracking(given)).toThrow(new RegExp(`2 tracking numbers.*${first}, ${second}`));
	});

	it.each([
		'9.40011E+21',
		9400111899223817000000,
		'N/A',
		'#N/A',
		'https://www.ups.com/track?tracknum=1Z1',
		['1Z1'],
		true,
		'-',
		'—',
		';',
	])('%j is refused', (given) => expect(() => tracking(given)).toThrow(InputError));
	it.each(['', null, 'NULL', ' '])('%j is none', (given) => expect(tracking(given)).toBeUndefined());
});
