import type { Falsify, WireResponse } from './proxy';

/** A way in which a service, or something before it, answers what nobody expects. */
export interface HostileResponse {
	what: string;
	falsify: Falsify;
}

/** Words that a message must show as they are, cut at most. */
const STACK = `TypeError: Cannot read properties of undefined (reading 'sku')
    at OrderService.save (/srv/app/orders.js:12:33)
    at async handle (/srv/app/index.js:5:9)`;
const JAVA = `java.lang.NullPointerException: order is not set
\tat com.shop.OrderService.save(OrderService.java:42)
\tat com.shop.Main.main(Main.java:7)`;
const ZOD = JSON.stringify([
	{
		code: 'invalid_type',
		expected: 'string',
		path: ['sku'],
		message: 'Invalid input: expected string, received undefined',
	},
]);
const deep = (levels: number): unknown => {
	let value: unknown = 'x';
	for (let level = 0; level < levels; level++) value = level % 2 ? [value] : { a: value };
	return value;
};
const long = (length: number): string => 'Longwinded '.repeat(Math.ceil(length / 11)).slice(0, length);
/** A cut in the middle of a surrogate pair must not come out. */
const EMOJI = `${'a'.repeat(37)}😀${'b'.repeat(200)}${'😀'.repeat(400)}`;
const MARKS = 'Not \u202eallowed\u202c \u0000\u0007\u001b[31mhere\u200f';
const HTML =
	'<!doctype html><html><head><style>p{}</style><script>var x = "y";</script></head><body><h1>502 Bad Gateway</h1><p>nginx</p></body></html>';
/** Names that every JavaScript object has. */
const KEYS = ['constructor', '__proto__', 'toString', 'hasOwnProperty'];

const BODIES: ReadonlyArray<[string, string]> = [
	['nothing', ''],
	['null', 'null'],
	['a list of nothing', '[]'],
	['an empty object', '{}'],
	['a number', '42'],
	['a text', '"Hello"'],
	['true', 'true'],
	['a page of markup', HTML],
	['JSON that is cut', '{"errors":[{"message":"No'],
	['30 levels', JSON.stringify(deep(30))],
	['5,000 levels', `${'['.repeat(5_000)}${']'.repeat(5_000)}`],
	['20,000 envelopes', `${'{"data":'.repeat(20_000)}{}${'}'.repeat(20_000)}`],
	['errors that are 20,000 lists', `{"errors":${'['.repeat(20_000)}${']'.repeat(20_000)}}`],
	['a status that is an object', '{"status":{"toString":1,"valueOf":1},"success":{"toString":1}}'],
	['[null]', '[null]'],
	['[1]', '[1]'],
	['[[]]', '[[]]'],
	['[{}]', '[{}]'],
	['a stack trace as text', STACK],
	['a stack trace of Java as text', JAVA],
	['a message of 100,000 characters', JSON.stringify({ message: long(100_000) })],
	['a message with emoji', JSON.stringify({ message: EMOJI })],
	['a message with half an emoji', '{"message":"Half \\ud83d done"}'],
	['a message with control characters', JSON.stringify({ message: MARKS })],
	['a message of markup', JSON.stringify({ message: HTML })],
	['a message that is a stack trace', JSON.stringify({ message: STACK })],
	['an error that is a stack trace of Java', JSON.stringify({ error: JAVA, more: 1, other: 1 })],
	['a message that is JSON', JSON.stringify({ message: ZOD })],
	['a message that is an object', JSON.stringify({ message: { text: 'No' }, error: { message: ['No'] }, more: 1 })],
	['a message that is [object Object]', JSON.stringify({ message: '[object Object]', error: 'undefined', more: 1 })],
	['errors as a text', '{"errors":"No"}'],
	['errors as a number', '{"errors":7}'],
	['errors true', '{"errors":true}'],
	['errors [null]', '{"errors":[null]}'],
	['errors [[]]', '{"errors":[[]]}'],
	['errors [[[1]]]', '{"errors":[[[1]]]}'],
	['errors [1, "No"]', '{"errors":[1,"No"]}'],
	['errors with objects for texts', '{"errors":[{"index":{},"message":{"a":1},"errorCode":[],"fieldName":{}}]}'],
	['errors by field', '{"errors":{"sku":["unknown",{"a":1}],"__proto__":"No"}}'],
	[
		'errors of 5,000 rows',
		JSON.stringify({ errors: Array.from({ length: 5_000 }, (_, index) => ({ index, message: long(300) })) }),
	],
	[
		'an error of 100,000 characters in every field',
		JSON.stringify({
			errors: [
				{
					index: 1,
					message: long(100_000),
					errorCode: long(100_000),
					fieldName: long(100_000),
					identifier: long(100_000),
				},
			],
		}),
	],
	[
		'a code, a field and a subject of 100,000 characters',
		JSON.stringify({ code: long(100_000), field: long(100_000), error: { code: long(100_000) } }),
	],
	['results of nothing', '{"results":[null,[],1],"errors":null,"ids":[null],"orders":[null,1,[]]}'],
	['results that fail with objects', '{"results":[{"status":{},"message":{},"success":false}],"message":[]}'],
	['failed parcels', JSON.stringify([{ status: 'FAILED', processingMessage: STACK, order: 5, shipment: [] }])],
	...KEYS.flatMap(
		(key): Array<[string, string]> => [
			[`the code ${key}`, JSON.stringify({ code: key, errorCode: key, message: 'No' })],
			[
				`an error with the code ${key}`,
				JSON.stringify({ errors: [{ index: 1, errorCode: key, fieldName: key, message: 'No' }] }),
			],
			[`the status ${key}`, JSON.stringify({ status: key, result: key, orderStatus: key, lifecycle: key })],
			[`a field ${key}`, `{"${key}":{"message":"No"},"error":{"${key}":1}}`],
		],
	),
];

const STATUSES = [200, 201, 204, 400, 401, 403, 404, 409, 422, 429, 500, 503];

const said =
	(status: number, body: string): Falsify =>
	() => ({ status, body: status === 204 ? '' : body });

/** The same bodies with every status would be ten thousands of runs: each body has two statuses of success and of refusal, in turn. */
const spoken: HostileResponse[] = BODIES.flatMap(([what, body], at) => {
	const statuses = [200, STATUSES[at % STATUSES.length] ?? 500, STATUSES[(at * 5 + 7) % STATUSES.length] ?? 500];
	return [...new Set(statuses)].map((status) => ({ what: `${what}, status ${status}`, falsify: said(status, body) }));
});

type Leaf = (value: unknown, at: number) => unknown;

/** The true answer with other values in all its fields. */
const everyField =
	(leaf: Leaf): Falsify =>
	(real) => ({ ...real, body: JSON.stringify(mapped(parsed(real), leaf)) });

function mapped(value: unknown, leaf: Leaf, at = { n: 0 }): unknown {
	if (Array.isArray(value)) return value.map((one) => mapped(one, leaf, at));
	if (typeof value !== 'object' || value === null) return leaf(value, at.n++);
	return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, mapped(one, leaf, at)]));
}

function parsed({ body }: WireResponse): unknown {
	try {
		return JSON.parse(body);
	} catch {
		return body;
	}
}

/** The true answer with other things for its rows: what it lists, in whichever envelope. */
const everyRow =
	(row: unknown): Falsify =>
	(real) => ({ ...real, body: JSON.stringify(rows(parsed(real), row)) });

const rows = (value: unknown, row: unknown): unknown =>
	Array.isArray(value)
		? [row]
		: typeof value === 'object' && value !== null
			? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, Array.isArray(one) ? [row] : one]))
			: value;

const LEAVES: ReadonlyArray<[string, Leaf]> = [
	['objects', () => ({ a: { b: 1 } })],
	['lists', () => [1]],
	['objects that cannot be made a text', () => ({ toString: 1, valueOf: 1, toISO: 1 })],
	['nothing', () => null],
	['yes', () => true],
	['texts', () => 'many'],
	['numbers', () => 12.5],
	['numbers that lost digits', () => 1e30],
	[
		'texts for numbers and numbers for texts',
		(value) => (typeof value === 'number' ? `${value},00 x` : typeof value === 'string' ? -1 : 'maybe'),
	],
	['objects in every third', (value, at) => (at % 3 === 2 ? {} : value)],
	['objects but for the numbers', (value) => (typeof value === 'number' ? value : { a: 1 })],
	['lists but for the texts', (value) => (typeof value === 'string' ? value : [value])],
	['names of objects', (_, at) => KEYS[at % KEYS.length]],
	['control characters', (value) => (typeof value === 'string' ? MARKS : value)],
	['emoji', () => EMOJI],
	['long texts for numbers', (value) => (typeof value === 'number' ? long(20_000) : value)],
	['markup', () => HTML],
	['stack traces', () => STACK],
	['the text NaN', () => 'NaN'],
	['the text undefined', () => 'undefined'],
];

const changed: HostileResponse[] = [
	...LEAVES.map(([what, leaf]) => ({ what: `${what} in every field`, falsify: everyField(leaf) })),
	...[null, 1, 'x', [], {}, [[{}]], { __proto__: null, a: 1 }].map((row) => ({
		what: `${JSON.stringify(row)} for every row`,
		falsify: everyRow(row),
	})),
	{
		what: 'the true answer, cut',
		falsify: (real) => ({ ...real, body: real.body.slice(0, Math.max(1, real.body.length - 3)) }),
	},
	{
		what: 'the true answer in another envelope',
		falsify: (real) => ({ ...real, body: JSON.stringify({ data: parsed(real) }) }),
	},
	{ what: 'the true answer as text', falsify: (real) => ({ ...real, body: JSON.stringify(real.body) }) },
];

export const HOSTILE_ANSWERS: readonly HostileResponse[] = [...spoken, ...changed];

/** Texts of a size that only one run needs. */
export const HUGE_ANSWERS: readonly HostileResponse[] = [
	{
		what: 'a field of a megabyte',
		falsify: everyField((value) => (typeof value === 'number' ? long(1_000_000) : value)),
	},
	{ what: 'a message of 20 megabytes', falsify: said(400, JSON.stringify({ message: long(20_000_000) })) },
	{ what: 'a page of 20 megabytes', falsify: said(502, `<html><script>${'<script '.repeat(2_500_000)}`) },
];
