import { schemaOf } from '../../schemas/infer';

describe('The schema of rows', () => {
	it('has the fields of all rows in the order in which they appear', () => {
		const { properties } = schemaOf([
			{ b: 1, a: 'x' },
			{ a: 'y', c: true, b: 2 },
		]);
		expect(Object.entries(properties ?? {})).toEqual([
			['b', { type: 'number' }],
			['a', { type: 'string' }],
			['c', { type: 'boolean' }],
		]);
	});

	it('takes the type of a field from the rows in which it has a value', () => {
		expect(schemaOf([{ a: null }, { a: 'x' }])).toEqual({
			type: 'object',
			properties: { a: { type: 'string' } },
			version: 1,
		});
	});

	it('describes lists and objects inside', () => {
		const rows = [
			{ list: [], inner: { a: 1 } },
			{ list: [{ b: 'x' }], inner: { c: 'y' } },
		];
		expect(schemaOf(rows).properties).toEqual({
			list: { type: 'array', items: { type: 'object', properties: { b: { type: 'string' } } } },
			inner: { type: 'object', properties: { a: { type: 'number' }, c: { type: 'string' } } },
		});
	});

	it.each([
		[[{ a: null }], /“a” has no value in any run: .*runs\.ts/],
		[[{ a: [] }], /An entry of “a” has no value/],
		[[{ a: 1 }, { a: 'x' }], /“a” has values of several types: number, string/],
	])('guesses no type: %j', (rows, message) => {
		expect(() => schemaOf(rows)).toThrow(message);
	});
});
