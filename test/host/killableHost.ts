import { mkdir, mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Database } from './database';
import { ensureInstalled } from './installation';
import { installPackage } from './package';
import { freePorts } from './ports';
import { Rest } from './rest';
import { startServer, type Server, type ServerOptions } from './server';

/** A real n8n that can be killed and started again on what it left: the same folder, key and ports. */
export class KillableHost {
	readonly rest: Rest;
	private server: Server | undefined;

	private constructor(
		readonly database: Database,
		private readonly launch: () => Promise<Server>,
		private readonly options: ServerOptions,
	) {
		this.rest = new Rest(`http://127.0.0.1:${options.port}`);
	}

	/** Starts an n8n of its own with the packed community package, its owner logged in. */
	static async start(tarball: string, environment: Readonly<Record<string, string>> = {}): Promise<KillableHost> {
		const installation = await ensureInstalled();
		const userFolder = await realpath(await mkdtemp(path.join(tmpdir(), 'n8n-killed-')));
		await mkdir(path.join(userFolder, '.n8n'), { recursive: true });
		await installPackage(tarball, userFolder);
		const [port = 0, brokerPort = 0] = await freePorts(2);
		const options: ServerOptions = { userFolder, readableFolders: [], port, brokerPort, environment };
		const host = new KillableHost(
			new Database(installation, userFolder),
			async () => await startServer(installation, options),
			options,
		);
		try {
			await host.restart();
			await host.rest.setUpOwner();
		} catch (error) {
			await host.remove();
			throw error;
		}
		return host;
	}

	/** Starts n8n again and waits until it answers. */
	async restart(): Promise<void> {
		this.server = await this.launch();
	}

	/** SIGKILL for n8n and its child processes. */
	async kill(): Promise<void> {
		await this.server?.kill();
		this.server = undefined;
	}

	/** What n8n has said so far, over all its lives. */
	async log(): Promise<string> {
		return await readFile(path.join(this.options.userFolder, 'n8n.log'), 'utf8').catch(() => '');
	}

	/** Ends n8n and removes its folder. */
	async remove(): Promise<void> {
		await this.server?.stop();
		await rm(this.options.userFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
	}
}
