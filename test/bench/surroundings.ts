import { readFileSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';
import path from 'node:path';
import { projectFolder } from '../host';
import { runCommand } from '../host/command';
import { n8nVersion } from '../host/pins';
import type { BenchResult, RowResult } from './result';
import type { Stage } from './stage';

const git = async (...args: string[]): Promise<string> =>
	(await runCommand('git', args, { cwd: projectFolder })).trim();

/** The commit of the working tree, with a sign when the nodes differ from it. */
const commitOf = async (): Promise<string> => {
	const changed = await git('status', '--porcelain', '--', 'nodes', 'credentials');
	return `${await git('rev-parse', '--short', 'HEAD')}${changed === '' ? '' : ' with changes'}`;
};

/** What is measured, and since when. */
export const occasion = async (): Promise<Pick<RowResult, 'date' | 'commit'>> => ({
	date: new Date().toISOString(),
	commit: await commitOf().catch(() => 'unknown'),
});

/** Where and with what it is measured. */
export const surroundings = async ({
	installation,
}: Pick<Stage, 'installation'>): Promise<Pick<BenchResult, 'versions' | 'machine'>> => {
	const manifest = JSON.parse(readFileSync(path.join(projectFolder, 'package.json'), 'utf8')) as { version: string };
	const version = (await runCommand(installation.node, ['--version'], { cwd: projectFolder })).trim();
	const processors = cpus();
	return {
		versions: {
			pack: manifest.version,
			n8n: n8nVersion,
			node: version.slice(1),
			sandboxNode: process.versions.node,
		},
		machine: {
			processor: processors[0]?.model.trim() ?? 'unknown',
			cores: processors.length,
			gigabytes: Math.round(totalmem() / 1024 ** 3),
			system: `${type()} ${release()}`,
		},
	};
};
