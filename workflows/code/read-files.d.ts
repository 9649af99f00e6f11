/** A row of one of the ERP's files. */
export interface ErpRow {
	file: string;
	line: number;
	cells: Record<string, string>;
	/** Why it cannot be used. */
	problem?: string;
	/** What was done to it. */
	note?: string;
}

export function readFiles(given: Array<{ name: string; bytes: Buffer }>, headersOf: Record<string, string>): ErpRow[];
