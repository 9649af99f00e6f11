import { existsSync, readFileSync } from 'node:fs';
import { createInstrumenter } from 'istanbul-lib-instrument';
import type { FileCoverage } from '../types';

const COUNTERS = '__engineCoverage__';

/** Code of a built file that counts what is executed of it, made by the instrumenter jest uses and with the source map beside the file: jest can add the counts to its own. */
export function instrument(file: string): string {
	const instrumenter = createInstrumenter({ coverageVariable: COUNTERS, compact: true, esModules: false });
	const mapFile = `${file}.map`;
	const map = existsSync(mapFile) ? (JSON.parse(readFileSync(mapFile, 'utf8')) as object) : undefined;
	return instrumenter.instrumentSync(readFileSync(file, 'utf8'), file, map);
}

/** Counters of each file that has been handed over, by what they were of: `true` where something was executed. */
const handedOver = new Map<string, Set<string>>();

/**
 * Hands over the counts since the last call and starts again from zero: of the files in which something was executed for the first time. Coverage asks whether a line was
 * executed, not how often, and a file with its maps is long.
 */
export function takeCoverage(): Record<string, FileCoverage> {
	const counters = (globalThis as unknown as Record<string, Record<string, FileCoverage> | undefined>)[COUNTERS] ?? {};
	const taken: Record<string, FileCoverage> = {};
	for (const [path, file] of Object.entries(counters)) {
		if (isNews(path, file)) taken[path] = structuredClone(file);
		for (const key of Object.keys(file.s)) file.s[key] = 0;
		for (const key of Object.keys(file.f)) file.f[key] = 0;
		for (const branch of Object.values(file.b)) branch.fill(0);
	}
	return taken;
}

function isNews(path: string, file: FileCoverage): boolean {
	const known = handedOver.get(path) ?? new Set();
	handedOver.set(path, known);
	const before = known.size;
	for (const [key, count] of Object.entries(file.s)) if (count > 0) known.add(`s${key}`);
	for (const [key, count] of Object.entries(file.f)) if (count > 0) known.add(`f${key}`);
	for (const [key, counts] of Object.entries(file.b))
		counts.forEach((count, arm) => count > 0 && known.add(`b${key}.${arm}`));
	return known.size > before;
}
