import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type SavedCredential, packProject, projectFolder, runSteps } from '../host';
import { runCommand } from '../host/command';
import { ensureInstalled, type Installation } from '../host/installation';
import { readWith } from './contenders/reading';
import { N8n } from './n8n/n8n';
import { SandboxProcess } from './sandboxProcess';

/** What the rows need. */
export interface Stage {
	installation: Installation;
	/** For packed nodes and the like; removed at the end. */
	folder: string;
	tarball: string;
	sandbox: SandboxProcess;
	n8n: N8n;
	/** For the sandbox, in this n8n. */
	credential: SavedCredential;
	/** Share of the table's sizes; below 1 only to try the instrument. */
	scale: number;
	/** The version of the nodes that `main-job` compares with. */
	before: string;
	/** Folder with the ERP's files for `main-job`; undefined for the Northwind tables. */
	erp?: string | undefined;
}

/** A size of the table, scaled. */
export const sized = ({ scale }: Stage, size: number): number => Math.max(1, Math.round(size * scale));

const warmUp = async (stage: Stage): Promise<void> => {
	const { sandbox } = stage;
	await sandbox.seed({ generateOrders: { count: 1_000 } });
	const { orders: count } = await sandbox.books();
	for (const node of ['ours', 'http'] as const) await readWith(stage, node, { count });
};

/** The same in words. */
export const counted = (stage: Stage, size: number): string => sized(stage, size).toLocaleString('en-US');

export const openStage = async ({ scale, before, erp }: Pick<Stage, 'scale' | 'before' | 'erp'>): Promise<Stage> => {
	const installation = await ensureInstalled();
	const folder = await mkdtemp(path.join(tmpdir(), 'extensiv-bench-'));
	const made = await runSteps<Partial<Stage>>({ installation, folder, scale, before, erp }, [
		{
			title: 'build and pack the nodes',
			task: async (stage) => {
				await runCommand('npx', ['gulp', 'build'], { cwd: projectFolder });
				stage.tarball = await packProject(path.join(folder, 'packed'));
			},
		},
		{
			title: 'start the sandbox',
			task: async (stage) => void (stage.sandbox = await SandboxProcess.start()),
		},
		{
			title: 'start n8n with the nodes installed',
			task: async (stage) => {
				const { tarball, sandbox } = stage as Stage;
				stage.n8n = await N8n.start(tarball);
				stage.credential = await stage.n8n.connect(sandbox.url);
			},
		},
		{
			title: 'warm up: the first runs load code',
			task: async (stage) => await warmUp(stage as Stage),
		},
	]);
	return made as Stage;
};

export const closeStage = async ({ n8n, sandbox, folder }: Stage): Promise<void> => {
	await n8n.stop();
	sandbox.close();
	await rm(folder, { recursive: true, force: true });
};
