import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { childEnvironment } from '../../host/command';
import { freePorts } from '../../host/ports';
import { TrytonClient } from './client';
import { configFile, DATABASE, freshDatabase, PASSWORD } from './database';

/** A Tryton of its own: a temporary folder with a database, and a free port. */
export interface Tryton {
	/** Address without the database, such as `http://127.0.0.1:8000`. */
	url: string;
	/** Its database, the last part of the address of JSON-RPC. */
	database: string;
	/** Calls as its administrator. */
	admin: TrytonClient;
	/** Ends it and removes its folder. */
	stop(): Promise<void>;
}

const START_MS = 120_000;

const ended = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;

const end = async (child: ChildProcess): Promise<void> => {
	if (ended(child)) return;
	const gone = new Promise((resolve) => child.once('exit', resolve));
	// Asked politely, it waits for its idle connections; nothing of its database is needed any more.
	child.kill('SIGKILL');
	await gone;
};

/**
 * Starts Tryton on a fresh database with the modules of the tests, without a company. Throws with its log when it does not answer.
 * @param more modules besides those
 */
export const startTryton = async (more: readonly string[] = []): Promise<Tryton> => {
	const fresh = await freshDatabase(more);
	const folder = await mkdtemp(path.join(tmpdir(), 'tryton-'));
	const [port = 0] = await freePorts(1);
	await mkdir(path.join(folder, 'db'));
	await copyFile(fresh, path.join(folder, 'db', `${DATABASE}.sqlite`));
	const config = await configFile(folder, port);

	const logFile = path.join(folder, 'trytond.log');
	const log = createWriteStream(logFile);
	const child = spawn('trytond', ['-c', config], {
		cwd: folder,
		env: childEnvironment(),
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	child.stdout.pipe(log, { end: false });
	child.stderr.pipe(log, { end: false });
	const lastResort = (): void => void child.kill('SIGKILL');
	process.once('exit', lastResort);

	const stop = async (): Promise<void> => {
		await end(child);
		process.off('exit', lastResort);
		log.end();
		await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
	};
	const url = `http://127.0.0.1:${port}`;
	const admin = new TrytonClient(url, DATABASE, 'admin', PASSWORD);
	for (const deadline = Date.now() + START_MS; Date.now() < deadline; await pause(250)) {
		if (ended(child)) break;
		const isUp = await admin.refreshContext().then(
			() => true,
			() => false,
		);
		if (isUp) return { url, database: DATABASE, admin, stop };
	}
	const words = (await readFile(logFile, 'utf8').catch(() => '')).slice(-4000);
	await stop();
	throw new Error(`Tryton did not answer within ${START_MS / 1000} s:\n${words}`);
};
