import type { Config } from 'jest';
import { portVariable } from './client';
import { type EngineProcess, startEngineProcess } from './processes';
import { LINES, NEWEST } from './types';

/** What setup and teardown share: jest loads them as separate modules of one process. */
export const jestRun = globalThis as { engines?: EngineProcess[] };

/** Starts both engines once for the whole jest run; test files reach them by port. */
export default async function globalSetup({ collectCoverage }: Config): Promise<void> {
	jestRun.engines = await Promise.all(
		LINES.map(async (line) => {
			const engine = await startEngineProcess(line, { isCounted: collectCoverage && NEWEST.includes(line) });
			process.env[portVariable(line)] = String(engine.port);
			return engine;
		}),
	);
}
