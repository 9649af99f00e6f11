import { addTo } from '../multiMap';
import { InputError } from '../inputError';
import { Nearest } from '../values/nearest';
import { isNothing, readCode } from '../values/text';
import { type Directory, valueIn } from './target';

/** A code of the ERP, and what it means in the account. */
export interface TableEntry {
	code: string;
	value: string;
}

/** The names of the two columns of a table, and what errors call the table. */
export interface TableColumns {
	table: string;
	code: string;
	value: string;
}

/**
 * Reads the rows of a table; rows without a code are left out.
 * @throws InputError if a column is in no row, or if a code has no value
 */
export function readEntries(
	rows: ReadonlyArray<Readonly<Record<string, unknown>>>,
	columns: TableColumns,
): TableEntry[] {
	for (const name of [columns.code, columns.value]) {
		if (rows.length > 0 && !rows.some((row) => Object.hasOwn(row, name)))
			throw new InputError(
				columns.table,
				`No row has the column “${name}”.`,
				'Correct the name of the column: capitals count.',
			);
	}
	return rows.flatMap((row, at) => {
		const [given, meant] = [columns.code, columns.value].map((name) =>
			Object.hasOwn(row, name) ? row[name] : undefined,
		);
		if (isNothing(given)) return [];
		const place = `${columns.table}, row ${at + 1}`;
		const [code, value] = [readCode(given, place), readCode(meant, place)];
		if (code !== undefined && value !== undefined) return [{ code, value }];
		throw new InputError(place, `The code “${code}” has no value.`, 'Fill in the value, or remove the row.');
	});
}

/** A table of codes, which is looked up in both directions. */
export class CodeTable {
	private readonly byCode = new Map<string, TableEntry[]>();
	private readonly codesByTarget = new WeakMap<Directory, Map<string, string[]>>();

	private nearest?: Nearest<TableEntry>;

	constructor(
		private readonly entries: readonly TableEntry[],
		/** Compares codes. */
		private readonly fold: (text: string) => string,
	) {
		for (const entry of entries) addTo(this.byCode, fold(entry.code), entry);
	}

	/** The entries of a code. Two rows that say the same count once. */
	entriesOf(code: string): TableEntry[] {
		return this.distinct(this.byCode.get(this.fold(code)) ?? [], ({ value }) => value);
	}

	/** The entries that are most like a text. */
	near(text: string, most: number): TableEntry[] {
		this.nearest ??= new Nearest(this.entries, ({ code, value }) => [code, value]);
		return this.nearest.to(text, most);
	}

	/** The codes whose value means a target, and nothing else. */
	codesOf(targetId: string, directory: Directory): string[] {
		const known = this.codesByTarget.get(directory) ?? this.codesIn(directory);
		this.codesByTarget.set(directory, known);
		return known.get(targetId) ?? [];
	}

	private codesIn(directory: Directory): Map<string, string[]> {
		const codes = new Map<string, string[]>();
		for (const { code, value } of this.entries) {
			const [only, ...others] = valueIn(directory, value);
			if (only && others.length === 0) addTo(codes, only.target.id, code);
		}
		for (const [id, all] of codes)
			codes.set(
				id,
				this.distinct(all, (code) => code),
			);
		return codes;
	}

	private distinct<T>(all: readonly T[], textOf: (one: T) => string): T[] {
		return [...new Map(all.map((one) => [this.fold(textOf(one)), one])).values()];
	}
}
