import type { IConnections, INodeExecutionData, IRun, ITaskData } from 'n8n-workflow';
import type { WorkflowRequest } from '../protocol';
import type { Connection, EngineItem, NodeResult, WorkflowResult } from '../types';
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
		const failing = new Set(nodes.filter(({ onError }) => onError === 'continueErrorOutput').map(({ name }) => name));
		return { ...reportRun(session, run, failing), ...(eventLoop && { eventLoop }) };
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

/** @param failing the nodes that have an error output */
function reportRun(session: Session, run: IRun, failing: ReadonlySet<string>): WorkflowResult {
	const { runData, error, metadata = {} } = run.data.resultData;
	const nodes = Object.entries(runData).map(
		([name, runs]) => [name, reportTask(session, runs, failing.has(name))] as const,
	);
	return {
		status: run.status,
		...(error && { error: reportError(session.line, error) }),
		nodes: Object.fromEntries(nodes),
		logs: callLogs(),
		customData: metadata,
	};
}

/** A node in a loop runs more than once; its outputs are taken together. */
function reportTask({ line }: Session, runs: ITaskData[], failsApart: boolean): NodeResult {
	const output = (index: number): INodeExecutionData[] => runs.flatMap((task) => task.data?.main?.[index] ?? []);
	const error = runs.find((task) => task.error)?.error;
	const items = (index: number): EngineItem[] => output(index).map((item) => reportItem(line, item));
	const last = Math.max(0, ...runs.map((task) => task.data?.main?.length ?? 0)) - 1;
	const errorOutput = failsApart ? last : -1;
	return {
		items: items(0),
		errorItems: errorOutput > 0 ? items(errorOutput) : [],
		calls: errorOutput === 1 ? [] : items(1),
		pairs: output(0).map(inputIndexes),
		hints: runs.flatMap((task) => task.hints ?? []).map(({ message }) => message),
		...(error && { error: reportError(line, error) }),
	};
}

function inputIndexes({ pairedItem }: INodeExecutionData): number[] {
	if (pairedItem === undefined) return [];
	return [pairedItem].flat().map((pair) => (typeof pair === 'number' ? pair : pair.item));
}
