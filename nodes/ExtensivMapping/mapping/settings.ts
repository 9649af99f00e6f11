import { CodeTable, type TableEntry, readEntries } from '../../shared/domain/mapping/codeTable';
import { InputError } from '../../shared/domain/inputError';
import { jsonRows } from '../../shared/n8n/read/jsonRows';
import type { Fields } from '../../shared/n8n/read/params';
import { type Direction, DIRECTIONS } from './kind';

/** Where meanings come from, in the order in which they go first. */
export const SOURCES = ['typed', 'branch', 'account'] as const;
export type Source = (typeof SOURCES)[number];

export const RESULTS = ['details', 'value'] as const;

/** Candidates of an unmapped code, unless the user wants another number. */
export const CANDIDATES = 3;

/** The settings of a run, which are those of the first item. */
export interface Settings {
	direction: Direction;
	isLive: boolean;
	tables: CodeTable[];
	withInactive: boolean;
	candidates: number;
	/** Only the value comes out, without its details. */
	isValueOnly: boolean;
	/** The kind of key that is the ERP's code, when mapping from the account. */
	give: string;
}

/**
 * @param usesSources whether the form asks where to look codes up
 * @throws InputError naming the parameter
 */
export function readSettings(fields: Fields, fold: (text: string) => string, usesSources = true): Settings {
	const sources = usesSources ? readSources(fields) : [];
	const options = fields.inside('options');
	return {
		direction: fields.choice('direction', 'Direction', DIRECTIONS, 'to'),
		isLive: sources.includes('account'),
		tables: [
			...(sources.includes('typed') ? [new CodeTable(typedEntries(fields), fold)] : []),
			...(sources.includes('branch') ? [new CodeTable(branchEntries(fields), fold)] : []),
		],
		withInactive: options.flag('includeInactive'),
		candidates: options.text('candidates') === undefined ? CANDIDATES : options.quantity('candidates', 'Candidates', 0),
		isValueOnly: fields.choice('output', 'Output', RESULTS, 'details') === 'value',
		give: fields.text('give') ?? '',
	};
}

function readSources(fields: Fields): Source[] {
	const names = fields.list('sources', 'Look Up In') ?? [];
	for (const name of names) {
		if (!(SOURCES as readonly string[]).includes(name))
			throw new InputError('Look Up In', `“${name}” is not one of the choices.`, `Use one of ${SOURCES.join(', ')}.`);
	}
	if (names.length > 0) return names as Source[];
	throw new InputError('Look Up In', 'Nothing is selected.', 'Select at least one place to look up codes in.');
}

const typedEntries = (fields: Fields): TableEntry[] =>
	readEntries(
		fields.rows('entries', 'entry').map((row) => ({ 'ERP Code': row.raw('code'), Value: row.raw('value') })),
		{ table: 'Typed Codes', code: 'ERP Code', value: 'Value' },
	);

/** The rows of another branch, as `$('Node').all()` gives them or as plain objects. */
function branchEntries(fields: Fields): TableEntry[] {
	const remedy = "Use an expression such as {{ $('My table').all() }}, or a JSON list of objects.";
	const rows = jsonRows(fields, 'tableItems', 'Table Items', remedy).map((row): Record<string, unknown> => {
		const json = row.raw('json');
		const own = typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : undefined;
		return own ?? Object.fromEntries(row.names().map((name) => [name, row.raw(name)]));
	});
	return readEntries(rows, {
		table: 'Table Items',
		code: fields.required('codeColumn', 'ERP Code Column'),
		value: fields.required('valueColumn', 'Value Column'),
	});
}
