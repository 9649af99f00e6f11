import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod/v4';
import { parse as parseFlatted } from 'flatted';
import type { Rest } from './rest';

const node = z.looseObject({
	name: z.string(),
	type: z.string(),
	parameters: z.record(z.string(), z.unknown()),
	credentials: z.record(z.string(), z.object({ id: z.string(), name: z.string() })).optional(),
});

/** A workflow as n8n exports it. */
export const workflowFile = z.looseObject({
	name: z.string(),
	nodes: z.array(node),
	connections: z.record(z.string(), z.unknown()),
	settings: z.record(z.string(), z.unknown()).optional(),
});
export type WorkflowFile = z.infer<typeof workflowFile>;
export type WorkflowNode = z.infer<typeof node>;

const item = z.looseObject({ json: z.record(z.string(), z.unknown()) });
const nodeRun = z.looseObject({
	executionTime: z.number().optional(),
	error: z.looseObject({ message: z.string() }).optional(),
	data: z.record(z.string(), z.array(z.array(item).nullable())).optional(),
});
const executionData = z.looseObject({
	resultData: z.looseObject({
		error: z.looseObject({ message: z.string() }).optional(),
		lastNodeExecuted: z.string().optional(),
		runData: z.record(z.string(), z.array(nodeRun)),
	}),
});
const execution = z.object({
	id: z.string(),
	status: z.string(),
	startedAt: z.coerce.date(),
	stoppedAt: z.coerce.date().nullish(),
	data: z.string(),
});

export type Item = Record<string, unknown>;

/** A finished execution, read from n8n's own record of it. */
export interface Execution {
	id: string;
	/** n8n's word: success, error, crashed, canceled. */
	status: string;
	/** Why it failed, with the node's name; undefined when it did not. */
	error?: string;
	/** Seconds from start to end by n8n's clock. */
	seconds: number;
	/** What a node gave on one of its outputs (0 = first), all its runs together; empty when it did not run. */
	output(nodeName: string, outputIndex?: number): Item[];
	/** How often a node ran, and its time in seconds. */
	ran(nodeName: string): { runs: number; seconds: number };
}

const running = new Set(['new', 'running', 'waiting', 'unknown']);

/** Saves a workflow in n8n; gives its id. */
export const importWorkflow = async (rest: Rest, workflow: WorkflowFile): Promise<string> => {
	const { name, nodes, connections, settings = {} } = workflow;
	const { id } = z
		.object({ id: z.string() })
		.parse(await rest.call('POST', '/rest/workflows', { name, nodes, connections, settings, active: false }));
	return id;
};

/** Presses *Publish*: from now on the workflow's triggers run. */
export const publishWorkflow = async (rest: Rest, workflowId: string): Promise<void> => {
	const { versionId } = z
		.object({ versionId: z.string() })
		.parse(await rest.call('GET', `/rest/workflows/${workflowId}`));
	await rest.call('POST', `/rest/workflows/${workflowId}/activate`, { versionId });
};

export const deleteWorkflow = async (rest: Rest, workflowId: string): Promise<void> => {
	await rest.call('POST', `/rest/workflows/${workflowId}/archive`);
	await rest.call('DELETE', `/rest/workflows/${workflowId}`);
};

/** Reads an execution that has ended. */
export const readExecution = async (rest: Rest, executionId: string): Promise<Execution> => {
	const response = execution.parse(await rest.call('GET', `/rest/executions/${executionId}`));
	const { resultData } = executionData.parse(parseFlatted(response.data));
	const runsOf = (nodeName: string): Array<z.infer<typeof nodeRun>> => resultData.runData[nodeName] ?? [];
	return {
		id: response.id,
		status: response.status,
		...(resultData.error && { error: `${resultData.lastNodeExecuted ?? 'workflow'}: ${resultData.error.message}` }),
		seconds: ((response.stoppedAt ?? response.startedAt).getTime() - response.startedAt.getTime()) / 1000,
		output: (nodeName, outputIndex = 0) =>
			runsOf(nodeName).flatMap((run) => (run.data?.['main']?.[outputIndex] ?? []).map((one) => one.json)),
		ran: (nodeName) => {
			const runs = runsOf(nodeName);
			return { runs: runs.length, seconds: runs.reduce((sum, run) => sum + (run.executionTime ?? 0), 0) / 1000 };
		},
	};
};

const statusOf = async (rest: Rest, workflowId: string, executionId: string): Promise<string> => {
	const filter = encodeURIComponent(JSON.stringify({ workflowId }));
	const page = await rest.call<{ results: Array<{ id: string; status: string }> }>(
		'GET',
		`/rest/executions?filter=${filter}&limit=5`,
	);
	return page.results.find((one) => one.id === executionId)?.status ?? 'unknown';
};

/** Presses *Execute workflow*, starting at `trigger`; gives the ID of the execution, which is then under way. */
export const startWorkflow = async (rest: Rest, workflowId: string, trigger: string): Promise<string> => {
	const response = await rest.call('POST', `/rest/workflows/${workflowId}/run`, {
		triggerToStartFrom: { name: trigger },
	});
	return z.object({ executionId: z.string() }).parse(response).executionId;
};

/**
 * Runs a saved workflow as the editor's *Execute workflow* button does, starting at `trigger`, and waits for its end.
 * The run shows in the editor's list of executions. An execution that fails is a result, not a throw.
 */
export const runWorkflow = async (
	rest: Rest,
	workflowId: string,
	trigger: string,
	timeoutMs = 1_800_000,
): Promise<Execution> => {
	const executionId = await startWorkflow(rest, workflowId, trigger);
	for (const deadline = Date.now() + timeoutMs; Date.now() < deadline; await pause(200)) {
		if (!running.has(await statusOf(rest, workflowId, executionId))) return await readExecution(rest, executionId);
	}
	throw new Error(`The workflow did not end within ${timeoutMs / 1000} s`);
};
