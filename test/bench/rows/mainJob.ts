import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { readErp, seedErp } from '../../demo/erp';
import { importJob } from '../../demo/job';
import { countRequests, runOrders } from '../../demo/orderRun';
import { type Host, startHost } from '../../host';
import { type Sandbox, startSandbox } from '../../sandbox';
import { erpFolderFor } from '../contenders/erpFolder';
import { hasRevision, packRevision } from '../contenders/earlierPack';
import { ratio, type Contender, type Row } from '../row';
import type { Stage } from '../stage';

export const mainJob = (stage: Stage): Row => {
	const hosts: Host[] = [];
	let sandbox: Sandbox | undefined;
	const notes = [
		'Time of the node that creates the orders, in two n8n that run the same workflow: ' +
			`with the package of this run, and with that of revision ${stage.before}.`,
	];
	return {
		name: 'main-job',
		work: "Northwind's 830 orders from its ERP files into Order Manager, as npm start does it",
		notes,
		bars: [ratio('ours', 'before', 0.15, 'this version / before')],
		open: async () => {
			if (!(await hasRevision(stage.before))) return `the clone has no revision ${stage.before}`;
			const { folder, what } = await erpFolderFor(stage.erp, path.join(stage.folder, 'erp'));
			notes.push(what);
			const erpFolder = await realpath(folder);
			const erp = readErp(erpFolder);
			const books = (sandbox = await startSandbox());
			const contender = async (name: string, label: string, tarball: string): Promise<Contender> => {
				const host = await startHost({ tarball, readableFolders: [erpFolder] });
				hosts.push(host);
				const workflowId = await importJob(host, books, 'live', erpFolder);
				const prepare = async (): Promise<void> => {
					books.control.reset({});
					seedErp(books.control, erp);
					await Promise.resolve();
				};
				const run = async (): ReturnType<Contender['run']> => {
					const done = await runOrders(host, books, workflowId);
					if (done.created.length + done.refused.length !== erp.orderNumbers.length)
						throw new Error(`${done.created.length} orders created, ${done.refused.length} refused`);
					return { figures: { seconds: done.createSeconds, 's in all': done.seconds, calls: countRequests(done) } };
				};
				return { name, label, prepare, run };
			};
			return [
				await contender('ours', 'this version', stage.tarball),
				await contender('before', `before (${stage.before})`, await packRevision(stage.before, stage.folder)),
			];
		},
		close: async () => {
			for (const host of hosts) await host.stop();
			await sandbox?.close();
		},
	};
};
