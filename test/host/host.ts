import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureInstalled } from './installation';
import { installPackage } from './package';
import { Rest } from './rest';
import { startServer } from './server';

export interface HostOptions {
	/** A packed community package to install before n8n starts. */
	tarball?: string;
	/** Folders the workflows' file nodes may read. */
	readableFolders?: string[];
	/** Port of the editor; 0, the default, takes a free one. */
	port?: number;
	/** Gives up starting when it is aborted; a host that is up already is not ended by it. */
	signal?: AbortSignal;
}

/** A real n8n of its own: temporary folder, own ports, an owner who is logged in. */
export interface Host {
	pid: number;
	/** Address of the editor. */
	url: string;
	logFile: string;
	rest: Rest;
	/** Ends n8n and removes its folder. */
	stop(): Promise<void>;
}

/** Installs n8n when it is missing, starts it and sets up its owner. Throws with n8n's log when it does not come up. */
export const startHost = async (options: HostOptions = {}): Promise<Host> => {
	const installation = await ensureInstalled();
	// The real path, because n8n refuses files behind symbolic links.
	const userFolder = await realpath(await mkdtemp(path.join(tmpdir(), 'n8n-host-')));
	const removeFolder = async (): Promise<void> =>
		await rm(userFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
	try {
		await mkdir(path.join(userFolder, '.n8n'), { recursive: true });
		if (options.tarball !== undefined) await installPackage(options.tarball, userFolder);
		const readableFolders = await Promise.all(
			(options.readableFolders ?? []).map(async (folder) => await realpath(folder)),
		);
		const server = await startServer(installation, {
			userFolder,
			readableFolders,
			port: options.port ?? 0,
			signal: options.signal,
		});
		const rest = new Rest(server.url.replace('localhost', '127.0.0.1'));
		const stop = async (): Promise<void> => {
			await server.stop();
			await removeFolder();
		};
		try {
			await rest.setUpOwner();
		} catch (error) {
			await stop();
			throw error;
		}
		return { pid: server.pid, url: server.url, logFile: server.logFile, rest, stop };
	} catch (error) {
		await removeFolder();
		throw error;
	}
};
