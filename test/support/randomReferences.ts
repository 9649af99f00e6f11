import fc from './fastCheck';
import type { IDataObject } from 'n8n-workflow';
import type { Engine } from '../engine';
import { compare, type Difference, EXPRESSIONS_A_RUN, parametersWith, special } from './references';

/** Names that mean something to JavaScript or to n8n's engines. */
const WORDS = (
	'sku a b x name length id map first toString valueOf hasOwnProperty constructor __proto__ prototype isProxy json ' +
	'binary item class default new this null true undefined eval arguments globalThis window process caller callee ' +
	'getPrototypeOf binding execve __isError __n8nType isLuxonDateTime isEmpty then toJSON $ constructorName'
).split(' ');
const KEYS = ['Order No', 'Preis (EUR)', 'a.b', "it's", 'say "x"', 'größe', '数量', '😀', '', '0', '1', '-1', '=x'];
const NAMES = fc.oneof(
	{ weight: 6, arbitrary: fc.constantFrom('sku', 'a', 'b', 'Order No', '0', '1') },
	{ weight: 3, arbitrary: fc.constantFrom(...WORDS, ...KEYS) },
	{ weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) },
	{ weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
);

const isWord = (name: string): boolean => /^[A-Za-z_$][\w$]*$/.test(name);

/** One step of a path, in one of the ways to write it. */
const step = fc
	.tuple(NAMES, fc.boolean(), fc.constantFrom("'", '"'), fc.constantFrom('', '', '', '?'))
	.map(([name, dotted, quote, optional]) => {
		if (dotted && isWord(name)) return `${optional}.${name}`;
		const opening = optional ? '?.[' : '[';
		if (dotted && /^-?\d+$/.test(name)) return `${opening}${name}]`;
		return `${opening}${quote}${name}${quote}]`;
	});
const gap = fc.constantFrom('', ' ', ' ', ' ', '\n', '\t ', '\u00a0');
const reference = fc
	.tuple(gap, fc.array(step, { minLength: 1, maxLength: 4 }), gap)
	.map(([before, steps, after]) => `={{${before}$json${steps.join('')}${after}}}`);

/** Whatever else is written into a field. */
const other = fc.constantFrom(
	'={{ $json }}',
	'={{ $json.sku + 1 }}',
	'={{ $json.sku.toUpperCase() }}',
	'={{ $json.a?.b ?? "x" }}',
	'={{ $json["s" + "ku"] }}',
	'={{ $json[`sku`] }}',
	'=ERP-{{ $json.sku }}',
	'={{ $json.sku }} ',
	'={{ $json.sku }}{{ $json.a }}',
	'={{ $json.sku.isEmpty() }}',
	'={{ $json.sku() }}',
	'={{ $itemIndex }}',
	'={{ $input.item.json.sku }}',
	'={{ $("Revive").item.json.sku }}',
	'={{ $("No Such Node").item.json.sku }}',
	'={{ $parameter["&text0"] }}',
	'={{ $parameter.locator.mode }}',
	'={{ DateTime.fromISO("2026-03-04T05:06:07Z") }}',
	'={{ [DateTime.fromISO("2026-03-04T05:06:07Z")] }}',
	'={{ { a: DateTime.fromISO("2026-03-04T05:06:07Z") } }}',
	'={{ new Date(5) }}',
	'={{ throw }}',
	'={{ $json.sku',
	'=text',
	'=',
	'text',
	'',
	'{{ $json.sku }}',
);

/** A reference with a mistake, or with something that makes it another expression. */
const damaged = fc
	.tuple(
		reference,
		fc.nat(),
		fc.constantFrom('', ' ', '.', '?', '[', "'", '"', '{', '}}', '(', '\\', '$', '/', ';', '1'),
	)
	.map(([text, at, piece]) => {
		const place = 1 + (at % text.length);
		return `${text.slice(0, place)}${piece}${text.slice(place + (piece === '' ? 1 : 0))}`;
	});

/** An expression, most often a plain reference. */
const expressions = fc.oneof(
	{ weight: 6, arbitrary: reference },
	{ weight: 2, arbitrary: other },
	{ weight: 2, arbitrary: damaged },
);

const odd = fc.constantFrom<unknown>(
	special('undefined'),
	special('number', 'NaN'),
	special('number', '-0'),
	special('number', 'Infinity'),
	special('bigint', '12345678901234567890'),
	special('date', '2026-03-04T05:06:07.089Z'),
	special('date', 'no date'),
	special('dateTime', '2026-03-04T05:06:07.089'),
	special('duration', 'PT5M'),
	special('sparse', 2),
	special('map', [[1, 2]]),
	special('instance', { sku: 'inside', a: 1 }),
	{ $prototype: null, sku: 'bare' },
	'={{ 1 }}',
	'={{ $json.a }}',
	'a\ud800b',
	'a\u0000b',
);
const { value } = fc.letrec<{ value: unknown; object: unknown }>((tie) => ({
	value: fc.oneof(
		{ depthSize: 'small', withCrossShrink: false },
		{ weight: 4, arbitrary: fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.double({ noNaN: true })) },
		{ weight: 2, arbitrary: fc.constantFrom(null, true, false, '', 'text') },
		{ weight: 2, arbitrary: odd },
		{ weight: 2, arbitrary: fc.array(tie('value'), { maxLength: 3 }) },
		{ weight: 4, arbitrary: tie('object') },
	),
	object: fc.dictionary(NAMES, tie('value'), { maxKeys: 6 }),
}));

/** The fields of an item, from the same names that the expressions use. */
const items = fc.dictionary(NAMES, value, { maxKeys: 8 }) as fc.Arbitrary<IDataObject>;

const SEED = Number(process.env.PROPERTY_SEED ?? Date.now() % 2 ** 31);
const ITEMS_A_RUN = 10;

/**
 * Reads random expressions in random items in both ways, until there were that many of them.
 * @returns the differences, each with the seed that brings it back
 */
export async function differencesOf(
	engine: Engine,
	cases: number,
): Promise<{ compared: number; differing: Array<Difference & { seed: number }> }> {
	const runs = Math.ceil(cases / EXPRESSIONS_A_RUN / ITEMS_A_RUN);
	const given = fc.tuple(
		fc.array(expressions, { minLength: EXPRESSIONS_A_RUN, maxLength: EXPRESSIONS_A_RUN }),
		fc.array(items, { minLength: ITEMS_A_RUN, maxLength: ITEMS_A_RUN }),
	);
	const differing: Array<Difference & { seed: number }> = [];
	let compared = 0;
	for (const [texts, jsons] of fc.sample(given, { seed: SEED, numRuns: runs })) {
		const once = await compare(engine, parametersWith(texts), jsons);
		compared += once.compared;
		// n8n's isolate has a time limit, which a busy machine can exceed: a difference has to come again.
		const { differing: again } = once.differing.length > 0 ? await compare(engine, parametersWith(texts), jsons) : once;
		differing.push(...again.map((one) => ({ ...one, seed: SEED })));
	}
	return { compared, differing };
}
