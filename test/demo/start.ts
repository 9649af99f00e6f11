import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { owner, packProject, projectFolder, runSteps, say, startHost, type Host } from '../host';
import { runCommand } from '../host/command';
import { ensureInstalled } from '../host/installation';
import { startSandbox, type Sandbox } from '../sandbox';
import { readArguments, usage, type StartOptions } from './args';
import { auditRun, bookedOrders } from './books';
import { readErp, seedErp, type Erp } from './erp';
import { importJob } from './job';
import { runOrders } from './orderRun';
import { alarm, jsonLine, table } from './report';

interface Stage {
	erp: Erp;
	tarball: string;
	sandbox: Sandbox;
	host: Host;
	workflowId: string;
}

/** What has been started so far, newest last; ended in reverse order. */
const endings: Array<() => Promise<void>> = [];

const endAll = async (): Promise<void> => {
	if (endings.length > 0) say('\nPutting everything away …');
	for (let end = endings.pop(); end !== undefined; end = endings.pop()) await end();
};

const setUp = async (options: StartOptions): Promise<Stage> => {
	await ensureInstalled();
	const stage = await runSteps<Partial<Stage>>({}, [
		{
			title: `read the ERP in ${options.erpFolder}`,
			task: async (made) => void (made.erp = readErp(options.erpFolder)),
		},
		{
			title: 'build and pack the nodes',
			task: async (made) => {
				const folder = await mkdtemp(path.join(tmpdir(), 'extensiv-pack-'));
				endings.push(async () => await rm(folder, { recursive: true, force: true }));
				await runCommand('npx', ['gulp', 'build'], { cwd: projectFolder });
				made.tarball = await packProject(folder);
			},
		},
		{
			title: 'start the Extensiv sandbox with the products and stock of the ERP',
			task: async (made) => {
				const sandbox = await startSandbox();
				endings.push(async () => await sandbox.close());
				seedErp(sandbox.control, made.erp as Erp);
				sandbox.control.faults(options.faults);
				made.sandbox = sandbox;
			},
		},
		{
			title: 'start n8n with the nodes installed',
			task: async (made) => {
				const giveUp = new AbortController();
				const starting = startHost({
					tarball: made.tarball,
					readableFolders: [options.erpFolder],
					port: options.port,
					signal: giveUp.signal,
				});
				endings.push(async () => {
					giveUp.abort(new Error('n8n was not needed any more'));
					await starting.then(async (host) => await host.stop()).catch(() => undefined);
				});
				made.host = await starting;
			},
		},
		{
			title: 'import the workflow and its credential',
			task: async (made) => {
				const { host, sandbox } = made as Stage;
				made.workflowId = await importJob(host, sandbox, options.contract, options.erpFolder);
			},
		},
	]);
	return stage as Stage;
};

/** Runs the workflow as often as asked; true when n8n and the books agreed every time. */
const runAll = async (
	{ erp, sandbox, host, workflowId }: Stage,
	{ runs, contract, json }: StartOptions,
): Promise<boolean> => {
	let agreed = true;
	for (let number = 1; number <= runs; number += 1) {
		const before = bookedOrders(sandbox, erp);
		const run = await runOrders(host, sandbox, workflowId);
		say(`\n${table(number, contract, erp.orderNumbers.length, run)}`);
		const differences = auditRun(sandbox, erp, before, run);
		if (differences.length > 0) say(alarm(differences));
		agreed &&= differences.length === 0;
		if (json) process.stdout.write(`${jsonLine(number, contract, erp.orderNumbers.length, run)}\n`);
	}
	return agreed;
};

/** Settles at the first Ctrl-C (or SIGTERM), whatever is going on then; later ones change nothing, for the putting away is short. */
const interruption = new Promise<void>((resolve) => {
	process.on('SIGINT', () => resolve());
	process.on('SIGTERM', () => resolve());
});

/** The exit code when Ctrl-C comes: that of an interrupted program, until the runs are over. */
let codeWhenInterrupted = 130;

const invite = ({ host, sandbox, workflowId }: Stage): void =>
	say(
		[
			'',
			`Look at it in n8n:  ${host.url}/workflow/${workflowId}`,
			`Log in with         ${owner.email}   ${owner.password}`,
			`Sandbox             ${sandbox.url} (books: ${sandbox.url}/_control/books)`,
			'',
			'Press "Execute workflow" there as often as you like. Ctrl-C here ends everything.',
		].join('\n'),
	);

const main = async (): Promise<number> => {
	const options = readArguments(process.argv.slice(2));
	if (options === undefined) {
		say(usage);
		return 0;
	}
	const work = async (): Promise<number> => {
		const stage = await setUp(options);
		const code = (await runAll(stage, options)) ? 0 : 1;
		if (options.once) return code;
		invite(stage);
		codeWhenInterrupted = code;
		return await new Promise<never>(() => undefined);
	};
	try {
		return await Promise.race([work(), interruption.then(() => codeWhenInterrupted)]);
	} finally {
		await endAll();
	}
};

main().then(
	(code) => process.exit(code),
	(error: unknown) => {
		say(error instanceof Error ? error.message : String(error));
		process.exit(1);
	},
);
