import type { Step } from '../step';

/** n8n's own data tables. They are named, because an ID is known only where the table is. */

type ColumnType = 'string' | 'number' | 'date' | 'boolean';

const TYPE = { type: 'n8n-nodes-base.dataTable', typeVersion: 1.1 } as const;

export const tableNamed = (value: string): Record<string, unknown> => ({ __rl: true, mode: 'name', value });

interface Condition {
	column: string;
	/** A value or an expression. */
	is: string;
	/** How the column compares with it; equal unless stated. */
	condition?: 'eq' | 'neq' | 'lt' | 'lte' | 'gte';
}

const conditionsOf = (
	conditions: readonly Condition[],
	matchType: 'allConditions' | 'anyCondition' = 'allConditions',
): Record<string, unknown> => ({
	matchType,
	filters: {
		conditions: conditions.map(({ column, is, condition = 'eq' }) => ({ keyName: column, condition, keyValue: is })),
	},
});

/** n8n refuses what it has read if rows were added meanwhile; another try helps. */
export const again = (step: Step): Step => ({ ...step, retryOnFail: true, maxTries: 5, waitBetweenTries: 500 });

/** Makes the table if it is missing. Once, however many items come. Of two executions that make it at once, one tries again. */
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
	retryOnFail: true,
	maxTries: 2,
	waitBetweenTries: 500,
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

/** Keys that one look-up finds (`code/common/slots.js`). */
export const SLOTS = 20;

/** The rows that have one of the keys in the slots of an item, one row after the other. Goes on if there are none. */
export const lookUpRows = (name: string, table: string, columns: readonly string[]): Step => ({
	name,
	...TYPE,
	parameters: {
		resource: 'row',
		operation: 'get',
		dataTableId: tableNamed(table),
		...conditionsOf(
			columns.flatMap((column) =>
				Array.from({ length: SLOTS }, (_, at) => ({ column, is: `={{ $json.${column}[${at}] }}` })),
			),
			'anyCondition',
		),
		returnAll: true,
	},
	alwaysOutputData: true,
});

const FROM_ITEM = { mappingMode: 'autoMapInputData', value: null, matchingColumns: [], schema: [] };

/** Adds each item, whose fields are the columns, as a new row. */
export const addRows = (name: string, table: string): Step => ({
	name,
	...TYPE,
	parameters: {
		resource: 'row',
		operation: 'insert',
		dataTableId: tableNamed(table),
		columns: FROM_ITEM,
		options: {},
	},
});

/** Adds all items as new rows in one statement, however many they are. Gives one item. */
export const addManyRows = (name: string, table: string): Step => {
	const { parameters, ...step } = addRows(name, table);
	return { ...step, parameters: { ...parameters, options: { optimizeBulk: true } } };
};

/** Deletes the rows that meet every condition, for each item. */
export const deleteRowsOfItems = (name: string, table: string, conditions: readonly Condition[]): Step => ({
	name,
	...TYPE,
	parameters: {
		resource: 'row',
		operation: 'deleteRows',
		dataTableId: tableNamed(table),
		...conditionsOf(conditions),
		options: {},
	},
});

/** Deletes the rows that meet every condition, once for all items. Goes on if there are none. */
export const deleteRows = (name: string, table: string, conditions: readonly Condition[]): Step => ({
	...deleteRowsOfItems(name, table, conditions),
	executeOnce: true,
	alwaysOutputData: true,
});

/** Writes each item, whose fields are the columns, over the rows whose IDs the expression gives: a list of `SLOTS` IDs. */
export const updateRows = (name: string, table: string, ids: string): Step => ({
	name,
	...TYPE,
	parameters: {
		resource: 'row',
		operation: 'update',
		dataTableId: tableNamed(table),
		...conditionsOf(
			Array.from({ length: SLOTS }, (_, at) => ({ column: 'id', is: `={{ ${ids}[${at}] }}` })),
			'anyCondition',
		),
		columns: FROM_ITEM,
		options: {},
	},
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
		columns: FROM_ITEM,
		options: {},
	},
});
