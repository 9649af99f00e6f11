/** In place of a value that only n8n's own expression engine can give. */
export const ASK_N8N = Symbol('ask n8n');

const NAME = String.raw`[A-Za-z_]\w*`;
const INDEX = String.raw`0|[1-9]\d{0,8}`;
/** Characters of a quoted key that neither end the expression nor need an escape. */
const CHARACTERS = String.raw`\\{}\p{Cc}\p{Cs}\u2028\u2029`;
const KEY = String.raw`'([^'${CHARACTERS}]*)'|"([^"${CHARACTERS}]*)"|(${INDEX})`;
const GAP = String.raw`[ \t\r\n]*`;
const STEP = String.raw`\??\.(${NAME})|(?:\?\.)?\[ *(?:${KEY}) *\]`;
const REFERENCE = new RegExp(`^=\\{\\{${GAP}\\$json((?:${STEP})+)${GAP}\\}\\}$`, 'u');
const STEPS = new RegExp(STEP, 'gu');

/** n8n looks for calls of its own methods, even inside quotes, and rejects any mention of a constructor. */
const NOT_PLAIN = /(?:\$if|\.\w+\s*(?:\?\.)?)\s*\(|constructor/;
/** Names that n8n rejects (`isSafeObjectProperty` in n8n-workflow) or rewrites. */
const REJECTED = new Set(
	(
		'prototype getPrototypeOf setPrototypeOf getOwnPropertyDescriptor getOwnPropertyDescriptors defineProperty ' +
		'defineProperties mainModule binding _linkedBinding _load prepareStackTrace caller callee arguments ' +
		'getBuiltinModule dlopen execve loadEnvFile globalThis'
	).split(' '),
);

const paths = new Map<string, readonly string[] | undefined>();

/**
 * The path in `={{ $json.a["b"][0] }}`, which is what n8n's editor writes when a field is dragged. Undefined for any
 * other expression.
 */
export function plainPath(expression: string): readonly string[] | undefined {
	if (!paths.has(expression)) paths.set(expression, parse(expression));
	return paths.get(expression);
}

function parse(expression: string): readonly string[] | undefined {
	const steps = REFERENCE.exec(expression)?.[1];
	if (steps === undefined || NOT_PLAIN.test(expression)) return undefined;
	const path = [...steps.matchAll(STEPS)].map(([, ...names]) => names.find((name) => name !== undefined) ?? '');
	return path.some((key) => key in Object.prototype || REJECTED.has(key)) ? undefined : path;
}

/**
 * The value at a path of the incoming item, as n8n's engines give it; a copy if it is an object. `ASK_N8N` where the
 * engines may differ from this or from each other.
 */
export function valueAt(path: readonly string[], json: unknown): unknown {
	let value = json;
	for (const key of path) {
		// n8n's engines turn the TypeError into undefined.
		if (value === undefined || value === null) return undefined;
		value = step(value, key);
	}
	return copyOf(value, DEEPEST);
}

/** What does not cross the border of n8n's QuickJS engine unchanged. */
const CUT_SHORT = /[\0\p{Cs}]/u;
/** JSON from a service is rarely deeper; a cycle is. */
const DEEPEST = 40;

function step(value: unknown, key: string): unknown {
	if (typeof value !== 'object') return isOwnText(value) && !(key in Object(value)) ? undefined : ASK_N8N;
	if (value === null) return undefined;
	if (!Array.isArray(value) && !isPlain(value)) return ASK_N8N;
	if (!(key in value)) return undefined;
	const isOwn = Array.isArray(value) ? isIndex(key) : Object.hasOwn(value, key);
	return isOwn ? (value as unknown as Record<string, unknown>)[key] : ASK_N8N;
}

const isIndex = (key: string): boolean => /^\d+$/.test(key);
const isOwnText = (value: unknown): boolean =>
	typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** Items from another realm have a prototype of their own. */
function isPlain(value: object): boolean {
	const prototype = Object.getPrototypeOf(value) as object | null;
	return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function copyOf(value: unknown, depth: number): unknown {
	switch (typeof value) {
		case 'string':
			return CUT_SHORT.test(value) ? ASK_N8N : value;
		case 'boolean':
		case 'undefined':
			return value;
		case 'number':
			return Number.isFinite(value) && !Object.is(value, -0) ? value : ASK_N8N;
		case 'object':
			return value === null ? null : copyOfObject(value, depth);
		default:
			return ASK_N8N;
	}
}

function copyOfObject(value: object, depth: number): unknown {
	if (depth === 0) return ASK_N8N;
	if (Array.isArray(value)) return copyOfList(value, depth);
	if (value instanceof Date && Object.getPrototypeOf(value) === Date.prototype)
		return Number.isNaN(value.getTime()) ? ASK_N8N : new Date(value);
	if (!isPlain(value)) return ASK_N8N;
	const keys = Object.keys(value);
	if (keys.length !== Reflect.ownKeys(value).length || keys.some(isSpecial)) return ASK_N8N;
	const copy: Record<string, unknown> = {};
	for (const key of keys) {
		const one = copyOf((value as Record<string, unknown>)[key], depth - 1);
		if (one === ASK_N8N || one === undefined) return ASK_N8N;
		copy[key] = one;
	}
	return copy;
}

function copyOfList(values: readonly unknown[], depth: number): unknown {
	if (Object.keys(values).length !== values.length) return ASK_N8N;
	const copy: unknown[] = [];
	for (const value of values) {
		const one = copyOf(value, depth - 1);
		if (one === ASK_N8N || one === undefined) return ASK_N8N;
		copy.push(one);
	}
	return copy;
}

/** Keys by which n8n's isolate marks what crosses its border, and those that every object has. */
const isSpecial = (key: string): boolean => /^(?:__|isLuxon)/.test(key) || key in Object.prototype;
