import type { IConnections, INode, INodeExecutionData, IRun, ITaskData } from 'n8n-workflow';
import type { WorkflowRequest } from '../protocol';
import type { Connection, NodeResult, WorkflowResult } from '../types';
import { START } from './builtInNodes';
import { callLogs } from './callScope';
import { reportError, reportItem } from './errors';
import { EventLoopWatch } from './eventLoop';
import { additionalData, buildNode, type Session } from './session';

/** Runs a workflow from its trigger `Start` to the end. */
export async function executeWorkflow(session: Session, request: WorkflowRequest): Promise<WorkflowResult> {
	const { core, workflow: packageOfLine } = session.line;
	const { items = [{}], mode = 'manual', timezone } = request;
	const nodes = [{ name: 'Start', node: 'start' }, ...request.nodes].map((spec) => buildNode(session, spec));
	const connections = toConnections(request.connections);
	const settings = { executionOrder: 'v1' as const, ...(timezone && { timezone }) };
	const definition = { id: 'workflow', name: 'Workflow', nodes, connections, active: false, settings };
	const workflow = new packageOfLine.Workflow({ ...definition, nodeTypes: session.pack.nodeTypes });
	const start = workflow.getNode('Start');
	if (!start) throw new Error(`No trigger of the type ${START}`);

	const data = additionalData(session);
	data.hooks = new core.ExecutionLifecycleHooks(mode, '1', definition as never);
	const execution = new core.WorkflowExecute(
		data,
		mode,
		packageOfLine.createRunExecutionData({
			executionData: {
				nodeExecutionStack: [{ node: start, data: { main: [items.map((json) => ({ json }))] }, source: null }],
			},
		}),
	).processRunExecutionData(workflow);
	session.running.set(request.key, { cancel: () => execution.cancel() });
	const watch = request.watchEventLoop ? new EventLoopWatch() : undefined;
	try {
		const run = await execution;
		const eventLoop = watch?.report();
		return { ...reportRun(session, run, definition.nodes), ...(eventLoop && { eventLoop }) };
	} finally {
		session.running.delete(request.key);
	}
}

function toConnections(list: Connection[]): IConnections {
	const connections: IConnections = {};
	for (const [from, to, output = 0] of list) {
		const outputs = ((connections[from] ??= {}).main ??= []);
		while (outputs.length <= output) outputs.push([]);
		outputs[output]?.push({ node: to, type: 'main', index: 0 });
	}
	return connections;
}

function reportRun(session: Session, run: IRun, definitions: INode[]): WorkflowResult {
	const { runData, error } = run.data.resultData;
	const nodes = Object.entries(runData).map(([name, runs]) => {
		const hasErrorOutput = definitions.find((node) => node.name === name)?.onError === 'continueErrorOutput';
		return [name, reportTask(session, runs, hasErrorOutput)] as const;
	});
	return {
		status: run.status,
		...(error && { error: reportError(session.line, error) }),
		nodes: Object.fromEntries(nodes),
		logs: callLogs(),
	};
}

/** A node in a loop runs more than once; its outputs are taken together. */
function reportTask({ line }: Session, runs: ITaskData[], hasErrorOutput: boolean): NodeResult {
	const output = (index: number): INodeExecutionData[] => runs.flatMap((task) => task.data?.main?.[index] ?? []);
	const count = Math.max(1, ...runs.map((task) => task.data?.main?.length ?? 0));
	// n8n puts the error output behind those of the node.
	const own = hasErrorOutput && count > 1 ? count - 1 : count;
	const error = runs.find((task) => task.error)?.error;
	return {
		items: output(0).map((item) => reportItem(line, item)),
		errorItems: own < count ? output(own).map((item) => reportItem(line, item)) : [],
		outputs: Array.from({ length: own }, (_, at) => output(at).map((item) => reportItem(line, item))),
		pairs: output(0).map(inputIndexes),
		hints: runs.flatMap((task) => task.hints ?? []).map(({ message }) => message),
		...(error && { error: reportError(line, error) }),
	};
}

function inputIndexes({ pairedItem }: INodeExecutionData): number[] {
	if (pairedItem === undefined) return [];
	return [pairedItem].flat().map((pair) => (typeof pair === 'number' ? pair : pair.item));
}
