import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import path from 'node:path';

/** The npm settings that say where packages come from; every other one belongs to the project npm was started in. */
const keptNpmSettings =
	/^npm_config_(registry|cache|userconfig|globalconfig|cafile|strict_ssl|nodedir|(https?_)?(no)?proxy)$/i;

/**
 * The environment for a child process: without what `npm run` adds (its `ignore-scripts`, prefix and workspace settings would
 * reach the npm we start for another folder) and without what test runners add (n8n does not start with `NODE_ENV=test`), and
 * with `firstOnPath` in front of PATH.
 */
export const childEnvironment = (firstOnPath?: string): NodeJS.ProcessEnv => {
	const kept = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name) || keptNpmSettings.test(name));
	const environment: NodeJS.ProcessEnv = Object.fromEntries(kept);
	for (const name of ['NODE_OPTIONS', 'NODE_ENV', 'JEST_WORKER_ID']) delete environment[name];
	if (firstOnPath !== undefined) environment['PATH'] = [firstOnPath, environment['PATH']].join(path.delimiter);
	return environment;
};

export interface CommandOptions {
	cwd: string;
	env?: NodeJS.ProcessEnv;
	/** File that takes all output; without it the output is only kept for the error message. */
	log?: string;
	/** Called with the last telling line of each chunk of output, for a progress display. */
	onLine?: (line: string) => void;
}

/** Runs a program to its end and gives its stdout. Throws with the end of its output when it does not exit with 0. */
export const runCommand = async (program: string, args: string[], options: CommandOptions): Promise<string> =>
	await new Promise((resolve, reject) => {
		const child = spawn(program, args, {
			cwd: options.cwd,
			env: options.env ?? childEnvironment(),
			stdio: ['ignore', 'pipe', 'pipe'],
			shell: process.platform === 'win32',
		});
		const log = options.log === undefined ? undefined : createWriteStream(options.log, { flags: 'a' });
		const stdout: Buffer[] = [];
		let tail = '';
		const take = (chunk: Buffer): void => {
			log?.write(chunk);
			const text = chunk.toString('utf8');
			tail = (tail + text).slice(-4000);
			const line = text
				.split('\n')
				.filter((part) => part.trim() !== '' && !part.startsWith('npm warn'))
				.at(-1);
			if (line !== undefined) options.onLine?.(line.trim().slice(0, 100));
		};
		child.stdout.on('data', (chunk: Buffer) => {
			stdout.push(chunk);
			take(chunk);
		});
		child.stderr.on('data', take);
		child.on('error', reject);
		child.on('close', (code, signal) => {
			log?.end();
			if (code === 0) resolve(Buffer.concat(stdout).toString('utf8'));
			else reject(new Error(`${program} ${args.join(' ')} ended with ${signal ?? `exit code ${code}`}:\n${tail}`));
		});
	});
