import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DATABASE, startPostgres } from '../../queue/databases';
import { programFile } from '../../queue/service';
import type { CredentialData } from '../../host';
import { scriptOf } from './tables';

/** A PostgreSQL of its own with Northwind's tables: an ERP that is reached through its database. */
export interface Northwind {
	/** What a user enters in n8n's credential *Postgres*. */
	credentialData: CredentialData;
	/** Rows of a SELECT. */
	rows<Row>(select: string): Promise<Row[]>;
	/** Runs statements. Throws with PostgreSQL's message. */
	run(statements: string): Promise<void>;
	/** Ends it and removes its folder. */
	stop(): Promise<void>;
}

/** Starts PostgreSQL on a free port, with the CSV files of a folder in its tables. */
export async function startNorthwind(csvFolder: string): Promise<Northwind> {
	const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'northwind-')));
	// PostgreSQL, which runs as another user, has its folder in it.
	await chmod(folder, 0o711);
	const passwordFile = path.join(folder, 'password');
	await writeFile(passwordFile, randomUUID());
	const password = (await readFile(passwordFile, 'utf8')).trim();
	const server = await startPostgres(path.join(folder, 'postgres'), passwordFile);
	const stop = async (): Promise<void> => {
		await server.stop();
		await rm(folder, { recursive: true, force: true });
	};
	const psql = async (input: string): Promise<string> => await pipe(server.port, password, input);
	try {
		await psql(scriptOf(csvFolder));
	} catch (error) {
		await stop();
		throw error;
	}
	return {
		credentialData: {
			host: '127.0.0.1',
			port: server.port,
			database: DATABASE.name,
			user: DATABASE.user,
			password,
			ssl: 'disable',
			sshTunnel: false,
		},
		rows: async <Row>(select: string) =>
			JSON.parse(await psql(`SELECT coalesce(json_agg(one), '[]') FROM (${select}) AS one;`)) as Row[],
		run: async (statements) => void (await psql(statements)),
		stop,
	};
}

/** Gives statements to psql; gives what it prints. */
const pipe = async (port: number, password: string, input: string): Promise<string> =>
	await new Promise((resolve, reject) => {
		const child = execFile(
			programFile('psql', 'postgresql-client'),
			[
				...['--no-psqlrc', '--quiet', '--tuples-only', '--no-align', '--set', 'ON_ERROR_STOP=1'],
				...['--host', '127.0.0.1', '--port', String(port), '--username', DATABASE.user, DATABASE.name],
			],
			{ env: { ...process.env, PGPASSWORD: password }, maxBuffer: 1 << 28 },
			(error, stdout, stderr) => (error ? reject(new Error(stderr || error.message)) : resolve(stdout)),
		);
		child.stdin?.end(input);
	});
