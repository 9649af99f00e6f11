/** Edits within which a misspelled text still matches. */
const TYPOS = 2;
/** Texts of this length or less are too short for typos: half of the letters could be wrong. */
const SHORT = 4;

/** The words of a text, also of `camelCase`, in lower case. */
export const wordsOf = (text: string): string[] =>
	text
		.replace(/([a-z\d])([A-Z])/g, '$1 $2')
		.toLowerCase()
		.match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * How much two texts have in common, from 0 for nothing to 1 for the same words.
 * @param shortest words with fewer letters do not count
 */
export function likeness(one: readonly string[], other: readonly string[], shortest: number): number {
	const shared = one.filter((word) => word.length >= shortest && other.includes(word)).length;
	const [text, name] = [one.join(''), other.join('')];
	if (text.length > SHORT && distance(text, name) <= TYPOS) return 0.9;
	return shared / new Set([...one, ...other]).size;
}

/** The number of single-letter edits between two texts (Levenshtein); three for more than two. */
function distance(one: string, other: string): number {
	if (Math.abs(one.length - other.length) > TYPOS) return TYPOS + 1;
	let row = Array.from({ length: other.length + 1 }, (_, at) => at);
	for (let at = 1; at <= one.length; at++) {
		const next = [at];
		for (let to = 1; to <= other.length; to++) {
			const same = one[at - 1] === other[to - 1] ? 0 : 1;
			next.push(Math.min((row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1, (row[to - 1] ?? 0) + same));
		}
		row = next;
	}
	return row[other.length] ?? TYPOS + 1;
}
