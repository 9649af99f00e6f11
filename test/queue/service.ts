import { spawn } from 'node:child_process';
import { createWriteStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** A database server of its own port and folder. */
export interface Service {
	port: number;
	/** Ends it and waits until it is gone. */
	stop(): Promise<void>;
}

export interface Program {
	/** Path of the program. */
	file: string;
	args: string[];
	/** Port on which it listens on 127.0.0.1. */
	port: number;
	/** Where it runs, and where its log goes. */
	folder: string;
	/** Whom it runs as; the user of this process by default. */
	user?: { uid: number; gid: number };
	/** The signal that ends it at once and in order. */
	stopSignal: NodeJS.Signals;
}

const START_SECONDS = 30;

/** A program of this name on PATH or in one of the folders. Throws, naming Debian's package, when there is none. */
export const programFile = (name: string, debianPackage: string, folders: readonly string[] = []): string => {
	const all = [...(process.env['PATH'] ?? '').split(path.delimiter), ...folders];
	const found = all.map((folder) => path.join(folder, name)).find((file) => existsSync(file));
	if (found === undefined) throw new Error(`${name} is missing: apt-get install ${debianPackage}`);
	return found;
};

const listens = async (port: number): Promise<boolean> =>
	await new Promise((resolve) => {
		const socket = createConnection({ host: '127.0.0.1', port });
		socket.once('connect', () => resolve(true));
		socket.once('error', () => resolve(false));
		socket.once('close', () => socket.destroy());
		socket.once('connect', () => socket.end());
	});

/** Starts a server and waits until it listens. It ends with this process at the latest. */
export const startService = async ({ file, args, port, folder, user, stopSignal }: Program): Promise<Service> => {
	const logFile = path.join(folder, `${path.basename(file)}.log`);
	const log = createWriteStream(logFile, { flags: 'a' });
	const child = spawn(file, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], ...user });
	child.stdout.pipe(log, { end: false });
	child.stderr.pipe(log, { end: false });
	const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	const lastResort = (): void => void child.kill('SIGKILL');
	process.once('exit', lastResort);
	const stop = async (): Promise<void> => {
		child.kill(stopSignal);
		await ended;
		process.off('exit', lastResort);
		log.end();
	};
	for (const deadline = Date.now() + START_SECONDS * 1000; Date.now() < deadline; await pause(100)) {
		if (child.exitCode !== null) break;
		if (await listens(port)) return { port, stop };
	}
	await stop();
	throw new Error(`${file} did not start:\n${(await readFile(logFile, 'utf8')).slice(-2000)}`);
};
