import { Nearest } from '../values/nearest';
import { cleanText } from '../values/text';

/** What a code can mean: a record of the account, or an entry of one of the package's own tables. */
export interface Target {
	/** Tells it from the others. */
	id: string;
	/** What comes out if only the value is wanted. */
	value: string;
	/** How codes name it, by kind (`id`, `name`, …): a kind that comes earlier goes first. */
	keys: Readonly<Record<string, readonly string[]>>;
	/** False for a record that is no longer in use. */
	active: boolean | null;
	/** The ID of a wider target that it is part of, for example the stage of a status. */
	widerId?: string;
	/** What comes out. */
	details: Readonly<Record<string, unknown>>;
}

/** A target, and the kind of the key by which it was found. */
export interface Found {
	target: Target;
	by: string;
}

/** Everything that the codes of a run can mean. */
export interface Directory {
	/** All targets that a text names. It never matches a part of a name. */
	find(text: string): Found[];
	/** The same for the values of tables, where other kinds of keys count. */
	findValue?(text: string): Found[];
	/** The targets whose names are most like a text. */
	near(text: string, most: number): Target[];
	/** Records that could not be read: a code that is not found may belong to one of them. */
	unreadable?: number;
}

/** The targets that a value of a table names. */
export const valueIn = (directory: Directory, value: string): Found[] => (directory.findValue ?? directory.find)(value);

/** Compares names and codes without regard to case and spaces. */
export const foldName = (text: string): string => cleanText(text).normalize('NFKC').toLowerCase().replace(/\s+/g, '');

/** The same without regard to hyphens inside, for codes of tables, which every other mark tells apart. */
export const foldCode = (text: string): string =>
	foldName(text).replace(/(?<=[\p{L}\p{N}])[\p{Pd}_]+(?=[\p{L}\p{N}])/gu, '');

/**
 * The same without regard to hyphens, dots and most marks: `UPS® Next-Day` is `UPS Next Day`. Marks that tell names
 * apart stay: `Express+` is not `Express`.
 */
export function foldWords(text: string): string {
	const folded = foldName(text);
	// A text of nothing but marks must not be the same as any other.
	return folded.replace(/[^\p{L}\p{N}+*#&/]/gu, '') || folded;
}

/** Compares SKUs, whose inner spaces count. */
export const foldSku = (text: string): string => cleanText(text).toLowerCase();

/** How codes are compared with keys. */
interface Comparison {
	fold?: (text: string) => string;
	/** The kinds of keys that count, in order. */
	kinds?: readonly string[];
	/** Of several targets with the same name, those do not go first that write it in exactly this way. */
	isLoose?: boolean;
	unreadable?: number;
}

/** The directory of a list of targets. */
export function directoryOf(
	targets: readonly Target[],
	{ fold = foldName, kinds, isLoose = false, unreadable }: Comparison = {},
): Directory {
	const inOrder = kinds ?? [...new Set(targets.flatMap(({ keys }) => Object.keys(keys)))];
	const byKind = inOrder.map((by) => [by, indexOf(targets, by, fold)] as const);
	let nearest: Nearest<Target> | undefined;
	return {
		find: (text) => {
			for (const [by, index] of byKind) {
				const found = index.get(fold(text));
				if (found) return (isLoose ? found : narrowed(found, by, text)).map((target) => ({ target, by }));
			}
			return [];
		},
		near: (text, most) => (nearest ??= new Nearest(targets, ({ keys }) => Object.values(keys).flat())).to(text, most),
		unreadable,
	};
}

function indexOf(targets: readonly Target[], by: string, fold: (text: string) => string): Map<string, Target[]> {
	const index = new Map<string, Target[]>();
	for (const target of targets) {
		for (const key of new Set((target.keys[by] ?? []).map(fold))) {
			const others = index.get(key);
			if (key !== '' && others) others.push(target);
			else if (key !== '') index.set(key, [target]);
		}
	}
	return index;
}

/** If several targets have the text as a name, those that write it in exactly this way. */
function narrowed(found: readonly Target[], by: string, text: string): readonly Target[] {
	const exact = found.filter(({ keys }) => keys[by]?.includes(cleanText(text)));
	return exact.length > 0 ? exact : found;
}
