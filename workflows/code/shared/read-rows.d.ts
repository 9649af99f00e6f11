import type { ErpRow } from '../read-files';

/** Columns of a file. */
export interface Layout {
	needed: readonly string[];
	used: readonly string[];
	/** What is too much in a row belongs to this column. */
	swallows?: string;
}

/**
 * The rows of one file. A row that cannot be used has a `problem`, one that was put together has a `note`.
 * @param headersOf the headers that mean each column, with commas between
 * @throws Error naming file, line, column and what to do
 */
export function rowsOf(layout: Layout, file: string, bytes: Buffer, headersOf: Record<string, string>): ErpRow[];
