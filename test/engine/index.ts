import path from 'node:path';
import type { IDataObject, INodeListSearchResult, INodePropertyOptions, ResourceMapperFields } from 'n8n-workflow';
import { type Ask, connect, EngineError, portVariable } from './client';
import { addCoverage } from './coverage';
import { startEngineProcess } from './processes';
import type {
	Connection,
	CredentialTestResult,
	EditorCall,
	Line,
	ListSearchCall,
	NamedNodeSpec,
	OpenedWebhook,
	PollOptions,
	PollResult,
	RunNodeOptions,
	RunResult,
	RunSettings,
	SavedCredential,
	WebhookOptions,
	WebhookState,
	WorkflowResult,
} from './types';

export * from './types';
export { EngineError } from './client';

const ROOT = path.resolve(__dirname, '../..');

export interface EngineOptions {
	line: Line;
	/** Folder with the pack's package.json; default: this project, whose package.json points into `dist`. */
	pack?: string;
}

/**
 * A built pack inside the real n8n-core. Opening costs a few milliseconds in a jest run, since the engine processes live as
 * long as the run; elsewhere a process of its own is started.
 */
export async function openEngine({ line, pack = ROOT }: EngineOptions): Promise<Engine> {
	const port = Number(process.env[portVariable(line)]);
	const own = port ? undefined : await startEngineProcess(line);
	const ask = connect(own?.port ?? port);
	const id = await ask('open', { pack });
	return new Engine(line, ask, id, own?.stop);
}

/** The same in a process of its own, which can be killed. */
export async function openKillableEngine(
	line: Line,
): Promise<{ engine: Engine; kill: () => Promise<void>; pid: number | undefined }> {
	const { port, pid, stop, kill } = await startEngineProcess(line);
	const ask = connect(port);
	return { engine: new Engine(line, ask, await ask('open', { pack: ROOT }), stop), kill, pid };
}

export class Engine {
	private runs = 0;

	constructor(
		readonly line: Line,
		private readonly ask: Ask,
		private readonly id: string,
		private readonly stopProcess?: () => Promise<void>,
	) {}

	/** Saves a credential: its token is kept and shared by all uses of the returned reference. */
	async addCredential(type: string, data: IDataObject): Promise<SavedCredential> {
		return await this.ask('addCredential', { id: this.id, type, data });
	}

	/** What is stored for a saved credential now, `oauthTokenData` included. */
	async readCredential(credential: SavedCredential): Promise<IDataObject> {
		return await this.ask('readCredential', { id: this.id, credential });
	}

	/** Overwrites some stored fields, as a user's edit or an expired token would. */
	async writeCredential(credential: SavedCredential, data: IDataObject): Promise<void> {
		await this.ask('writeCredential', { id: this.id, credential, data });
	}

	/** The credential's "Test" button. `submitted`: values in the form that are not saved yet. */
	async testCredential(credential: SavedCredential, submitted?: IDataObject): Promise<CredentialTestResult> {
		return await this.ask('testCredential', { id: this.id, credential, submitted });
	}

	/** Runs one node behind a trigger that emits `items`. */
	async runNode({ items, mode, timezone, signal, watchEventLoop, ...spec }: RunNodeOptions): Promise<RunResult> {
		const settings = { items, mode, timezone, signal, watchEventLoop };
		const { nodes, ...run } = await this.runWorkflow([{ ...spec, name: 'Node' }], [['Start', 'Node']], settings);
		return { items: [], errorItems: [], outputs: [], pairs: [], hints: [], ...nodes.Node, ...run };
	}

	/** Runs a workflow from the trigger `Start`, which emits `settings.items`. */
	async runWorkflow(
		nodes: NamedNodeSpec[],
		connections: Connection[],
		{ signal, ...settings }: RunSettings = {},
	): Promise<WorkflowResult> {
		const key = String(++this.runs);
		const cancel = (): void => void this.ask('cancel', { id: this.id, key }).catch(() => {});
		signal?.addEventListener('abort', cancel, { once: true });
		try {
			return await this.ask('runWorkflow', { id: this.id, key, nodes, connections, ...settings });
		} finally {
			signal?.removeEventListener('abort', cancel);
		}
	}

	/** One page of a resource locator's list. Rejects with an EngineError. */
	async listSearch(call: ListSearchCall): Promise<INodeListSearchResult> {
		return await this.ask('listSearch', { id: this.id, ...call });
	}

	async loadOptions(call: EditorCall): Promise<INodePropertyOptions[]> {
		return await this.ask('loadOptions', { id: this.id, ...call });
	}

	async resourceMapping(call: EditorCall): Promise<ResourceMapperFields> {
		return await this.ask('resourceMapping', { id: this.id, ...call });
	}

	/** One poll of a trigger. Give the returned `staticData` to the next one. */
	async poll(options: PollOptions): Promise<PollResult> {
		return await this.ask('poll', { id: this.id, ...options });
	}

	/** Activates a webhook trigger on a loopback port until it or the engine is closed. Rejects with an EngineError when the node refuses. */
	async openWebhook(options: WebhookOptions): Promise<OpenedWebhook> {
		return await this.ask('openWebhook', { id: this.id, ...options });
	}

	/** What came of the requests so far. */
	async webhookState({ key }: OpenedWebhook): Promise<WebhookState> {
		return await this.ask('webhookState', { id: this.id, key });
	}

	async closeWebhook({ key }: OpenedWebhook): Promise<void> {
		await this.ask('closeWebhook', { id: this.id, key });
	}

	/** Cancels what still runs. Rejects if the pack left a promise rejection unhandled. */
	async close(): Promise<void> {
		const { coverage, unhandled } = await this.ask('close', { id: this.id });
		await this.stopProcess?.();
		addCoverage(coverage);
		const [first] = unhandled;
		if (first) throw new EngineError({ ...first, message: `Unhandled rejection: ${first.message}` });
	}
}
