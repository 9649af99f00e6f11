import type { RunResult } from '../../engine';

/** The longest that a person reads of a message. */
export const LONGEST = 1_000;

/** What a program says to programmers. */
const JARGON: readonly RegExp[] = [
	/Invalid (input|option)|expected \w+, received|Unrecognized key|Too (small|big)|ZodError|invalid_(type|union|value)/,
	/"?path"?: ?\[/,
	/Cannot (read|set|convert|destructure|create)|is not (a function|iterable|a constructor|defined)|undefined is not/,
	/(Type|Range|Syntax|Reference|URI)Error|Unexpected (token|end of)|Maximum call stack|Invalid (string|array) length|circular structure/,
	/function \w*\(|native code/,
	/<\/?(html|body|script|p|h1)\b/i,
	/\bat \S+ ?\(?\S+:\d+/,
	// What the node says of a fault of its own.
	/because of an internal error/,
];
// eslint-disable-next-line no-control-regex -- control characters are what must be found
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u;
/** What an empty value becomes when it is put into a sentence. */
const EMPTY = /\b(undefined|NaN|null)\b|\[object \w+\]/;

/** What is wrong with a text for people; nothing when they can read it. */
export function faultsOf(text: string): string[] {
	const own = text.replace(/“[^”]*”/g, '“”');
	return [
		...JARGON.filter((pattern) => pattern.test(text)).map(String),
		...(UNPRINTABLE.test(text) ? ['unprintable'] : []),
		...(EMPTY.test(own) ? ['an empty value as a word'] : []),
		...(text.length > LONGEST ? [`${text.length} characters`] : []),
		...(text.trim() === '' ? ['empty'] : []),
	];
}

/** Everything of a run that is written for people. */
export function textsOf({ items, errorItems, error, hints }: RunResult): string[] {
	const failed = errorItems.map(({ json }) => json);
	const notices = items.flatMap(({ json }) => (typeof json.notice === 'string' ? [json.notice] : []));
	return [
		...failed.flatMap((json) => [json.error, json.message].filter((text) => text !== undefined).map(String)),
		...(error ? [error.message, error.description ?? ''] : []),
		...hints,
		...notices,
	];
}
