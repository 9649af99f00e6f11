import type { SavedCredential, WorkflowFile, WorkflowNode } from '../../host';

export type Parameters = Record<string, unknown>;

/** The node whose time is measured. */
export const MEASURED = 'Measured';
/** The trigger that a run starts at. */
export const START = 'Start';
const ROWS = 'Rows';
const LOOP = 'Loop Over Items';

const node = (name: string, type: string, typeVersion: number, parameters: Parameters, at: number): WorkflowNode => ({
	id: `00000000-0000-4000-8000-00000000000${at}`,
	name,
	type,
	typeVersion,
	position: [at * 220, 0],
	parameters,
});

const start = node(START, 'n8n-nodes-base.manualTrigger', 1, {}, 0);

/** A step that makes the incoming items; its time does not count. */
const rowsOf = (code: string): WorkflowNode =>
	node(ROWS, 'n8n-nodes-base.code', 2, { mode: 'runOnceForAllItems', language: 'javaScript', jsCode: code }, 1);

/** One of our nodes, such as `extensivOrders`. */
export const ourNode = (name: string, credential: SavedCredential, parameters: Parameters): WorkflowNode => ({
	...node(MEASURED, `n8n-nodes-extensiv-om.${name}`, 1, { authentication: credential.type, ...parameters }, 3),
	credentials: { [credential.type]: { id: credential.id, name: credential.name } },
});

/** n8n's HTTP Request node with our credential. */
export const httpRequest = (credential: SavedCredential, parameters: Parameters): WorkflowNode => ({
	...node(
		MEASURED,
		'n8n-nodes-base.httpRequest',
		4.5,
		{ authentication: 'predefinedCredentialType', nodeCredentialType: credential.type, ...parameters },
		3,
	),
	credentials: { [credential.type]: { id: credential.id, name: credential.name } },
});

const into = (...names: string[]): object => ({ main: names.map((name) => [{ node: name, type: 'main', index: 0 }]) });

const workflow = (nodes: WorkflowNode[], connections: Record<string, unknown>): WorkflowFile => ({
	name: 'Benchmark',
	nodes,
	connections,
	settings: { executionOrder: 'v1' },
});

/** The measured node, behind a step that makes its items if there is code for one. */
export const sequence = (measured: WorkflowNode, code?: string): WorkflowFile =>
	code === undefined
		? workflow([start, measured], { [START]: into(MEASURED) })
		: workflow([start, rowsOf(code), measured], { [START]: into(ROWS), [ROWS]: into(MEASURED) });

/** The measured node inside of *Loop Over Items*, with one item at a time. */
export const loop = (measured: WorkflowNode, code: string): WorkflowFile =>
	workflow([start, rowsOf(code), node(LOOP, 'n8n-nodes-base.splitInBatches', 3, { batchSize: 1 }, 2), measured], {
		[START]: into(ROWS),
		[ROWS]: into(LOOP),
		[LOOP]: { main: [[], [{ node: MEASURED, type: 'main', index: 0 }]] },
		[MEASURED]: into(LOOP),
	});
