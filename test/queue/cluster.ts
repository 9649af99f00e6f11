import { randomUUID } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureInstalled, type Installation } from '../host/installation';
import { installPackage } from '../host/package';
import { freePorts } from '../host/ports';
import { Rest } from '../host/rest';
import { startServer, type Server } from '../host/server';
import { DATABASE, startPostgres, startRedis } from './databases';
import type { Service } from './service';

/** How many executions a worker runs at once: the least that n8n takes without a warning. */
const CONCURRENCY = 5;

/** Of a process alone, without its children; Linux counts in hundredths. */
const processorSeconds = async (pid: number | undefined): Promise<number> => {
	const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
	const [user = 0, system = 0] = stat
		.slice(stat.lastIndexOf(')') + 2)
		.split(' ')
		.slice(11, 13)
		.map(Number);
	return (user + system) / 100;
};

/** A worker: an n8n process that runs executions of the queue. */
export class Worker {
	private server: Server | undefined;

	constructor(
		readonly name: string,
		private readonly folder: string,
		private readonly launch: () => Promise<Server>,
	) {}

	async start(): Promise<void> {
		this.server = await this.launch();
	}

	/** SIGKILL for the process and its children. */
	async kill(): Promise<void> {
		await this.server?.kill();
		this.server = undefined;
	}

	async stop(): Promise<void> {
		await this.server?.stop();
		this.server = undefined;
	}

	/** Seconds of processor time that the process has used; 0 where the system does not tell. */
	async processorSeconds(): Promise<number> {
		return await processorSeconds(this.server?.pid);
	}

	/** IDs of the executions that it has begun and not brought to an end. */
	async unfinished(): Promise<string[]> {
		const { begun, ended } = await this.executions();
		return begun.filter((id) => !ended.includes(id));
	}

	/** IDs of the executions that it has begun, and of those that it has brought to an end, over all its lives. */
	async executions(): Promise<{ begun: string[]; ended: string[] }> {
		const log = await readFile(path.join(this.folder, 'n8n.log'), 'utf8').catch(() => '');
		const idsAfter = (words: string): string[] =>
			[...log.matchAll(new RegExp(`Worker ${words} execution (\\d+)`, 'g'))].map(([, id = '']) => id);
		return { begun: idsAfter('started'), ended: [...idsAfter('finished'), ...idsAfter('errored while running')] };
	}
}

/** n8n in queue mode: Redis, PostgreSQL, a main process and two workers, each with the pack in a folder of its own. */
export class Cluster {
	private constructor(
		readonly rest: Rest,
		readonly workers: readonly [Worker, Worker],
		private readonly main: Server,
		private readonly folder: string,
		private readonly ends: ReadonlyArray<() => Promise<void>>,
	) {}

	/** Throws with the log of what does not start. */
	static async start(tarball: string, report: (line: string) => void): Promise<Cluster> {
		const installation = await ensureInstalled();
		const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'n8n-queue-')));
		// PostgreSQL, which runs as another user, has its folder in it.
		await chmod(folder, 0o711);
		const ends: Array<() => Promise<void>> = [];
		try {
			return await Cluster.build(installation, tarball, folder, ends, report);
		} catch (error) {
			await endAll(ends, folder);
			throw error;
		}
	}

	private static async build(
		installation: Installation,
		tarball: string,
		folder: string,
		ends: Array<() => Promise<void>>,
		report: (line: string) => void,
	): Promise<Cluster> {
		// What was started last is ended first: n8n, then what it stands on.
		const started = <Started extends { stop(): Promise<void> }>(one: Started): Started => {
			ends.unshift(async () => await one.stop());
			return one;
		};
		const passwordFile = path.join(folder, 'password');
		await writeFile(passwordFile, randomUUID());
		const postgres = started(await startPostgres(path.join(folder, 'postgres'), passwordFile));
		const redis = started(await startRedis(path.join(folder, 'redis'), passwordFile));
		report('PostgreSQL and Redis are up');
		const environment = queueMode(postgres, redis, passwordFile);
		const launcher = async (name: string, command: string[]): Promise<() => Promise<Server>> => {
			const userFolder = path.join(folder, name);
			await mkdir(path.join(userFolder, '.n8n'), { recursive: true });
			await installPackage(tarball, userFolder);
			const [port = 0, brokerPort = 0] = await freePorts(2);
			const health = { QUEUE_HEALTH_CHECK_ACTIVE: 'true', QUEUE_HEALTH_CHECK_PORT: String(port) };
			return async () =>
				await startServer(installation, {
					userFolder,
					readableFolders: [],
					port,
					brokerPort,
					command,
					environment: { ...environment, ...(command[0] === 'worker' && health) },
				});
		};
		// The main process first: it makes the tables.
		const main = started(await (await launcher('main', ['start']))());
		report('n8n main is up');
		const rest = new Rest(main.url.replace('localhost', '127.0.0.1'));
		await rest.setUpOwner();
		const worker = async (name: string): Promise<Worker> => {
			const launch = await launcher(name, ['worker', `--concurrency=${CONCURRENCY}`]);
			const one = started(new Worker(name, path.join(folder, name), launch));
			await one.start();
			report(`n8n ${name} is up`);
			return one;
		};
		return new Cluster(rest, [await worker('worker-1'), await worker('worker-2')], main, folder, ends);
	}

	/** Seconds of processor time that the main process has used. */
	async processorSeconds(): Promise<number> {
		return await processorSeconds(this.main.pid);
	}

	/** Ends everything and removes its folder. */
	async remove(): Promise<void> {
		await endAll(this.ends, this.folder);
	}
}

const queueMode = (postgres: Service, redis: Service, passwordFile: string): Record<string, string> => ({
	EXECUTIONS_MODE: 'queue',
	DB_TYPE: 'postgresdb',
	DB_POSTGRESDB_HOST: '127.0.0.1',
	DB_POSTGRESDB_PORT: String(postgres.port),
	DB_POSTGRESDB_DATABASE: DATABASE.name,
	DB_POSTGRESDB_USER: DATABASE.user,
	DB_POSTGRESDB_PASSWORD_FILE: passwordFile,
	QUEUE_BULL_REDIS_HOST: '127.0.0.1',
	QUEUE_BULL_REDIS_PORT: String(redis.port),
	QUEUE_BULL_REDIS_PASSWORD_FILE: passwordFile,
	N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
	// The workers' logs say which executions they ran.
	N8N_LOG_LEVEL: 'info',
});

/** Ends one after the other; the folder is removed also when one does not end. */
const endAll = async (ends: ReadonlyArray<() => Promise<void>>, folder: string): Promise<void> => {
	try {
		for (const end of ends) await end();
	} finally {
		await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
	}
};
