import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { contracts } from '../../demo/contracts';
import {
	createCredential,
	deleteWorkflow,
	type Host,
	importWorkflow,
	type SavedCredential,
	startHost,
	type WorkflowFile,
} from '../../host';
import { ensureInstalled } from '../../host/installation';
import { type NodeRecord, readNodeRecord } from './executionRecord';
import { MEASURED, START } from './workflow';

/** n8n answers between two steps of a workflow only, and each question takes some of its time. */
const ASK_EVERY_MS = 500;
const running = new Set(['new', 'running', 'waiting', 'unknown']);

/** A real n8n with the pack installed. */
export class N8n {
	private constructor(readonly host: Host) {}

	static async start(tarball: string): Promise<N8n> {
		return new N8n(await startHost({ tarball }));
	}

	/** Saves a credential for a sandbox. */
	async connect(sandboxUrl: string): Promise<SavedCredential> {
		const { credentialType, credentialName, credentialData } = contracts.live;
		return await createCredential(this.host.rest, credentialType, credentialName, credentialData(sandboxUrl));
	}

	/** n8n's folder, in which the pack is installed. */
	get userFolder(): string {
		return path.dirname(this.host.logFile);
	}

	/** Runs a workflow to its end; gives n8n's record of its measured node. A node that fails is a result. */
	async run(workflow: WorkflowFile): Promise<NodeRecord> {
		const { rest } = this.host;
		const workflowId = await importWorkflow(rest, workflow);
		const { executionId } = await rest.call<{ executionId: string }>('POST', `/rest/workflows/${workflowId}/run`, {
			triggerToStartFrom: { name: START },
		});
		while (running.has(await this.statusOf(workflowId, executionId))) await pause(ASK_EVERY_MS);
		const record = await readNodeRecord(await ensureInstalled(), this.userFolder, executionId, MEASURED);
		await rest.call('POST', '/rest/executions/delete', { ids: [executionId] });
		await deleteWorkflow(rest, workflowId);
		if (record.runs === 0) throw new Error(`The node “${MEASURED}” did not run; see ${this.host.logFile}`);
		return record;
	}

	/** The most memory that n8n's processes have had resident so far, in megabytes (Linux). */
	peakMegabytes(): number {
		const kilobytes = readdirSync('/proc')
			.filter((name) => /^\d+$/.test(name) && groupOf(name) === this.host.pid)
			.map((name) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1] ?? 0));
		return kilobytes.reduce((sum, one) => sum + one, 0) / 1024;
	}

	async stop(): Promise<void> {
		await this.host.stop();
	}

	private async statusOf(workflowId: string, executionId: string): Promise<string> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		const page = await this.host.rest.call<{ results: Array<{ id: string; status: string }> }>(
			'GET',
			`/rest/executions?filter=${filter}&limit=1`,
		);
		return page.results.find((one) => one.id === executionId)?.status ?? 'unknown';
	}
}

/** The process group of a process; n8n leads one (test/host/server.ts). NaN for one that has just ended. */
const groupOf = (pid: string): number => {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2]);
	} catch {
		return NaN;
	}
};
