import type { ErpRow } from '../read-files';
import type { Layout } from '../shared/read-rows';

export interface FileOfFolder {
	name: string;
	bytes: Buffer;
}

export function marksOf(files: readonly FileOfFolder[]): string;

export function rowsOfFiles(
	layout: Layout,
	found: { wanted: string; files: readonly FileOfFolder[]; problem?: string; before: string; looks: number },
	settings: { folder: string; lastLine?: string },
	headersOf: Record<string, string>,
): Array<ErpRow | { growing: true }>;
