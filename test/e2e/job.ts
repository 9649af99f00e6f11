import { auditRun, bookedOrders } from '../demo/books';
import type { ContractName } from '../demo/contracts';
import { readErp, seedErp, type Erp } from '../demo/erp';
import { importJob } from '../demo/job';
import { countRequests, runOrders, type OrderRun } from '../demo/orderRun';
import { say } from '../host/progress';
import type { Rest } from '../host/rest';
import { deleteWorkflow } from '../host/workflows';
import { startSandbox, type FaultRule, type Sandbox } from '../sandbox';

/** The template, imported for one ERP and one contract, with a sandbox of its own. */
export interface Job {
	erp: Erp;
	sandbox: Sandbox;
	/** Runs the workflow and compares n8n's account of it with the books. */
	run(): Promise<{ run: OrderRun; differences: string[] }>;
	close(): Promise<void>;
}

export const openJob = async (
	host: { rest: Rest },
	contract: ContractName,
	erpFolder: string,
	faults: FaultRule[] = [],
): Promise<Job> => {
	const erp = readErp(erpFolder);
	const sandbox = await startSandbox();
	seedErp(sandbox.control, erp);
	sandbox.control.faults(faults);
	// What the sandbox creates shows at once: a fault on every fifth call must not cost half a minute each time.
	const workflowId = await importJob(host, sandbox, contract, erpFolder, faults.length > 0 ? 0 : undefined);
	return {
		erp,
		sandbox,
		run: async () => {
			const before = bookedOrders(sandbox, erp);
			const run = await runOrders(host, sandbox, workflowId);
			say(
				`e2e: ${contract}, ${erp.orderNumbers.length} orders: ${run.created.length} created, ${run.existing.length} existing, ` +
					`${run.refused.length} refused, ${countRequests(run)} requests, ${run.seconds.toFixed(1)} s`,
			);
			return { run, differences: auditRun(sandbox, erp, before, run) };
		},
		close: async () => {
			await sandbox.close();
			await deleteWorkflow(host.rest, workflowId);
		},
	};
};
