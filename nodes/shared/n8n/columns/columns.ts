import { Column } from './column';
import type { INodeProperties, ResourceMapperFields } from 'n8n-workflow';
import type { InputError } from '../../domain/inputError';
import { type Taken, byName, conflict, inSentence, plain } from './columnNames';
import { isExpression } from '../read/itemTemplate';
import type { Fields } from '../read/params';

export interface ColumnsFieldOptions {
	/** Name of the method (`methods.resourceMapping`) that gives the columns. */
	method: string;
	/** `upsert` shows which column records are looked up by; `add` insists on required columns. */
	mode: 'add' | 'upsert';
	/** Parameters on which the columns depend; when one changes, the form starts again. */
	dependsOn?: string[];
	valuesLabel?: string;
	description?: string;
}

const NAME = 'columns';

/** The resource mapper of a node: *Map Each Column Manually* or *Map Automatically*. */
export const columnsField = ({
	method,
	mode,
	dependsOn = [],
	valuesLabel,
	description,
}: ColumnsFieldOptions): INodeProperties => ({
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
	fields: columns.map(({ id, label, type, required = false, hiddenByDefault = false, matches = false, options }) => ({
		id,
		displayName: label,
		type,
		required,
		removed: hiddenByDefault && !required,
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
export const mappedByHand = (fields: Fields): string[] =>
	mapsAutomatically(fields) ? [] : Object.keys(mappingOf(fields).value ?? {});

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
	const {
		values,
		names = {},
		unused,
		beaten = [],
	} = isAutomatic ? byName(fields.item(), columns) : byHand(mappingOf(fields), columns);
	const quiet = new Set(silent.map(plain));
	const rivals = beaten.filter(({ column }) => !quiet.has(plain(column.id)));
	for (const { name, by, column } of rivals.filter(({ isEqual }) => !isEqual)) {
		fields.remark(`Column “${name}” was not used: “${by}” gives the ${inSentence(column.label)}.`, '');
	}
	const template = (fields.template(NAME) as Mapping | undefined)?.value;
	const place = {
		path: NAME,
		column: (id: string) =>
			isAutomatic
				? fields.items().map((item) => item[names[id] ?? id])
				: [...fields.column(NAME)].map((mapping) => (mapping as Mapping | null)?.value?.[id]),
		template: (id: string) => (isAutomatic ? undefined : template?.[id]),
		has: (id: string) => id in values || isExpression(template?.[id]),
	};
	const conflicts = rivals.filter(({ isEqual }) => isEqual).map((rival) => conflict(rival, fields.item()));
	return { values: fields.of(values, place), unused: unused.filter((name) => !quiet.has(plain(name))), conflicts };
}

/**
 * A column that was mapped and is there no more, for example a custom field that was deleted, is called by the name it
 * had.
 */
function byHand({ value, schema }: Mapping, columns: readonly Column[]): Taken {
	const known = new Set(columns.map(({ id }) => id));
	const given = Object.entries(value ?? {}).filter(([, one]) => one !== null && one !== undefined && one !== '');
	const nameOf = (id: string): string => String(schema?.find((column) => column.id === id)?.displayName ?? id);
	return {
		values: Object.fromEntries(given.filter(([id]) => known.has(id))),
		unused: given.filter(([id]) => !known.has(id)).map(([id]) => nameOf(id)),
	};
}
