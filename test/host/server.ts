import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, existsSync, realpathSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import axios from 'axios';
import { childEnvironment } from './command';
import type { Installation } from './installation';
import { freePorts } from './ports';

export interface ServerOptions {
	/** The folder that holds `.n8n`: settings, database, community packages. */
	userFolder: string;
	/** Folders the file nodes of a workflow may read. */
	readableFolders: string[];
	/** Port of the editor; 0 takes a free one. */
	port: number;
	/** Port of the broker between n8n and its task runners; a free one by default. */
	brokerPort?: number;
	/** Words of n8n's command line; `start` by default. Whatever it starts must answer health checks on `port`. */
	command?: readonly string[];
	/** More of n8n's settings. */
	environment?: Readonly<Record<string, string>>;
	/** Gives up starting when it is aborted. */
	signal?: AbortSignal | undefined;
}

/** A running n8n process. */
export interface Server {
	pid: number;
	/** Address of editor and REST API, without a slash at the end. */
	url: string;
	logFile: string;
	/** Ends n8n and its child processes and waits until they are gone. */
	stop(): Promise<void>;
	/** Ends them without a warning, in the middle of whatever they do. */
	kill(): Promise<void>;
}

const startTimeoutMs = 180_000;
const stopTimeoutMs = 20_000;

/** The folders and what they are links to: n8n compares the folder that a link leads to. */
const allowed = (folders: string[]): string[] => [
	...new Set(folders.flatMap((folder) => (existsSync(folder) ? [folder, realpathSync(folder)] : [folder]))),
];

const settings = (options: ServerOptions, port: number, brokerPort: number): Record<string, string> => ({
	N8N_USER_FOLDER: options.userFolder,
	N8N_PORT: String(port),
	N8N_LISTEN_ADDRESS: '127.0.0.1',
	N8N_EDITOR_BASE_URL: `http://localhost:${port}`,
	WEBHOOK_URL: `http://localhost:${port}`,
	N8N_RUNNERS_BROKER_PORT: String(brokerPort),
	N8N_ENCRYPTION_KEY: 'a key for a throw-away instance of the tests',
	N8N_RESTRICT_FILE_ACCESS_TO: allowed(options.readableFolders).join(';'),
	// Cookies marked secure are not sent over plain HTTP, and loopback has no certificate.
	N8N_SECURE_COOKIE: 'false',
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_ONBOARDING_FLOW_DISABLED: 'true',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	// Asks n8n's own service for its list of MCP servers at every start.
	N8N_DISABLED_MODULES: 'mcp-registry',
	N8N_LOG_LEVEL: 'warn',
	NO_COLOR: '1',
	...options.environment,
});

const isReady = async (url: string): Promise<boolean> =>
	await axios.get(`${url}/healthz/readiness`, { timeout: 2000, proxy: false }).then(
		(response) => response.status === 200,
		() => false,
	);

const signal = (pid: number, name: NodeJS.Signals): boolean => {
	try {
		// n8n leads its own process group (it was spawned detached), so its task runners get the signal too.
		process.kill(process.platform === 'win32' ? pid : -pid, name);
		return true;
	} catch {
		return false;
	}
};

const groupEnds = async (pid: number, withinMs: number): Promise<boolean> => {
	for (const deadline = Date.now() + withinMs; Date.now() < deadline; await pause(100)) {
		try {
			process.kill(process.platform === 'win32' ? pid : -pid, 0);
		} catch {
			return true;
		}
	}
	return false;
};

const logTail = async (logFile: string): Promise<string> =>
	(await readFile(logFile, 'utf8').catch(() => '')).slice(-4000);

const untilReady = async (child: ChildProcess, url: string, logFile: string, abort?: AbortSignal): Promise<void> => {
	for (const deadline = Date.now() + startTimeoutMs; Date.now() < deadline; await pause(250)) {
		if (child.exitCode !== null || child.signalCode !== null) {
			// Its last words are still on their way into the file.
			await pause(500);
			throw new Error(
				`n8n ended while starting (${child.signalCode ?? `exit code ${child.exitCode}`}):\n${await logTail(logFile)}`,
			);
		}
		abort?.throwIfAborted();
		if (await isReady(url)) return;
	}
	throw new Error(`n8n was not ready within ${startTimeoutMs / 1000} s:\n${await logTail(logFile)}`);
};

/** Starts n8n and waits until it answers. It ends with this process at the latest. */
export const startServer = async (installation: Installation, options: ServerOptions): Promise<Server> => {
	const [freePort = 0, freeBrokerPort = 0] = await freePorts(2);
	const port = options.port === 0 ? freePort : options.port;
	const url = `http://localhost:${port}`;
	const logFile = path.join(options.userFolder, 'n8n.log');
	const child = spawn(installation.node, [installation.n8n, ...(options.command ?? ['start'])], {
		cwd: options.userFolder,
		env: {
			...childEnvironment(path.dirname(installation.node)),
			...settings(options, port, options.brokerPort ?? freeBrokerPort),
		},
		stdio: ['ignore', 'pipe', 'pipe'],
		detached: process.platform !== 'win32',
	});
	const { pid } = child;
	if (pid === undefined) throw new Error(`${installation.node} cannot be started`);
	const log = createWriteStream(logFile, { flags: 'a' });
	child.stdout.pipe(log, { end: false });
	child.stderr.pipe(log, { end: false });

	const lastResort = (): void => void signal(pid, 'SIGKILL');
	process.once('exit', lastResort);
	const kill = async (): Promise<void> => {
		if (signal(pid, 'SIGKILL')) await groupEnds(pid, 5000);
		process.off('exit', lastResort);
		log.end();
	};
	const stop = async (): Promise<void> => {
		if (signal(pid, 'SIGTERM')) await groupEnds(pid, stopTimeoutMs);
		await kill();
	};
	try {
		await untilReady(child, `http://127.0.0.1:${port}`, logFile, options.signal);
	} catch (error) {
		await stop();
		throw error;
	}
	return { pid, url, logFile, stop, kill };
};
