import type { ErpRow } from '../read-files';

/** Columns of a file. */
export interface Layout {
	needed: readonly string[];
	used: readonly string[];
	/** What is too much in a row belongs to this column. */
	swallows?: string;
}

export function rowsOf(layout: Layout, file: string, bytes: Buffer, headersOf: Record<string, string>): ErpRow[];
