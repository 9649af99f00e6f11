import type { IDataObject } from 'n8n-workflow';
import type { LogLine, RunResult } from '../engine';

/** Data of the items of a run. */
export const jsons = ({ items }: RunResult): IDataObject[] => items.map(({ json }) => json);

/** Data of the items of the second output. */
export const summaries = ({ outputs: [, second = []] }: RunResult): IDataObject[] => second.map(({ json }) => json);

/** Data of the items on the error output. */
export const failures = ({ errorItems }: RunResult): IDataObject[] => errorItems.map(({ json }) => json);

/** One field of every item. */
export const column = (result: RunResult, field: string): unknown[] => jsons(result).map((json) => json[field]);

/** The same, sorted, where the order of rows says nothing. */
export const sortedColumn = (result: RunResult, field: string): string[] => column(result, field).map(String).sort();

/** The hints of a run, but for those that say which orders do not ship: an order that is created without a payment date has one. */
export const hintsBesideAttention = ({ hints }: RunResult): string[] =>
	hints.filter((hint) => !/ (does|do) not ship: /.test(hint));

/** What was logged for people, without the lines of the calls. */
export const warnings = ({ logs }: { logs: LogLine[] }): LogLine[] =>
	logs.filter(({ level }) => level === 'warn' || level === 'error');
