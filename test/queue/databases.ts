import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chmod, chown, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { freePorts } from '../host/ports';
import { programFile, type Service, startService } from './service';

/** Role and database of PostgreSQL. */
export const DATABASE = { user: 'n8n', name: 'postgres' } as const;

const VERSIONS = '/usr/lib/postgresql';

/** Where Debian puts the programs of each version, which are not on PATH. */
const versionFolders = (): string[] =>
	existsSync(VERSIONS) ? readdirSync(VERSIONS).map((version) => path.join(VERSIONS, version, 'bin')) : [];

const idOf = (kind: '-u' | '-g', user: string): number =>
	Number(execFileSync('id', [kind, user], { encoding: 'utf8' }).trim());

/** PostgreSQL refuses to run as root; Debian's package has made a user for it. */
const postgresUser = (): { uid: number; gid: number } | undefined =>
	process.getuid?.() === 0 ? { uid: idOf('-u', 'postgres'), gid: idOf('-g', 'postgres') } : undefined;

/**
 * Starts a PostgreSQL with an empty database in `folder`. Its data is not meant to outlive the machine. `passwordFile` must be
 * readable by everybody.
 */
export const startPostgres = async (folder: string, passwordFile: string): Promise<Service> => {
	const [port = 0] = await freePorts(1);
	const user = postgresUser();
	await mkdir(folder);
	await chmod(folder, 0o700);
	if (user !== undefined) await chown(folder, user.uid, user.gid);
	const data = path.join(folder, 'data');
	execFileSync(
		programFile('initdb', 'postgresql', versionFolders()),
		[
			...['--pgdata', data, '--username', DATABASE.user, '--encoding', 'UTF8', '--no-sync'],
			...['--auth', 'scram-sha-256', '--pwfile', passwordFile],
		],
		{ cwd: folder, stdio: 'pipe', ...user },
	);
	const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', fsync: 'off', max_connections: 100 };
	return await startService({
		file: programFile('postgres', 'postgresql', versionFolders()),
		args: [
			'-D',
			data,
			'-p',
			String(port),
			...Object.entries(settings).flatMap(([name, to]) => ['-c', `${name}=${to}`]),
		],
		port,
		folder,
		...(user && { user }),
		stopSignal: 'SIGINT',
	});
};

/** Starts a Redis that keeps everything in memory. */
export const startRedis = async (folder: string, passwordFile: string): Promise<Service> => {
	const [port = 0] = await freePorts(1);
	await mkdir(folder);
	return await startService({
		file: programFile('redis-server', 'redis-server'),
		args: [
			...['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder],
			...['--requirepass', (await readFile(passwordFile, 'utf8')).trim()],
		],
		port,
		folder,
		stopSignal: 'SIGTERM',
	});
};
