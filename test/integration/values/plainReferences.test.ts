import type { IDataObject } from 'n8n-workflow';
import { type Engine, LINES, openEngine } from '../../engine';
import { alone, compare, parametersWith, REFERENCES, special } from '../../support/references';
import { builtNodes } from '../../support/pack';
import { differencesOf } from '../../support/randomReferences';

const CASES = 300;

/** Values of a field, with what JSON has no form for. */
const VALUES: IDataObject = {
	text: 'MUG',
	empty: '',
	'an expression': '={{ 1 + 1 }}',
	number: 5.5,
	zero: 0,
	'negative zero': special('number', '-0'),
	'not a number': special('number', 'NaN'),
	bigint: special('bigint', '12345678901234567890'),
	yes: true,
	no: false,
	nothing: null,
	undefined: special('undefined'),
	object: { b: [1, { c: 'deep' }] },
	list: [['nested'], null],
	'list with a hole': special('sparse', 2),
	'object with an undefined field': { b: special('undefined') },
	'object without a prototype': { $prototype: null, b: 1 },
	date: special('date', '2026-03-04T05:06:07.089Z'),
	'no date': special('date', 'no date'),
	'luxon date': special('dateTime', '2026-03-04T05:06:07.089'),
	'list of luxon dates': [special('dateTime', '2026-03-04T05:06:07.089')],
	'object of luxon dates': { b: special('dateTime', '2026-03-04T05:06:07.089') },
	instance: special('instance', { b: 1 }),
	map: special('map', [[1, 2]]),
	'half a character': 'a\ud800b',
	'error in disguise': { __isError: true, message: 'no' },
	'date in disguise': { __n8nType: 'DateTime', __isoString: '2026-03-04' },
	'luxon date in disguise': { isLuxonDateTime: true, b: 1 },
	'luxon date in disguise, by an object': { isLuxonDateTime: { b: 1 } },
	'luxon date in disguise, by a number': { isLuxonDateTime: 1 },
	'no luxon date after all': { isLuxonDateTime: 0, b: { isLuxonDateTime: 'yes' } },
};
const PATHS = ['a', 'a.b', 'a?.b', 'a.b.c', 'a[0]', 'a[1]', 'a?.[0]?.[0]', 'a.b[1].c', 'a.length', 'a.year', 'b.a'];

/** Keys whose spelling matters. */
const KEYS = [
	'Order No',
	'Preis (EUR)',
	'a.b',
	"it's",
	'größe',
	'数量',
	'😀',
	'',
	'0',
	'00',
	'$json',
	'=x',
	'#REF!',
	'tab\tx',
	'Qty.first (x)',
	'a.constructor',
	'a}}b',
	'a{{b',
	'a\\b',
];
/** Names that JavaScript or n8n's engines treat in their own way. */
const WORDS = (
	'__proto__ constructor prototype toString valueOf hasOwnProperty isPrototypeOf length caller callee arguments ' +
	'globalThis this class default new null undefined window process isProxy then toJSON constructorName getPrototypeOf ' +
	'mainModule binding _load execve __defineGetter__ __isError $'
).split(' ');
const WRITTEN = [
	'={{$json.a}}',
	'={{\n\t$json.a\n}}',
	'= {{ $json.a }}',
	'={{ $json.a }} ',
	'={{ $json.a; }}',
	'={{ $json .a }}',
	'={{ $json. a }}',
	'={{ $json[ "a" ] }}',
	'={{ $json["a"]["b"] }}',
	'={{ $json?.["a"]?.b }}',
	'={{ $json.a[01] }}',
	'={{ $json.a[-1] }}',
	'={{ $json.a[1e0] }}',
	'={{ $json.a["0"] }}',
	'={{ $json.a[99999999999999999999] }}',
	'={{ $json[`a`] }}',
	'={{ $json.a',
	'={{ $json.a }} {{ $json.a }}',
	'=={{ $json.a }}',
	'={{ $json..a }}',
	'={{ $json }}',
	'{{ $json.a }}',
	'=a',
	'=',
];

it.each(builtNodes())('No parameter of $name is validated by n8n after evaluation', ({ description }) => {
	expect(JSON.stringify(description.properties)).not.toContain('"validateType"');
});

describe.each(LINES)('A field dragged into a parameter, n8n line %s', (line) => {
	let engine: Engine;
	beforeAll(async () => void (engine = await openEngine({ line, pack: REFERENCES })));
	afterAll(async () => await engine.close());

	const differing = async (
		expressions: string[],
		items: IDataObject[],
		parameters = parametersWith,
	): Promise<unknown[]> => {
		const found = [];
		for (let at = 0; at < expressions.length; at += 20)
			found.push(...(await compare(engine, parameters(expressions.slice(at, at + 20)), items)).differing);
		return found;
	};

	it.each(Object.keys(VALUES))('reads as n8n reads it: %s', async (name) => {
		const items = [{ a: VALUES[name] }, { a: { b: VALUES[name] } }, { a: [VALUES[name], VALUES[name]] }];
		expect(
			await differing(
				PATHS.map((path) => `={{ $json.${path} }}`),
				items,
			),
		).toEqual([]);
	});

	it('reads as n8n reads it, however its name is spelled', async () => {
		const item = Object.fromEntries(KEYS.map((key, at) => [key, `value ${at}`]));
		const quoted = KEYS.flatMap((key) => [`={{ $json["${key}"] }}`, `={{ $json.a['${key}'] }}`]);
		expect(await differing(quoted, [item, { a: item }, {}], alone)).toEqual([]);
	});

	it('reads as n8n reads it, and fails as in n8n, where its name means something to JavaScript', async () => {
		const item = JSON.parse(`{${WORDS.map((word, at) => `"${word}":"value ${at}"`).join()}}`) as IDataObject;
		const named = WORDS.flatMap((word) => [`={{ $json.${word} }}`, `={{ $json.a?.["${word}"] }}`]);
		const items = [item, { a: item }, { a: [item] }, { a: 'text' }, { a: 5 }, {}];
		expect(await differing(named, items, alone)).toEqual([]);
	});

	it('reads as n8n reads it, however the expression is written', async () => {
		expect(await differing(WRITTEN, [{ a: { b: 'inside' } }, { a: ['first', 'second'] }, {}])).toEqual([]);
	});

	it('beside expressions that fail, reports the same error', async () => {
		const failing = ['={{ $json.a }}', '={{ $("No Such Node").item.json.a }}', '={{ $json.a() }}', '={{ $json.b }}'];
		expect(await differing(failing, [{ a: 1 }, {}])).toEqual([]);
	});

	it('reads as n8n reads it where the node runs for the first item only', async () => {
		const parameters = parametersWith(['={{ $json.a }}', '={{ $json.b }}']);
		const once = await compare(engine, parameters, [{ a: 1 }, { a: 2 }], { executeOnce: true });
		const { compared } = await compare(engine, parameters, [{ a: 1 }]);
		expect(once).toMatchObject({ differing: [], compared });
	});

	it('never makes n8n evaluate anything, however many items there are', async () => {
		const dragged = ['={{ $json.a }}', '={{ $json["Order No"] }}', "={{ $json['a'].b[0] }}", '={{ $json?.a?.["x"] }}'];
		const item = { a: { b: ['first'], x: null }, 'Order No': '={{ 1 }}' };
		const evaluations = async (count: number): Promise<number> => {
			const found = await compare(
				engine,
				parametersWith(dragged),
				Array.from({ length: count }, () => item),
			);
			expect(found.differing).toEqual([]);
			return found.evaluated;
		};
		expect(await evaluations(30)).toBe(await evaluations(1));
	});

	it('leaves only the other expressions of a collection to n8n', async () => {
		const evaluations = async (expressions: string[]): Promise<number> => {
			const parameters = { columns: { mappingMode: 'defineBelow', value: { ...expressions } } };
			return (await compare(engine, parameters, [{ a: 1 }, { a: 2 }])).evaluated;
		};
		const plain = ['={{ $json.a }}', '={{ $json.b }}'];
		expect(await evaluations([...plain, '={{ $json.a + 1 }}'])).toBe((await evaluations(plain)) + 2);
	});

	it(`reads any expression in any item as n8n reads it (${CASES} cases)`, async () => {
		expect((await differencesOf(engine, CASES)).differing).toEqual([]);
	});
});
