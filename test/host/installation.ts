import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cacheFolder, isComplete, markComplete, withLock } from './cache';
import { childEnvironment, runCommand } from './command';
import { companions, n8nVersion, nodeVersion, oldestNodeMajor, overrides } from './pins';
import { runSteps, secondsSince } from './progress';

/** A real n8n on this machine, ready to be started. */
export interface Installation {
	/** The Node.js program that runs n8n. */
	node: string;
	/** n8n's command line script. */
	n8n: string;
}

const npmInstall = ['install', '--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund', '--no-progress'];

const nodePackage = (): string => `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

const ownNodeServes = (): boolean => Number(process.versions.node.split('.')[0]) >= oldestNodeMajor;

const nodeFolder = (): string => path.join(cacheFolder(), `node-${nodeVersion}`);
const n8nFolder = (): string => path.join(cacheFolder(), `n8n-${n8nVersion}`);

const nodeProgram = (): string => {
	if (ownNodeServes()) return process.execPath;
	const folder = path.join(nodeFolder(), 'node_modules', nodePackage(), 'bin');
	return path.join(folder, process.platform === 'win32' ? 'node.exe' : 'node');
};

const n8nScript = (): string => path.join(n8nFolder(), 'node_modules', 'n8n', 'bin', 'n8n');

type Report = (line: string) => void;

/** Compilers and npm can be silent for minutes: tells every 30 seconds that the work goes on. */
const withHeartbeat = async (report: Report, work: (report: Report) => Promise<void>): Promise<void> => {
	const start = performance.now();
	const timer = setInterval(() => report(`still working, ${secondsSince(start)}`), 30_000);
	try {
		await work(report);
	} finally {
		clearInterval(timer);
	}
};

const freshFolder = async (folder: string, manifest: object): Promise<void> => {
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	await writeFile(path.join(folder, 'package.json'), JSON.stringify({ private: true, ...manifest }, null, 2));
};

const installNode = async (report: Report): Promise<void> => {
	const folder = nodeFolder();
	await freshFolder(folder, { dependencies: { [nodePackage()]: nodeVersion } });
	await runCommand('npm', npmInstall, { cwd: folder, log: path.join(folder, 'install.log'), onLine: report });
	await runCommand(nodeProgram(), ['--version'], { cwd: folder });
};

/** The environment for building native modules: with the headers that lie beside the Node.js program, nothing is downloaded. */
const buildEnvironment = (): NodeJS.ProcessEnv => {
	const environment = childEnvironment(path.dirname(nodeProgram()));
	const prefix = path.dirname(path.dirname(nodeProgram()));
	if (existsSync(path.join(prefix, 'include', 'node', 'node_api.h'))) environment['npm_config_nodedir'] = prefix;
	return environment;
};

const sqliteResponses = async (): Promise<boolean> => {
	const script = `new (require('sqlite3').Database)(':memory:').get('select 1', (e) => process.exit(e ? 1 : 0))`;
	return await runCommand(nodeProgram(), ['-e', script], { cwd: n8nFolder() }).then(
		() => true,
		() => false,
	);
};

/** Builds n8n's database driver, the one native module that the install without scripts leaves out, and proves that it loads. */
const buildDatabaseDriver = async (report: Report): Promise<void> => {
	const folder = n8nFolder();
	const env = buildEnvironment();
	const log = path.join(folder, 'rebuild.log');
	await runCommand('npm', ['rebuild', 'sqlite3', '--ignore-scripts=false', '--foreground-scripts'], {
		cwd: folder,
		env,
		log,
		onLine: report,
	});
	if (await sqliteResponses()) return;
	// A newer npm may decline to run a package's script and still exit with 0.
	const gyp = path.join(folder, 'node_modules', 'node-gyp', 'bin', 'node-gyp.js');
	await runCommand(nodeProgram(), [gyp, 'rebuild'], {
		cwd: path.join(folder, 'node_modules', 'sqlite3'),
		env,
		log,
		onLine: report,
	});
	if (!(await sqliteResponses())) throw new Error(`The sqlite3 module was built but does not load; see ${log}`);
};

const installN8n = async (report: Report): Promise<void> => {
	const folder = n8nFolder();
	await freshFolder(folder, { dependencies: { n8n: n8nVersion, ...companions }, overrides });
	const env = buildEnvironment();
	await runCommand('npm', npmInstall, { cwd: folder, env, log: path.join(folder, 'install.log'), onLine: report });
};

const checkVersion = async (): Promise<void> => {
	const env = { ...childEnvironment(path.dirname(nodeProgram())), N8N_USER_FOLDER: n8nFolder() };
	const response = await runCommand(nodeProgram(), [n8nScript(), '--version'], { cwd: n8nFolder(), env });
	if (!response.includes(n8nVersion)) throw new Error(`Expected n8n ${n8nVersion}, its command line says: ${response}`);
};

const nodePins = (): string => JSON.stringify({ [nodePackage()]: nodeVersion });

/** A rebuilt driver serves every Node.js of the same platform (it is N-API), so the Node.js version is no part of the pins. */
const n8nPins = (): string =>
	JSON.stringify({ n8n: n8nVersion, companions, overrides, platform: process.platform, arch: process.arch });

/**
 * Gives the pinned n8n, installing it and a Node.js it runs on into the cache folder when they are not there.
 * From nothing this takes minutes and 2.5 GB of disk; afterwards milliseconds. Throws when npm or the build fails.
 */
export const ensureInstalled = async (): Promise<Installation> => {
	const done = async (): Promise<boolean> =>
		(ownNodeServes() || (await isComplete(nodeFolder(), nodePins()))) && (await isComplete(n8nFolder(), n8nPins()));
	const installation = { node: nodeProgram(), n8n: n8nScript() };
	if (await done()) return installation;

	await runSteps({}, [
		{
			title: `Node.js ${nodeVersion} for n8n`,
			skip: async () => ownNodeServes() || (await isComplete(nodeFolder(), nodePins())),
			task: async (_context, task) => {
				const report: Report = (line) => void (task.output = line);
				await withLock(
					nodeFolder(),
					async () => {
						if (await isComplete(nodeFolder(), nodePins())) return;
						await installNode(report);
						await markComplete(nodeFolder(), nodePins());
					},
					(pid) => report(`process ${pid} is installing it: waiting`),
				);
			},
		},
		{
			title: `n8n ${n8nVersion} (first time only: about five minutes, 2.5 GB)`,
			skip: async () => await isComplete(n8nFolder(), n8nPins()),
			task: async (_context, task) => {
				await withLock(
					n8nFolder(),
					async () => {
						if (await isComplete(n8nFolder(), n8nPins())) return;
						await task
							.newListr([
								{
									title: 'packages from the registry',
									task: async (_inner, step) => await withHeartbeat((line) => void (step.output = line), installN8n),
								},
								{
									title: 'database driver, compiled',
									task: async (_inner, step) =>
										await withHeartbeat((line) => void (step.output = line), buildDatabaseDriver),
								},
								{ title: 'check', task: checkVersion },
							])
							.run({});
						await markComplete(n8nFolder(), n8nPins());
					},
					(pid) => void (task.output = `process ${pid} is installing it: waiting`),
				);
			},
		},
	]);
	return installation;
};
