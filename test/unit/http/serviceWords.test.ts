import { printable, shorten } from '../../../nodes/shared/domain/values/shorten';
import { serviceName, serviceWords } from '../../../nodes/shared/http/errors/serviceWords';

describe('The words of a service', () => {
	it.each<[string, unknown[], string | undefined]>([
		['as they are', ['Unknown SKU MUG.'], 'Unknown SKU MUG.'],
		['the first that are words', [undefined, null, {}, ' ', 'No'], 'No'],
		['a number', [404], '404'],
		[
			'without markup',
			['<html><style>p{}</style><script>x("</p>")</script><h1>Bad Gateway</h1></html>'],
			'Bad Gateway',
		],
		['without a part of markup that is not closed', ['Bad <script>var x = 1;'], 'Bad'],
		['with signs that are no markup', ['Quantity < 5 or > 9'], 'Quantity < 5 or > 9'],
		[
			'without the calls of a program',
			['Order is not open\n    at Order.save (/srv/order.js:12:3)\n    at main (/srv/index.js:1:1)'],
			'Order is not open',
		],
		[
			'without the class of an error',
			['java.lang.IllegalStateException: Order is not open\n\tat com.shop.Order.save(Order.java:42)'],
			'Order is not open',
		],
		[
			'none where a program speaks to programmers',
			["TypeError: Cannot read properties of undefined (reading 'sku')"],
			undefined,
		],
		['none of a validator', ['Invalid input: expected string, received undefined'], undefined],
		['none where nothing was put into a sentence', ['[object Object]', 'undefined', 'null', 'NaN'], undefined],
		['those in JSON', ['{"error":{"code":"E1","message":"The account is locked"}}'], 'The account is locked'],
		['those in an object', [{ message: { text: 'The account is locked' } }], 'The account is locked'],
		['those in a list', [[null, ['No', 'Never']]], 'No'],
		['without what cannot be seen', ['Not \u202eal\u0000lowed\u202c\n \u001b[31mhere'], 'Not allowed here'],
		['with the sign for half an emoji', ['Half \ud83d done'], 'Half � done'],
	])('are shown %s', (_, values, text) => expect(serviceWords(...values)).toBe(text));

	it.each([
		['words', 'Longwinded '.repeat(2_000_000)],
		['markup that is never closed', '<script '.repeat(2_000_000)],
		['signs', '<'.repeat(20_000_000)],
		['JSON', `{"message":"${'x'.repeat(20_000_000)}"}`],
		['brackets', '['.repeat(20_000_000)],
		['calls', '\n    at a (b.js:1:1)'.repeat(1_000_000)],
	])('are cut where there are 20 megabytes of %s', (_, text) => {
		expect((serviceWords(text) ?? '').length).toBeLessThanOrEqual(320);
		expect((serviceName(text) ?? '').length).toBeLessThanOrEqual(80);
	});

	it('are not looked for in the depths of lists', () => {
		let deep: unknown = 'No';
		for (let level = 0; level < 5_000; level++) deep = [deep];
		expect(serviceWords(deep)).toBeUndefined();
		expect(serviceWords('['.repeat(5_000) + ']'.repeat(5_000))).toBeUndefined();
	});
});

describe('A text that is cut', () => {
	it('ends in three dots, and never in half a character', () => {
		for (let most = 2; most < 12; most++) {
			const short = shorten('a😀b😀c😀d😀', most);
			expect(short.length).toBeLessThanOrEqual(most);
			expect(short).toMatch(/…$/);
			expect(short).toBe(printable(short));
		}
		expect(shorten('abc', 3)).toBe('abc');
	});
});
