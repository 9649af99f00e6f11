import { addTo } from '../multiMap';
import { likeness, wordsOf } from './likeness';

/** Less in common is chance. */
const LEAST = 0.2;
/** How many texts are compared as a whole: those that share the most pairs of letters. */
const COMPARED = 40;

interface Entry<T> {
	thing: T;
	words: string[];
	joined: string;
}

/** Finds the things whose texts are most like a text, among thousands of them. */
export class Nearest<T> {
	private entries: Array<Entry<T>> = [];
	private byPair?: Map<string, number[]>;

	constructor(
		private readonly things: readonly T[],
		private readonly textsOf: (thing: T) => readonly string[],
	) {}

	/** The entries that have each pair of letters. Made for the first text, because most runs look for none. */
	private index(): Map<string, number[]> {
		this.entries = this.things.flatMap((thing) =>
			[...new Set(this.textsOf(thing))].map((text) => ({
				thing,
				words: wordsOf(text),
				joined: wordsOf(text).join(''),
			})),
		);
		const byPair = new Map<string, number[]>();
		for (const [at, { joined }] of this.entries.entries()) for (const pair of pairsOf(joined)) addTo(byPair, pair, at);
		return byPair;
	}

	/** The nearest first; those that have nothing in common with the text are left out. */
	to(text: string, most: number): T[] {
		if (most <= 0) return [];
		const words = wordsOf(text);
		const scored = this.similar(words.join(''))
			.map((entry) => ({ thing: entry.thing, score: scoreOf(words, entry) }))
			.filter(({ score }) => score > LEAST)
			.sort((one, other) => other.score - one.score);
		return [...new Set(scored.map(({ thing }) => thing))].slice(0, most);
	}

	/** The texts that share the most pairs of letters with a text, in their own order where they share as many. */
	private similar(joined: string): Array<Entry<T>> {
		this.byPair ??= this.index();
		const shared = new Map<number, number>();
		for (const pair of pairsOf(joined)) {
			for (const at of this.byPair.get(pair) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
		}
		const weight = ([at, count]: [number, number]): number =>
			count / Math.max(joined.length, this.entries[at]?.joined.length ?? 1);
		return [...shared]
			.map((one) => ({ at: one[0], weight: weight(one) }))
			.sort((one, other) => other.weight - one.weight || one.at - other.at)
			.slice(0, COMPARED)
			.flatMap(({ at }) => this.entries[at] ?? []);
	}
}

/** Each pair of neighboring letters, and the first letter. */
const pairsOf = (joined: string): Set<string> =>
	new Set([...joined].map((letter, at) => `${at === 0 ? '^' : (joined[at - 1] ?? '')}${letter}`));

function scoreOf<T>(words: readonly string[], entry: Entry<T>): number {
	const joined = words.join('');
	let start = 0;
	while (start < joined.length && joined[start] === entry.joined[start]) start += 1;
	return Math.max(likeness(words, entry.words, 1), start / Math.max(joined.length, entry.joined.length, 1));
}
