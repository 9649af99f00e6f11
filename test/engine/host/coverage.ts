import { existsSync, readFileSync } from 'node:fs';
import Module from 'node:module';
import path from 'node:path';
import { createInstrumenter } from 'istanbul-lib-instrument';
import type { FileCoverage } from '../types';

/** Files that are not the project's own source: bundled libraries. */
const NOT_COVERED = `${path.sep}vendor${path.sep}`;

type CompiledModule = NodeModule & { _compile: (code: string, file: string) => void };

const COUNTERS = '__engineCoverage__';

/**
 * Counts what is executed of the built files under `folder`, with the same instrumenter jest uses and the source map
 * beside each file, so that jest can add these counts to those of the unit tests.
 */
export function coverFolder(folder: string): void {
	const extensions = (Module as unknown as { _extensions: Record<string, (module: NodeModule, file: string) => void> })._extensions;
	const load = extensions['.js'];
	const instrumented = new Map<string, string>();
	extensions['.js'] = (module, file) => {
		if (!file.startsWith(folder + path.sep) || file.includes(NOT_COVERED)) return load?.(module, file);
		const code = instrumented.get(file) ?? instrument(file);
		instrumented.set(file, code);
		(module as CompiledModule)._compile(code, file);
	};
}

function instrument(file: string): string {
	const instrumenter = createInstrumenter({ coverageVariable: COUNTERS, compact: true, esModules: false });
	const mapFile = `${file}.map`;
	const map = existsSync(mapFile) ? (JSON.parse(readFileSync(mapFile, 'utf8')) as object) : undefined;
	return instrumenter.instrumentSync(readFileSync(file, 'utf8'), file, map);
}

/** Hands over the counts since the last call and starts again from zero. */
export function takeCoverage(): Record<string, FileCoverage> {
	const counters = (globalThis as unknown as Record<string, Record<string, FileCoverage> | undefined>)[COUNTERS] ?? {};
	const taken = structuredClone(Object.entries(counters).filter(([, file]) => isHit(file)));
	for (const file of Object.values(counters)) {
		for (const key of Object.keys(file.s)) file.s[key] = 0;
		for (const key of Object.keys(file.f)) file.f[key] = 0;
		for (const branch of Object.values(file.b)) branch.fill(0);
	}
	return Object.fromEntries(taken);
}

function isHit({ s, f, b }: FileCoverage): boolean {
	return [...Object.values(s), ...Object.values(f), ...Object.values(b).flat()].some((count) => count > 0);
}
