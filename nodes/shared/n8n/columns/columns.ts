import { Column } from './column';
import type { INodeProperties, ResourceMapperFields } from 'n8n-workflow';
import type { InputError } from '../../domain/inputError';
import { type Taken, byName, conflict, inSentence, plain } from './columnNames';
import { isExpression } from '../read/itemTemplate';
import type { Fields } from '../read/params';

export interface ColumnsFieldOptions {
	/** The method (in `methods.resourceMapping`) that returns the columns. */
	method: string;
	/** `upsert` shows the columns that identify records; `add` insists on required columns. */
	mode: 'add' | 'upsert';
	/** Parameters that determine the columns; the form resets when one of them changes. */
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

/** The columns in the shape that n8n's form expects. */
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

/** A filled-in mapper, as n8n stores it. */
interface Mapping {
	mappingMode?: unknown;
	value?: Record<string, unknown> | null;
	schema?: Array<{ id?: unknown; displayName?: unknown }>;
}

const mappingOf = (fields: Fields): Mapping => (fields.raw(NAME) ?? {}) as Mapping;

/** Whether columns are matched with the incoming item by name. */
export const mapsAutomatically = (fields: Fields): boolean => mappingOf(fields).mappingMode === 'autoMapInputData';

/** Ids of the columns that are mapped by hand. */
export const mappedByHand = (fields: Fields): string[] =>
	mapsAutomatically(fields) ? [] : Object.keys(mappingOf(fields).value ?? {});

/** The values that the columns took from one item. */
export interface ColumnValues {
	/** The values by column id, read like the fields of a form. */
	values: Fields;
	/** Names in the item that match no column. */
	unused: string[];
	/** Columns for which two names of the item fit equally well but have different values. */
	conflicts: InputError[];
}

/**
 * Takes an item's values from the resource mapper.
 * @param columns all columns that can be mapped, whether or not the form shows them
 * @param silent names in the incoming item that belong to another field of the node and cause no hint
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
		fields.remark(`Column “${name}” was not used: “${by}” supplies the ${inSentence(column.label)}.`, '');
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

/** A mapped column that no longer exists, such as a deleted custom field, keeps its former name. */
function byHand({ value, schema }: Mapping, columns: readonly Column[]): Taken {
	const known = new Set(columns.map(({ id }) => id));
	const given = Object.entries(value ?? {}).filter(([, one]) => one !== null && one !== undefined && one !== '');
	const nameOf = (id: string): string => String(schema?.find((column) => column.id === id)?.displayName ?? id);
	return {
		values: Object.fromEntries(given.filter(([id]) => known.has(id))),
		unused: given.filter(([id]) => !known.has(id)).map(([id]) => nameOf(id)),
	};
}
