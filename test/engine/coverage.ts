import type { FileCoverage } from './types';

type Counts = Record<string, FileCoverage>;

/** Leaves counts of built files where jest looks for those of this test file: it adds up those of all and reports one figure. */
export function addCoverage(taken: Counts): void {
	const scope = globalThis as unknown as { __coverage__?: Counts };
	const counts = (scope.__coverage__ ??= {});
	for (const [path, file] of Object.entries(taken)) {
		const known = counts[path];
		counts[path] = known ? sum(known, file) : file;
	}
}

/** Both engines run the same built file, so its statements, functions and branches have the same numbers. */
function sum(one: FileCoverage, other: FileCoverage): FileCoverage {
	for (const [key, count] of Object.entries(other.s)) one.s[key] = (one.s[key] ?? 0) + count;
	for (const [key, count] of Object.entries(other.f)) one.f[key] = (one.f[key] ?? 0) + count;
	for (const [key, counts] of Object.entries(other.b))
		one.b[key] = counts.map((count, arm) => count + (one.b[key]?.[arm] ?? 0));
	return one;
}
