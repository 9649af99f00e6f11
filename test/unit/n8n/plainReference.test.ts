import { ASK_N8N, plainPath, valueAt } from '../../../nodes/shared/n8n/read/plainReference';

describe('a plain reference', () => {
	it.each<[string, string[]]>([
		['={{ $json.sku }}', ['sku']],
		['={{ $json["Order No"] }}', ['Order No']],
		['={{ $json["Preis (EUR)"] }}', ['Preis (EUR)']],
		[`={{ $json['say "x"']["it's"] }}`, ['say "x"', "it's"]],
		['={{ $json.a.b[0]["c d"] }}', ['a', 'b', '0', 'c d']],
		['={{$json?.a?.["größe"]?.[2]}}', ['a', 'größe', '2']],
		['={{\n\t$json.class\n}}', ['class']],
	])('is read from the item: %s', (text, path) => {
		expect(plainPath(text)).toEqual(path);
	});

	it.each([
		'={{ $json }}',
		'={{ $json.sku }} ',
		'= {{ $json.sku }}',
		'={{ $json.sku + 1 }}',
		'={{ $json.sku() }}',
		'={{ $json .sku }}',
		'={{ $json.a[01] }}',
		'={{ $json["a\\"b"] }}',
		'={{ $json["a}}b"] }}',
		'={{ $json["Qty.first (x)"] }}',
		'={{ $json["a.constructor"] }}',
		'={{ $json.a.__proto__ }}',
		'={{ $json.toString }}',
		'={{ $json.globalThis }}',
		'={{ $json["getPrototypeOf"] }}',
		'={{ $item.json.sku }}',
		'{{ $json.sku }}',
		'=sku',
	])('is not what only n8n can read: %s', (text) => {
		expect(plainPath(text)).toBeUndefined();
	});
});

describe('the value of a path', () => {
	const item = { a: { b: [1, { c: 'x' }] }, text: 'MUG', nothing: null, date: new Date(5), zero: 0 };

	it.each<[string[], unknown]>([
		[['text'], 'MUG'],
		[['zero'], 0],
		[['nothing'], null],
		[['nothing', 'b'], undefined],
		[['missing', 'b', 'c'], undefined],
		[['text', 'b'], undefined],
		[['a', 'b', '1', 'c'], 'x'],
		[['a', 'b', '2', 'c'], undefined],
		[['a'], { b: [1, { c: 'x' }] }],
		[['date'], new Date(5)],
	])('is what the item has there: %j', (path, value) => {
		expect(valueAt(path, item)).toEqual(value);
	});

	it('is a copy, so that nobody changes the item through it', () => {
		const value = valueAt(['a'], item) as { b: unknown[] };
		value.b.push('more');
		expect(item.a.b).toHaveLength(2);
	});

	const cycle: { self?: unknown } = {};
	cycle.self = cycle;
	it.each<[string, unknown]>([
		['a property of a text', 'MUG'],
		['a property of a list', [1]],
		['NaN', { length: NaN }],
		['a negative zero', { length: -0 }],
		['a bigint', { length: 5n }],
		['a function', { length: (): void => {} }],
		['an invalid date', { length: new Date('no date') }],
		['a map', { length: new Map() }],
		['an inherited value', { length: Object.create({ length: 1 }) as unknown }],
		['a list with a hole', { length: new Array(2) }],
		['an undefined field of an object', { length: { a: undefined } }],
		['a symbol', { length: { [Symbol('a')]: 1 } }],
		['a cycle', { length: cycle }],
		['half a character', { length: '\ud800' }],
		['a mark of the isolate', { length: { __isError: true } }],
	])('is left to n8n where its engines differ: %s', (_, value) => {
		expect(valueAt(['a', 'length'], { a: value })).toBe(ASK_N8N);
	});
});
