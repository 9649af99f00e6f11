import type { ErpResult, ParcelItem, StatusItem } from '../../parts/shapes';

/** What the ERP shall get once. */
export interface Line {
	key: string;
	/** Another value than the last one of the key is written. */
	value: string;
	cells: Record<string, string | null>;
	/** Why it cannot be written. */
	problem?: string;
}

/** A file, as the data table knows it. */
export interface FileRow {
	id?: number;
	file?: string;
	state?: string;
	/** JSON of lines. */
	lines?: string;
	problem?: string;
}

export interface OutSettings {
	separator?: string;
	encoding?: string;
	outDateFormat?: string;
	readyFile?: boolean | string;
}

export interface PlannedFile {
	file: string;
	action: 'write' | 'note' | 'announce';
	lines: string;
}

export function unfinishedFiles(rows: readonly FileRow[]): FileRow[];
export function planFiles(
	lines: readonly Line[],
	rows: readonly FileRow[],
	found: ReadonlyMap<string, Buffer>,
	settings: OutSettings,
	name: string,
): PlannedFile[];
export function contentOf(lines: readonly Line[], settings: OutSettings): { bytes: Buffer };
export function keptOf(lines: string): string;
export function outcomesOf(
	lines: readonly Line[],
	rows: readonly FileRow[],
	planned: ReadonlyArray<{ file?: string }>,
): ErpResult[];
export function parcelLines(
	parcels: readonly ParcelItem[],
	settings: OutSettings,
	dateOf: (iso: string) => string,
): Line[];
export function statusLines(orders: readonly StatusItem[], settings: OutSettings): Line[];
