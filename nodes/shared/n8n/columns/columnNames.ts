import { InputError } from '../../domain/inputError';
import { addTo } from '../../domain/multiMap';
import { cleanText, excerpt, isNothing } from '../../domain/values/text';
import type { Column } from './column';

/** @property names the names in the incoming item under which the values were found */
export interface Taken {
	values: Record<string, unknown>;
	names?: Record<string, string>;
	unused: string[];
	beaten?: Rival[];
}

/** A name in the item whose value differs from the one that its column took. */
interface Rival {
	name: string;
	/** The name whose value the column took. */
	by: string;
	column: Column;
	/** Both names fit equally well. */
	isEqual: boolean;
}

/**
 * Finds columns by their ids, labels and other names in any spelling (`Vendor Cost`, `vendor_cost`). If several names
 * of an item fit a column, the best rank wins.
 */
export function byName(item: Readonly<Record<string, unknown>>, columns: readonly Column[]): Taken {
	const { ids, ranks } = namesOf(columns);
	const found: Record<string, string> = {};
	const taken: Taken = { values: {}, names: found, unused: [], beaten: [] };
	const byColumn = new Map<Column, Array<{ name: string; rank: number }>>();
	for (const name of Object.keys(item)) {
		const own = ids.get(name);
		const fit = own ? { column: own, rank: ownRank(name) } : ranks.get(plain(name));
		if (fit) addTo(byColumn, fit.column, { name, rank: fit.rank });
		else taken.unused.push(name);
	}
	for (const [column, names] of byColumn) {
		const best = names.reduce((one, other) => (isBetter(item, other, one) ? other : one));
		taken.values[column.id] = item[best.name];
		found[column.id] = best.name;
		for (const { name, rank } of names) {
			if (name === best.name || isNothing(item[name]) || isSame(item[name], item[best.name], column.type === 'number'))
				continue;
			taken.beaten?.push({ name, by: best.name, column, isEqual: rank === best.rank });
		}
	}
	return taken;
}

type Named = { name: string; rank: number };

/** Of two names that fit equally well, prefers the one with a value. */
const isBetter = (item: Readonly<Record<string, unknown>>, one: Named, other: Named): boolean =>
	one.rank < other.rank || (one.rank === other.rank && isNothing(item[other.name]) && !isNothing(item[one.name]));

/** A plain decimal number. Leading zeros or an exponent make texts different even if their numeric values are equal. */
const PLAIN = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

const isSame = (one: unknown, other: unknown, isNumber: boolean): boolean => {
	const textOf = (value: unknown): string =>
		typeof value === 'object' ? JSON.stringify(value) : cleanText(String(value));
	const [text, like] = [textOf(one), textOf(other)];
	if (text === like) return true;
	const haveValue = isNumber ? text !== '' && like !== '' : PLAIN.test(text) && PLAIN.test(like);
	return haveValue && Number(text) === Number(like);
};

export function conflict({ name, by, column }: Rival, item: Readonly<Record<string, unknown>>): InputError {
	return new InputError(
		column.label,
		`The columns “${by}” and “${name}” both supply it, with different values: “${excerpt(item[by])}” and ` +
			`“${excerpt(item[name])}”.`,
		'Remove or rename one of them in the incoming items, or choose “Map Each Column Manually”.',
	);
}

/** `Order Number` within a sentence; `SKU` stays. */
export const inSentence = (label: string): string =>
	label.replace(/\b\p{Lu}(?=\p{Ll})/gu, (letter) => letter.toLowerCase());

/**
 * How well a name fits its column, best first: an id that only this node uses; a name more specific than the label; the
 * label; another name; an ambiguous name. An id that is a plain word (`city`) ranks below a more specific name (`Ship
 * City`).
 */
const RANKS = { ownId: 0, specific: 1, label: 2, other: 3, general: 4 };
const ownRank = (id: string): number => (/^[a-z]+$/.test(id) ? RANKS.specific : RANKS.ownId);

interface Names {
	ids: Map<string, Column>;
	/** By name, without spaces and capitals. */
	ranks: Map<string, { column: Column; rank: number }>;
}

const namesKnown = new WeakMap<readonly Column[], Names>();

/** If several columns share a name, the first one gets it, and an id beats a label. */
function namesOf(columns: readonly Column[]): Names {
	const known = namesKnown.get(columns);
	if (known) return known;
	const ranks: Names['ranks'] = new Map();
	const add = (name: string, column: Column, rank: number): unknown =>
		ranks.has(plain(name)) || ranks.set(plain(name), { column, rank });
	for (const column of columns) add(column.id, column, RANKS.label);
	for (const column of columns) add(column.label, column, RANKS.label);
	for (const column of columns) {
		for (const name of column.specific ?? []) add(name, column, RANKS.specific);
		for (const name of column.alsoCalled ?? []) add(name, column, RANKS.other);
		for (const name of column.general ?? []) add(name, column, RANKS.general);
	}
	const names = { ids: new Map(columns.map((column) => [column.id, column])), ranks };
	namesKnown.set(columns, names);
	return names;
}

/** A name without spaces, capitals and punctuation. */
export const plain = (name: string): string =>
	name
		.toLowerCase()
		.replaceAll('%', 'percent')
		.replace(/[^\p{L}\p{N}]/gu, '');
