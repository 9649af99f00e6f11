import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { docsFolder, FILE, performanceFiles, savedResult } from '../docs/performance';
import type { BenchResult } from './result';
import { ROW_NAMES } from './rows';

export const saveResult = (file: string, result: BenchResult): void =>
	writeFileSync(file, `${JSON.stringify(result, null, '\t')}\n`);

/** The rows of a run in the place of those of an earlier one, in the order of the table. */
export const merged = (earlier: BenchResult, result: BenchResult): BenchResult => ({
	...result,
	rows: ROW_NAMES.flatMap(
		(name) => result.rows.find((row) => row.name === name) ?? earlier.rows.find((row) => row.name === name) ?? [],
	),
});

/** Renews the page about speed, with its figures and its chart. */
export const writeDocs = (result: BenchResult): void => {
	saveResult(FILE, existsSync(FILE) ? merged(savedResult(), result) : result);
	for (const [name, text] of Object.entries(performanceFiles())) writeFileSync(path.join(docsFolder, name), text);
};
