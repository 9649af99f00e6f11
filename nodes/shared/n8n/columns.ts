import type { FieldType, INodeProperties, INodePropertyOptions, ResourceMapperFields } from 'n8n-workflow';
import { InputError } from '../domain/inputError';
import { addTo } from '../domain/multiMap';
import { cleanText, excerpt, isNothing } from '../domain/values/text';
import type { Fields } from './params';

/** One column that a resource mapper offers. What its values must be like is not said here: they are read as fields of a form are, with the same checks. */
export interface Column {
	/** The name of the value, for example `vendorCost`. */
	id: string;
	/** What the user sees. */
	label: string;
	/** Which input the form shows. n8n's own check by this type is not used, because it refuses what the domain's parsers can read (`1,250.00`, `yes`). */
	type: FieldType;
	required?: boolean;
	/** Not in the form until the user adds it: for what most do without, and for switches, which n8n would start as “off” and send. */
	extra?: boolean;
	options?: INodePropertyOptions[];
	/** Tells records apart, where the mapper looks them up. */
	matches?: boolean;
	/** Other names under which exports have it. */
	alsoCalled?: readonly string[];
	/** Those of them that say more than the label does (`Ship City`), and those that may as well mean something else (`Order`). */
	specific?: readonly string[];
	general?: readonly string[];
}

export interface ColumnsFieldOptions {
	/** Name of the method (`methods.resourceMapping`) that gives the columns. */
	method: string;
	/** `upsert` shows which column records are looked up by; `add` insists on required columns. */
	mode: 'add' | 'upsert';
	/** Parameters on which the columns depend; when one changes, the form starts anew. */
	dependsOn?: string[];
	valuesLabel?: string;
	description?: string;
}

const NAME = 'columns';

/** The resource mapper of a node: *Map Each Column Manually* or *Map Automatically*. */
export const columnsField = ({ method, mode, dependsOn = [], valuesLabel, description }: ColumnsFieldOptions): INodeProperties => ({
	displayName: 'Columns',
	name: NAME,
	type: 'resourceMapper',
	noDataExpression: true,
	required: true,
	default: { mappingMode: 'defineBelow', value: null },
	...(description ? { description } : {}),
	typeOptions: {
		loadOptionsDependsOn: ['authentication', ...dependsOn],
		resourceMapper: {
			resourceMapperMethod: method,
			mode,
			fieldWords: { singular: 'column', plural: 'columns' },
			addAllFields: true,
			multiKeyMatch: false,
			supportAutoMap: true,
			...(valuesLabel ? { valuesLabel } : {}),
		},
	},
});

/** The columns as n8n's form wants them; the answer of the method. */
export const columnsForm = (columns: readonly Column[]): ResourceMapperFields => ({
	fields: columns.map(({ id, label, type, required = false, extra = false, matches = false, options }) => ({
		id,
		displayName: label,
		type,
		required,
		removed: extra && !required,
		display: true,
		defaultMatch: matches,
		canBeUsedToMatch: matches,
		...(options ? { options } : {}),
	})),
});

/** How a mapper is filled in: the parameter as n8n keeps it. */
interface Mapping {
	mappingMode?: unknown;
	value?: Record<string, unknown> | null;
	schema?: Array<{ id?: unknown; displayName?: unknown }>;
}

const mappingOf = (fields: Fields): Mapping => (fields.raw(NAME) ?? {}) as Mapping;

/** Whether columns are taken from the incoming item by their names. */
export const mapsAutomatically = (fields: Fields): boolean => mappingOf(fields).mappingMode === 'autoMapInputData';

/** Ids of the columns that are mapped by hand. */
export const mappedByHand = (fields: Fields): string[] => (mapsAutomatically(fields) ? [] : Object.keys(mappingOf(fields).value ?? {}));

/** What the columns of one item came to. */
export interface ColumnValues {
	/** The values by the ids of their columns, to be read like the fields of a form. */
	values: Fields;
	/** Names of columns that were given and that nothing stands for. */
	unused: string[];
	/** Columns that two names of the item fit equally well, with different values. */
	conflicts: InputError[];
}

/**
 * Takes an item's values from the resource mapper.
 * @param columns all that can be mapped, whether or not the form offers it
 * @param silent names of the incoming item that belong to another field of the node, and are not pointed out
 */
export function readColumns(fields: Fields, columns: readonly Column[], silent: readonly string[] = []): ColumnValues {
	const isAutomatic = mapsAutomatically(fields);
	const { values, names = {}, unused, beaten = [] } = isAutomatic ? byName(fields.item(), columns) : byHand(mappingOf(fields), columns);
	const quiet = new Set(silent.map(plain));
	const rivals = beaten.filter(({ column }) => !quiet.has(plain(column.id)));
	for (const { name, by, column } of rivals.filter(({ isEqual }) => !isEqual)) {
		fields.remark(`Column “${name}” was not used: “${by}” gives the ${inSentence(column.label)}.`, '');
	}
	const template = (fields.template(NAME) as Mapping | undefined)?.value;
	const place = {
		path: NAME,
		column: (id: string) => (isAutomatic ? fields.items().map((item) => item[names[id] ?? id]) : [...fields.column(NAME)].map((mapping) => (mapping as Mapping | null)?.value?.[id])),
		template: (id: string) => (isAutomatic ? undefined : template?.[id]),
		has: (id: string) => id in values || isExpression(template?.[id]),
	};
	const conflicts = rivals.filter(({ isEqual }) => isEqual).map((rival) => conflict(rival, fields.item()));
	return { values: fields.of(values, place), unused: unused.filter((name) => !quiet.has(plain(name))), conflicts };
}

const isExpression = (template: unknown): boolean => typeof template === 'string' && template.startsWith('=');

/** @property names the names in the incoming item that the values were found under */
type Taken = { values: Record<string, unknown>; names?: Record<string, string>; unused: string[]; beaten?: Rival[] };

/** A name of the item whose value differs from the one that was taken for its column. */
interface Rival {
	name: string;
	/** The name whose value was taken. */
	by: string;
	column: Column;
	/** Neither is the better one. */
	isEqual: boolean;
}

/**
 * Columns by their ids, or by their labels and other names however these are written (`Vendor Cost`, `vendor_cost`). Where
 * several names of an item fit a column, the one of the best rank gives the value.
 */
function byName(item: Readonly<Record<string, unknown>>, columns: readonly Column[]): Taken {
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
			if (name === best.name || isNothing(item[name]) || isSame(item[name], item[best.name])) continue;
			taken.beaten?.push({ name, by: best.name, column, isEqual: rank === best.rank });
		}
	}
	return taken;
}

type Named = { name: string; rank: number };

/** Of two names that fit equally well, the one with a value. */
const isBetter = (item: Readonly<Record<string, unknown>>, one: Named, other: Named): boolean =>
	one.rank < other.rank || (one.rank === other.rank && isNothing(item[other.name]) && !isNothing(item[one.name]));

const isSame = (one: unknown, other: unknown): boolean => {
	const [text, like] = [one, other].map((value) => (typeof value === 'object' ? JSON.stringify(value) : cleanText(String(value)))) as [string, string];
	return text === like || (text !== '' && like !== '' && Number(text) === Number(like));
};

function conflict({ name, by, column }: Rival, item: Readonly<Record<string, unknown>>): InputError {
	return new InputError(
		column.label,
		`Columns “${by}” and “${name}” both give it and differ: “${excerpt(item[by])}” and “${excerpt(item[name])}”.`,
		'Remove or rename one of the two in the incoming items, or choose “Map Each Column Manually”.',
	);
}

/** `Order Number` within a sentence; `SKU` stays. */
const inSentence = (label: string): string => label.replace(/\b\p{Lu}(?=\p{Ll})/gu, (letter) => letter.toLowerCase());

/**
 * How well a name fits its column, the best first: an id that only this node uses; a name that says more than the label; the label; another name; one that may mean
 * something else. An id that is a plain word (`city`) is no better than a name that says more (`Ship City`).
 */
const RANKS = { ownId: 0, specific: 1, label: 2, other: 3, general: 4 };
const ownRank = (id: string): number => (/^[a-z]+$/.test(id) ? RANKS.specific : RANKS.ownId);

interface Names {
	ids: Map<string, Column>;
	/** By the names without blanks and capitals. */
	ranks: Map<string, { column: Column; rank: number }>;
}

const namesKnown = new WeakMap<readonly Column[], Names>();

/** Where several columns go by one name, the first has it, and an id goes before a label. */
function namesOf(columns: readonly Column[]): Names {
	const known = namesKnown.get(columns);
	if (known) return known;
	const ranks: Names['ranks'] = new Map();
	const add = (name: string, column: Column, rank: number): unknown => ranks.has(plain(name)) || ranks.set(plain(name), { column, rank });
	for (const column of columns) add(column.id, column, RANKS.label);
	for (const column of columns) add(column.label, column, RANKS.label);
	for (const kind of ['specific', 'general'] as const) for (const column of columns) for (const name of column[kind] ?? []) add(name, column, RANKS[kind]);
	for (const column of columns) for (const name of column.alsoCalled ?? []) add(name, column, RANKS.other);
	const names = { ids: new Map(columns.map((column) => [column.id, column])), ranks };
	namesKnown.set(columns, names);
	return names;
}

/** A column that was mapped and is there no more, for example a custom field that was deleted, is called by the name it had. */
function byHand({ value, schema }: Mapping, columns: readonly Column[]): Taken {
	const known = new Set(columns.map(({ id }) => id));
	const given = Object.entries(value ?? {}).filter(([, one]) => one !== null && one !== undefined && one !== '');
	const nameOf = (id: string): string => String(schema?.find((column) => column.id === id)?.displayName ?? id);
	return {
		values: Object.fromEntries(given.filter(([id]) => known.has(id))),
		unused: given.filter(([id]) => !known.has(id)).map(([id]) => nameOf(id)),
	};
}

const plain = (name: string): string => name.toLowerCase().replaceAll('%', 'percent').replace(/[^\p{L}\p{N}]/gu, '');
