import type { IDataObject, INodeListSearchResult, INodePropertyOptions, ResourceMapperFields } from 'n8n-workflow';
import type {
	Connection,
	CredentialTestResult,
	EditorCall,
	ErrorReport,
	FileCoverage,
	ListSearchCall,
	NamedNodeSpec,
	OpenedWebhook,
	PollOptions,
	PollResult,
	RunSettings,
	SavedCredential,
	WebhookOptions,
	WebhookState,
	WorkflowResult,
} from './types';

/** An opened engine's id, as every later call names it. */
interface Opened {
	id: string;
}

/** What the engine process can be asked, by name. Arguments and results travel as JSON. */
export interface Methods {
	open(args: { pack: string }): Promise<string>;
	close(args: Opened): Promise<{ coverage: Record<string, FileCoverage>; unhandled: ErrorReport[] }>;
	runWorkflow(args: Opened & WorkflowRequest): Promise<WorkflowResult>;
	cancel(args: Opened & { key: string }): Promise<void>;
	poll(args: Opened & PollOptions): Promise<PollResult>;
	openWebhook(args: Opened & WebhookOptions): Promise<OpenedWebhook>;
	webhookState(args: Opened & { key: string }): Promise<WebhookState>;
	closeWebhook(args: Opened & { key: string }): Promise<void>;
	listSearch(args: Opened & ListSearchCall): Promise<INodeListSearchResult>;
	loadOptions(args: Opened & EditorCall): Promise<INodePropertyOptions[]>;
	resourceMapping(args: Opened & EditorCall): Promise<ResourceMapperFields>;
	addCredential(args: Opened & { type: string; data: IDataObject }): Promise<SavedCredential>;
	readCredential(args: Opened & { credential: SavedCredential }): Promise<IDataObject>;
	writeCredential(args: Opened & { credential: SavedCredential; data: IDataObject }): Promise<void>;
	testCredential(
		args: Opened & { credential: SavedCredential; submitted?: IDataObject },
	): Promise<CredentialTestResult>;
}

export type MethodName = keyof Methods;

export interface WorkflowRequest extends Omit<RunSettings, 'signal'> {
	nodes: NamedNodeSpec[];
	connections: Connection[];
	/** Key to cancel this execution by. */
	key: string;
}

export interface Call {
	method: MethodName;
	args: { id?: string };
}

export type Reply = { value: unknown; error?: undefined } | { error: ErrorReport };
