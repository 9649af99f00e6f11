import { printable, shorten } from '../../domain/values/shorten';

/** How much of a text is read: a service may send megabytes. */
const READ = 20_000;
/** How much of it a message shows. */
const SHOWN = 320;
/** The same for a code or the name of a field. */
const NAME = 80;

/** The fields in which services put their messages. */
const PLACES = [
	'message',
	'error_description',
	'errorMessage',
	'description',
	'detail',
	'title',
	'reason',
	'text',
	'error',
];
/** How deep the search goes. */
const DEEPEST = 5;

/** The start of a stack trace: `at Order.save (order.js:12:3)`, `at com.shop.Order.save(Order.java:42)`. */
const CALLS = /\s+at (?:async |new )?[\w$.<>/[\] ]*\(?[^\s()]+:\d+/;
/** The class of an exception: `TypeError: `, `java.lang.IllegalStateException: `. */
const CLASS = /^(?:uncaught )?(?:[\w$]+\.)*[\w$]*(?:error|exception)(?::\s*|$)/i;
/** What programs print when they have no message. */
const NO_WORDS = /^(?:undefined|null|nan|none|\(?no message\)?)[.!]?$/i;
/** Messages of programs for programmers, which would only puzzle users. */
const JARGON = [
	/\[object \w+\]|^traceback \(most recent/i,
	/cannot (?:read|set) propert|undefined is not|cannot convert undefined/i,
	/is not (?:a function|iterable|a constructor|defined)\b/i,
	/unexpected (?:token|end of)|maximum call stack|invalid (?:string|array) length|circular structure/i,
	/expected \w+, received|invalid (?:input|option):|unrecognized key|^too (?:small|big):|ZodError/i,
	/\b(?:Type|Range|Syntax|Reference|URI)Error\b|NullPointerException/,
];

/** Whether a text is a message for programmers. */
export const isJargon = (text: string): boolean => JARGON.some((pattern) => pattern.test(text));

const saysSomething = (text: string): boolean => text !== '' && !NO_WORDS.test(text) && !isJargon(text);

/** Whether a text contains markup. */
export const hasMarkup = (text: string): boolean => /<[a-z!/?]/i.test(text);

/**
 * The service's message, from the first value that has one. Markup, stack traces and invisible characters are removed,
 * long texts are cut, and JSON is searched for its message.
 * @returns undefined if no value has a readable message
 */
export function serviceWords(...values: unknown[]): string | undefined {
	for (const value of values) {
		const text = textIn(value, 0);
		if (text !== undefined) return text;
	}
	return undefined;
}

/** A code, a name or another single value, for a message. */
export function serviceName(...values: unknown[]): string | undefined {
	for (const value of values) {
		if (typeof value !== 'string' && typeof value !== 'number') continue;
		const name = shorten(printable(withoutMarkup(String(value).slice(0, READ))), NAME);
		if (saysSomething(name)) return name;
	}
	return undefined;
}

function textIn(value: unknown, depth: number): string | undefined {
	if (typeof value === 'number') return String(value);
	if (typeof value === 'string') return textOfPage(value, depth);
	if (typeof value !== 'object' || value === null || depth >= DEEPEST) return undefined;
	// The first entries of a long error list are enough.
	const inside = Array.isArray(value)
		? value.slice(0, 10)
		: PLACES.filter((name) => Object.hasOwn(value, name)).map((name) => (value as Record<string, unknown>)[name]);
	for (const one of inside) {
		const text = textIn(one, depth + 1);
		if (text !== undefined) return text;
	}
	return undefined;
}

function textOfPage(text: string, depth: number): string | undefined {
	const begin = text.slice(0, READ).trim();
	if (/^[[{]/.test(begin)) {
		const inside = depth < DEEPEST && text.length <= READ ? parsed(begin) : undefined;
		if (inside !== undefined) return textIn(inside, depth + 1);
	}
	const plain = printable(withoutMarkup(begin).split(CALLS, 1)[0] ?? '').replace(CLASS, '');
	return saysSomething(plain) ? shorten(plain, SHOWN) : undefined;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

/** The text of a page. An unclosed element is dropped to its end. */
function withoutMarkup(text: string): string {
	if (!hasMarkup(text)) return text;
	const parts = text.split(/<(?=(?:style|script)\b)/i);
	const shown = parts.map((part, at) => (at === 0 ? part : (part.split(/<\/(?:style|script)\s*>/i, 2)[1] ?? '')));
	return shown.join(' ').replace(/<[a-z!/?][^<>]*(?:>|$)/gi, ' ');
}
