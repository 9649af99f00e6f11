import type { IDataObject, INode, INodeExecutionData, WorkflowExecuteMode } from 'n8n-workflow';

/** The n8n line a run happens in: `2` is n8n-core 2.x, `1` is n8n-core 1.x (npm alias `n8n-core-v1`). */
export type Line = '1' | '2';

export const LINES: readonly Line[] = ['2', '1'];

/**
 * For what the pack does by itself, in any engine alike: the newest line, or with `EVERY_LINE=1` (as the gate runs them) all. What hangs on the engine (credentials, errors,
 * lists, triggers, every operation once) is tested in all lines always.
 */
export const NEWEST: readonly Line[] = process.env['EVERY_LINE'] ? LINES : ['2'];

/** A credential as the user typed it. Every use of such an object is a new credential without a stored token. */
export interface CredentialInput {
	type: string;
	data: IDataObject;
}

/** A credential that is kept for the life of the engine, so its OAuth2 token is stored and used again. */
export interface SavedCredential {
	id: string;
	name: string;
	type: string;
}

export type CredentialChoice = CredentialInput | SavedCredential;

/** The node settings n8n shows on its "Settings" tab. */
export type NodeSettings = Partial<
	Pick<
		INode,
		'onError' | 'retryOnFail' | 'maxTries' | 'waitBetweenTries' | 'executeOnce' | 'alwaysOutputData' | 'disabled'
	>
>;

/** A node of the pack with its parameters; parameters left out take the node's own defaults, as in n8n. */
export interface NodeSpec extends NodeSettings {
	/** Node name without package, for example `extensivOrders`. `noOp` hands its input on, `httpRequest` is n8n's own. */
	node: string;
	/** Default 1. */
	typeVersion?: number;
	/** May hold expressions (`={{ … }}`). */
	parameters?: IDataObject;
	/** Left out: the node has no credential, as when the user forgot it. */
	credentials?: CredentialChoice;
}

export interface NamedNodeSpec extends NodeSpec {
	/** The node's name in the workflow, as expressions and connections use it. */
	name: string;
}

/** From node, to node, and the output it leaves by (default 0). The trigger in front is called `Start`. */
export type Connection = [from: string, to: string, output?: number];

export interface RunSettings {
	/** What the trigger in front emits, one item per object. Default: one empty item. */
	items?: IDataObject[];
	/** Default `manual`. */
	mode?: WorkflowExecuteMode;
	/** IANA name; default is n8n's own (America/New_York). */
	timezone?: string;
	/** Cancels the execution when it aborts, as the stop button does. */
	signal?: AbortSignal;
	/** Measures how long the engine's process was deaf. */
	watchEventLoop?: boolean;
}

/** How the event loop of the engine's process fared while an execution ran. */
export interface EventLoopReport {
	/** The longest time without a turn, in milliseconds. */
	longestBlockMs: number;
	/** The most that the process has computed without a turn: on a busy machine, what of it is the process's own. */
	longestWorkMs: number;
	/** Turns that it had. */
	turns: number;
	/** From the beginning of the execution to its end, in milliseconds. */
	tookMs: number;
	/** What the process computed meanwhile, in milliseconds of all its threads: the same on a busy machine. */
	computedMs: number;
}

export type RunNodeOptions = NodeSpec & RunSettings;

/** An error in plain form: what n8n shows and saves. */
export interface ErrorReport {
	name: string;
	message: string;
	description?: string | null;
	/** Status of the answer that caused a NodeApiError; n8n keeps it as a string. */
	httpCode?: string | null;
	level?: string;
	messages?: string[];
	context?: IDataObject;
	cause?: { name?: string; message?: string };
	stack?: string;
	/** True when the object thrown is of the very class of this line's n8n-workflow (false too when n8n already made it plain). */
	ofLine: boolean;
}

/** An item as the node left it, with its error in JSON form. */
export interface EngineItem extends Pick<INodeExecutionData, 'json' | 'binary' | 'pairedItem'> {
	error?: ErrorReport;
}

export interface LogLine {
	level: 'error' | 'warn' | 'info' | 'debug';
	message: string;
	meta?: IDataObject;
}

export interface NodeResult {
	/** Items of the first output. */
	items: EngineItem[];
	/** Items of the error output (`onError: 'continueErrorOutput'`), else empty. */
	errorItems: EngineItem[];
	/** Items of each output but the error output, in order. */
	outputs: EngineItem[][];
	/** Per item of `items`, the indexes of the input items it came from. */
	pairs: number[][];
	/** Hints the node showed in the editor. */
	hints: string[];
	error?: ErrorReport;
}

export interface RunResult extends NodeResult {
	/** `success`, `error` or `canceled`. */
	status: string;
	/** What the node (or n8n on its behalf) logged. */
	logs: LogLine[];
	/** Where it was asked for. */
	eventLoop?: EventLoopReport;
}

export interface WorkflowResult {
	status: string;
	/** Where it was asked for. */
	eventLoop?: EventLoopReport;
	error?: ErrorReport;
	/** Per executed node; a node that never ran is missing. */
	nodes: Record<string, NodeResult>;
	logs: LogLine[];
}

export interface EditorCall {
	node: string;
	typeVersion?: number;
	method: string;
	parameters?: IDataObject;
	credentials?: CredentialChoice;
	/** Path of the parameter the list belongs to, for `&` references. Default `parameters.<method>`. */
	path?: string;
}

export interface ListSearchCall extends EditorCall {
	filter?: string;
	paginationToken?: string;
}

export interface PollOptions extends Omit<NodeSpec, keyof NodeSettings> {
	/** Default: a workflow of its own for each poll. */
	workflowId?: string;
	/** The node's static data as the last poll left it. Default: none, a freshly activated workflow. */
	staticData?: IDataObject;
	/** `manual` is "Fetch Test Event". Default `trigger`. */
	mode?: 'trigger' | 'manual';
	/** Default `activate`. */
	activation?: 'activate' | 'init' | 'create' | 'update' | 'manual' | 'leadershipChange';
	timezone?: string;
	/** What this machine's clock says when the poll begins, ISO-8601. Default: the real time. */
	now?: string;
	/** How long n8n lets a poll take. Default: the limit of the line. */
	budgetMs?: number;
}

export interface PollResult {
	/** What would start an execution; `null` when nothing new was found or the poll failed. */
	items: EngineItem[] | null;
	/** The node's static data after the poll, also when it failed. */
	staticData: IDataObject;
	error?: ErrorReport;
	logs: LogLine[];
}

export interface WebhookOptions extends Omit<NodeSpec, keyof NodeSettings> {
	/** The node's static data when it is activated. Default: none. */
	staticData?: IDataObject;
	/** Triggers of different workflows know nothing of each other. Default: the same one for all. */
	workflowId?: string;
	/** `manual` is "Listen for test event". Default `webhook`. */
	mode?: 'webhook' | 'manual';
	/** How often n8n fails to start the workflow at first, after the node has taken a request. Default 0. */
	startFailures?: number;
	/** What this machine's clock says at each request, ISO-8601. Default: the real time. */
	now?: string;
}

export interface OpenedWebhook {
	key: string;
	/** What a sender posts to. */
	url: string;
}

export interface WebhookState {
	/** Items of each execution that was started. */
	executions: EngineItem[][];
	/** The node's static data as they are saved. */
	staticData: IDataObject;
	/** What the node threw at requests. */
	errors: ErrorReport[];
	logs: LogLine[];
}

export interface CredentialTestResult {
	status: 'OK' | 'Error';
	message: string;
}

/** Execution counts of one built file, in istanbul's form; its source map is inside. */
export interface FileCoverage {
	path: string;
	statementMap: Record<string, unknown>;
	s: Record<string, number>;
	f: Record<string, number>;
	b: Record<string, number[]>;
}
