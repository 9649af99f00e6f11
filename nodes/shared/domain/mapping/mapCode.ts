import type { CodeTable, TableEntry } from './codeTable';
import { type Directory, type Found, type Target, valueIn } from './target';

/** Why a code is not mapped. */
export type Reason =
	| { problem: 'empty' }
	/** @param text what is wrong with the value, and what to do, as whole sentences */
	| { problem: 'unusable'; text: string }
	/** @param isLive it was looked up in the account, not only in tables */
	| { problem: 'unknown'; isLive: boolean; unreadable: number }
	/** @param codes the ERP's codes that a value may mean; otherwise a code means several records */
	| { problem: 'ambiguous'; codes?: boolean }
	| { problem: 'inactive' }
	/** The table has the code, but the account does not have its value. */
	| { problem: 'valueUnknown'; value: string; unreadable: number }
	| { problem: 'valueAmbiguous'; value: string }
	/** The record exists, but no row of the table means it. */
	| { problem: 'notInTable' }
	/** The record has nothing in the field that is the ERP's code. */
	| { problem: 'noCode'; field: string };

/** A code that has a meaning. */
export interface Mapped {
	isMapped: true;
	target: Target;
	/** The kind of key that matched, or `table`. */
	by: string;
	/** The ERP's code, when mapping from the account. */
	code?: string;
}

/** A code without a meaning, or with more than one. */
export interface Unmapped {
	isMapped: false;
	reason: Reason;
	candidates: readonly object[];
}

export type Mapping = Mapped | Unmapped;

/** What a code is looked up in. */
export interface Sources {
	/** A table that comes earlier goes first. */
	tables: readonly CodeTable[];
	/** Whether codes that are in no table are looked up in the directory itself. */
	isLive: boolean;
	directory: Directory;
	/** Whether codes may mean records that are no longer in use. */
	withInactive: boolean;
	/** How many candidates an unmapped code gets. */
	candidates: number;
}

export const unmapped = (reason: Reason, candidates: Unmapped['candidates'] = []): Unmapped => ({
	isMapped: false,
	reason,
	candidates,
});

/** The entries of the first table that has a code. */
export const entriesOf = (code: string, tables: readonly CodeTable[]): TableEntry[] =>
	tables.map((table) => table.entriesOf(code)).find(({ length }) => length > 0) ?? [];

/** Finds what a code of the ERP means in the account. */
export function mapTo(code: string | undefined, sources: Sources): Mapping {
	const { directory, isLive, candidates } = sources;
	if (code === undefined) return unmapped({ problem: 'empty' });
	const entries = entriesOf(code, sources.tables);
	if (entries.length > 0) return mapEntries(entries, sources);
	const found = isLive ? directory.find(code) : [];
	if (found.length > 0) return settled(found, sources);
	const near = isLive ? detailsOf(directory.near(code, candidates)) : [];
	const rows = nearCodes(code, sources).slice(0, Math.max(0, candidates - near.length));
	const unreadable = isLive ? (directory.unreadable ?? 0) : 0;
	return unmapped({ problem: 'unknown', isLive, unreadable }, [...near, ...rows]);
}

function mapEntries(entries: readonly TableEntry[], sources: Sources): Mapping {
	const { directory, candidates } = sources;
	const meanings = new Map<string, Found>();
	for (const { value } of entries) {
		const found = valueIn(directory, value);
		if (found.length === 0) {
			const unreadable = directory.unreadable ?? 0;
			const near = detailsOf(directory.near(value, candidates));
			return unmapped({ problem: 'valueUnknown', value, unreadable }, near);
		}
		if (found.length > 1) return unmapped({ problem: 'valueAmbiguous', value }, detailsOf(found.map(targetOf)));
		for (const { target } of found) meanings.set(target.id, { target, by: 'table' });
	}
	return settled([...meanings.values()], sources);
}

function settled(found: readonly Found[], { withInactive }: Sources): Mapping {
	const open = withInactive ? found : found.filter(({ target }) => target.active !== false);
	const [only] = open;
	if (!only) return unmapped({ problem: 'inactive' }, detailsOf(found.map(targetOf)));
	if (open.length > 1) return unmapped({ problem: 'ambiguous' }, detailsOf(open.map(targetOf)));
	return { isMapped: true, ...only };
}

/**
 * Finds the ERP's code for something of the account.
 * @param given what the account calls it
 * @param field the kind of key that is the ERP's code where no table has it
 */
export function mapFrom(given: string | undefined, field: string, sources: Sources): Mapping {
	const { directory, isLive, candidates } = sources;
	if (given === undefined) return unmapped({ problem: 'empty' });
	const found = directory.find(given);
	const [one] = found;
	if (!one) {
		const near = detailsOf(directory.near(given, candidates));
		return unmapped({ problem: 'unknown', isLive: true, unreadable: directory.unreadable ?? 0 }, near);
	}
	if (found.length > 1) return unmapped({ problem: 'ambiguous' }, detailsOf(found.map(targetOf)));
	for (const id of [one.target.id, one.target.widerId]) {
		const codes = id === undefined ? [] : codesFor(id, sources);
		if (codes.length > 0) return oneCode(codes, { target: one.target, by: 'table' });
	}
	if (!isLive) return unmapped({ problem: 'notInTable' }, nearCodes(given, sources));
	const codes = one.target.keys[field] ?? [];
	return codes.length === 0 ? unmapped({ problem: 'noCode', field }) : oneCode(codes, one);
}

/** The codes that the first table with any has for a target. */
const codesFor = (id: string, { tables, directory }: Sources): string[] =>
	tables.map((table) => table.codesOf(id, directory)).find(({ length }) => length > 0) ?? [];

const oneCode = (codes: readonly string[], found: Found): Mapping =>
	codes.length > 1
		? unmapped(
				{ problem: 'ambiguous', codes: true },
				codes.map((code) => ({ code })),
			)
		: { isMapped: true, ...found, code: codes[0] };

/** The rows of the tables that are most like a text. */
export const nearCodes = (text: string, { tables, candidates }: Pick<Sources, 'tables' | 'candidates'>): TableEntry[] =>
	tables.flatMap((table) => table.near(text, candidates)).slice(0, candidates);

const targetOf = ({ target }: Found): Target => target;
const detailsOf = (targets: readonly Target[]): Array<Readonly<Record<string, unknown>>> =>
	targets.map(({ details }) => details);
