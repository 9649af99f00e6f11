import type { Column } from './column';

/** Shorter words occur in too many names to help. */
const SHORTEST = 4;
/** Edits within which a misspelled name still matches. */
const TYPOS = 2;

const textOf = (name: string): string[] =>
	name
		.replace(/([a-z\d])([A-Z])/g, '$1 $2')
		.toLowerCase()
		.match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * Suggests the label of the column that an unknown name may mean: the one that shares the most words with it or is
 * spelled almost the same.
 */
export function nearName(name: string, columns: ReadonlyArray<Pick<Column, 'id' | 'label'>>): string | undefined {
	const names = textOf(name);
	const scored = columns.map(({ label }) => ({ label, score: likeness(names, textOf(label)) }));
	const [best] = scored.filter(({ score }) => score >= 0.5).sort((one, other) => other.score - one.score);
	return best?.label;
}

/** From 0 for nothing in common to 1 for the same words. */
function likeness(one: readonly string[], other: readonly string[]): number {
	const shared = one.filter((word) => word.length >= SHORTEST && other.includes(word)).length;
	const [text, label] = [one.join(''), other.join('')];
	if (text.length > SHORTEST && distance(text, label) <= TYPOS) return 0.9;
	return shared / new Set([...one, ...other]).size;
}

/** The number of single-letter edits between two texts (Levenshtein). */
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
