import type { Step } from './step';

/** n8n's own data tables. They are named, because an ID is known only where the table is. */

type ColumnType = 'string' | 'number' | 'date' | 'boolean';

const TYPE = { type: 'n8n-nodes-base.dataTable', typeVersion: 1.1 } as const;

export const tableNamed = (value: string): Record<string, unknown> => ({ __rl: true, mode: 'name', value });

interface Condition {
	column: string;
	/** A value or an expression. */
	is: string;
	/** How the column compares with it; equal unless stated. */
	condition?: 'eq' | 'lt';
}

const conditionsOf = (conditions: readonly Condition[]): Record<string, unknown> => ({
	matchType: 'allConditions',
	filters: {
		conditions: conditions.map(({ column, is, condition = 'eq' }) => ({ keyName: column, condition, keyValue: is })),
	},
});

/** Makes the table if it is missing. Once, however many items come. */
export const createTable = (name: string, table: string, columns: Readonly<Record<string, ColumnType>>): Step => ({
	name,
	...TYPE,
	parameters: {
		resource: 'table',
		operation: 'create',
		tableName: table,
		columns: { column: Object.entries(columns).map(([column, type]) => ({ name: column, type })) },
		options: { createIfNotExists: true },
	},
	executeOnce: true,
});

/** The rows of a table, all or those that meet every condition. Goes on if there are none. */
export const getRows = (name: string, table: string, conditions: readonly Condition[] = []): Step => ({
	name,
	...TYPE,
	parameters: {
		resource: 'row',
		operation: 'get',
		dataTableId: tableNamed(table),
		...conditionsOf(conditions),
		returnAll: true,
	},
	executeOnce: true,
	alwaysOutputData: true,
});

/** Deletes the rows that meet every condition. Goes on if there are none. */
export const deleteRows = (name: string, table: string, conditions: readonly Condition[]): Step => ({
	name,
	...TYPE,
	parameters: {
		resource: 'row',
		operation: 'deleteRows',
		dataTableId: tableNamed(table),
		...conditionsOf(conditions),
		options: {},
	},
	executeOnce: true,
	alwaysOutputData: true,
});

/** Writes each item, whose fields are the columns, over the row that meets the conditions, or as a new row. */
export const upsertRow = (name: string, table: string, conditions: readonly Condition[]): Step => ({
	name,
	...TYPE,
	parameters: {
		resource: 'row',
		operation: 'upsert',
		dataTableId: tableNamed(table),
		...conditionsOf(conditions),
		columns: { mappingMode: 'autoMapInputData', value: null, matchingColumns: [], schema: [] },
		options: {},
	},
});
