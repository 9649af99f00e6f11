import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cacheFolder, isComplete, markComplete, withLock } from '../../host/cache';
import { childEnvironment, runCommand } from '../../host/command';
import { say, secondsSince } from '../../host/progress';

export const DATABASE = 'erp';
/** Of the administrator of each database of the tests. */
export const PASSWORD = 'tryton-of-the-tests';

const MODULES = ['sale', 'purchase', 'stock', 'sale_shipment_cost'];
const packagesOf = (modules: readonly string[]): string[] => [
	'tryton-server',
	...modules.map((name) => `tryton-modules-${name.replaceAll('_', '-')}`),
];

/** Writes the settings of a Tryton that keeps everything in a folder; gives their file. */
export const configFile = async (folder: string, port: number): Promise<string> => {
	// Each call proves its password. That must not take longer than the call itself.
	const passwords = path.join(folder, 'passlib.ini');
	await writeFile(passwords, '[passlib]\nschemes = pbkdf2_sha512\npbkdf2_sha512__default_rounds = 10\n');
	const file = path.join(folder, 'trytond.conf');
	await writeFile(
		file,
		[
			'[web]',
			`listen = 127.0.0.1:${port}`,
			'[database]',
			'uri = sqlite://',
			`path = ${path.join(folder, 'db')}`,
			'[password]',
			`passlib = ${passwords}`,
			'',
		].join('\n'),
	);
	return file;
};

/** Versions of the packages: another one makes another database. */
const pins = async (modules: readonly string[]): Promise<string> => {
	const format = '${Package} ${Version}\n';
	const versions = await runCommand('dpkg-query', ['-W', '-f', format, 'tryton-*'], { cwd: tmpdir() }).catch(() => '');
	const packages = packagesOf(modules);
	const missing = packages.filter((name) => !versions.includes(`${name} `));
	if (missing.length > 0)
		throw new Error(`Tryton is missing. Install it with: apt-get install --no-install-recommends ${missing.join(' ')}`);
	return `${modules.join()}\n${versions}`;
};

/**
 * Gives the file of a database that has all tables and nothing in them. Setting it up takes a minute, so it is kept where
 * installs are kept. Throws when Tryton is not installed.
 * @param more modules besides those of all tests
 */
export const freshDatabase = async (more: readonly string[] = []): Promise<string> => {
	const modules = [...MODULES, ...more];
	const folder = path.join(cacheFolder(), ['tryton', ...more].join('-'));
	const file = path.join(folder, `${DATABASE}.sqlite`);
	const wanted = await pins(modules);
	await withLock(folder, async () => {
		if (await isComplete(folder, wanted)) return;
		await rm(folder, { recursive: true, force: true });
		await mkdir(folder, { recursive: true });
		await rename(await setUp(modules), file).catch(async (error: unknown) => {
			await rm(folder, { recursive: true, force: true });
			throw error;
		});
		await markComplete(folder, wanted);
	});
	return file;
};

/** Makes the database in the cache folder itself, so that it can be moved. */
const setUp = async (modules: readonly string[]): Promise<string> => {
	const start = performance.now();
	say('tryton: setting up a database (once, about a minute)');
	const folder = await mkdtemp(path.join(cacheFolder(), 'tryton-new-'));
	const target = path.join(cacheFolder(), `tryton-${process.pid}.sqlite`);
	try {
		const config = await configFile(folder, 0);
		await mkdir(path.join(folder, 'db'));
		const file = path.join(folder, 'db', `${DATABASE}.sqlite`);
		await writeFile(file, '');
		const passwordFile = path.join(folder, 'password');
		await writeFile(passwordFile, PASSWORD);
		await runCommand(
			'trytond-admin',
			['-c', config, '-d', DATABASE, '-u', ...modules, '--activate-dependencies', '--email', 'admin@example.com'],
			{ cwd: folder, env: { ...childEnvironment(), TRYTONPASSFILE: passwordFile } },
		);
		await rename(file, target);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
	say(`tryton: the database is ready (${secondsSince(start)})`);
	return target;
};
