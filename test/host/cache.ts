import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Where installs that outlive one run are kept: outside the repository, so that no linter, packer or `git clean` meets them. */
export const cacheFolder = (): string =>
	path.join(process.env['XDG_CACHE_HOME'] || path.join(homedir(), '.cache'), 'n8n-nodes-extensiv-om');

const markerName = '.installed';

/** True when the folder holds an install that was finished with exactly these pins. */
export const isComplete = async (folder: string, pins: string): Promise<boolean> => {
	const marker = path.join(folder, markerName);
	return existsSync(marker) && (await readFile(marker, 'utf8')) === pins;
};

/** Writes the marker. Must be the last step of an install: a folder without it is thrown away and made anew. */
export const markComplete = async (folder: string, pins: string): Promise<void> =>
	await writeFile(path.join(folder, markerName), pins);

const isAlive = (pid: number): boolean => {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
};

const ownerOf = async (lock: string): Promise<number | undefined> => {
	const pid = Number(await readFile(path.join(lock, 'pid'), 'utf8').catch(() => ''));
	return Number.isInteger(pid) && pid > 0 ? pid : undefined;
};

/**
 * Runs `work` while holding the lock folder `<folder>.lock`. A second process waits; `waiting` is called once with the
 * owner's process id. A lock whose owner died is taken over.
 */
export const withLock = async <Result>(
	folder: string,
	work: () => Promise<Result>,
	waiting: (pid: number) => void = () => undefined,
): Promise<Result> => {
	const lock = `${folder}.lock`;
	await mkdir(path.dirname(folder), { recursive: true });
	let announced = false;
	let ownerless = 0;
	for (;;) {
		const taken = await mkdir(lock).then(
			() => true,
			(error: NodeJS.ErrnoException) => {
				if (error.code === 'EEXIST') return false;
				throw error;
			},
		);
		if (taken) break;
		const owner = await ownerOf(lock);
		// Between mkdir and the pid file a fresh lock has no owner for an instant; only a lasting absence is a leftover.
		ownerless = owner === undefined ? ownerless + 1 : 0;
		if ((owner !== undefined && !isAlive(owner)) || ownerless > 5) {
			await rm(lock, { recursive: true, force: true });
			continue;
		}
		if (!announced && owner !== undefined) {
			announced = true;
			waiting(owner);
		}
		await pause(1000);
	}
	try {
		await writeFile(path.join(lock, 'pid'), String(process.pid));
		return await work();
	} finally {
		await rm(lock, { recursive: true, force: true });
	}
};
