import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Line } from './types';

const ROOT = path.resolve(__dirname, '../..');
const BUILT = path.join(ROOT, 'dist');

export interface EngineProcess {
	/** Loopback port the engine answers on. */
	port: number;
	/** Undefined once it has failed to start. */
	pid: number | undefined;
	stop: () => Promise<void>;
	/** Ends it at once, in the middle of whatever it does. */
	kill: () => Promise<void>;
}

/**
 * Starts the process that runs one n8n line. Its environment is empty but for what Node needs: neither a developer's n8n settings nor a
 * proxy may change a test. It ends with `stop()` or with this process, whichever comes first.
 * `builtFolder`: files that are compiled once for all engines opened in it; `isCounted`: their execution is counted;
 * `node`: another Node.js.
 */
export async function startEngineProcess(
	line: Line,
	{
		builtFolder = BUILT,
		isCounted = false,
		node = process.execPath,
	}: { builtFolder?: string; isCounted?: boolean; node?: string } = {},
): Promise<EngineProcess> {
	const child = fork(path.join(__dirname, 'host/register.js'), [line, builtFolder, ...(isCounted ? ['counted'] : [])], {
		cwd: ROOT,
		execPath: node,
		env: { PATH: process.env.PATH, NODE_ENV: 'production' },
		// Most of what a call makes is thrown away after it: with room for it, that is not kept alive by chance.
		execArgv: ['--max-semi-space-size=64'],
	});
	const failed = once(child, 'exit').then(([code]) =>
		Promise.reject(new Error(`The engine ended with code ${String(code)}`)),
	);
	const [port] = (await Promise.race([once(child, 'message'), failed])) as [number];
	failed.catch(() => {});
	return { port, pid: child.pid, stop: async () => await stop(child), kill: async () => await kill(child) };
}

async function kill(child: ChildProcess): Promise<void> {
	const ended = once(child, 'exit');
	child.kill('SIGKILL');
	await ended;
}

async function stop(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const ended = once(child, 'exit');
	child.disconnect();
	await ended;
}
