import type { INode, INodeCredentials, IWorkflowExecuteAdditionalData, Workflow } from 'n8n-workflow';
import type { CredentialChoice, NamedNodeSpec } from '../types';
import { MemoryCredentials } from './credentials';
import type { EngineLine } from './line';
import { loadPack, type Pack } from './pack';
import type { WebhookEndpoint } from './webhook';

/** One opened engine: a freshly loaded pack and its credentials. */
export interface Session {
	line: EngineLine;
	pack: Pack;
	credentials: MemoryCredentials;
	/** Running executions by the key their caller gave them. */
	running: Map<string, { cancel: () => void }>;
	/** Activated webhook triggers by their key. */
	webhooks: Map<string, WebhookEndpoint>;
	/** Promise rejections its calls left unhandled. */
	rejections: unknown[];
}

export async function createSession(line: EngineLine, packFolder: string): Promise<Session> {
	const pack = await loadPack(line, packFolder);
	return {
		line,
		pack,
		credentials: new MemoryCredentials(line, pack),
		running: new Map(),
		webhooks: new Map(),
		rejections: [],
	};
}

/** The node as it stands in a workflow. */
export function buildNode(session: Session, spec: NamedNodeSpec): INode {
	const { name, node, typeVersion = 1, parameters = {}, credentials, ...settings } = spec;
	return {
		id: `id of ${name}`,
		name,
		type: session.pack.typeName(node),
		typeVersion,
		position: [0, 0],
		parameters: parameters as INode['parameters'],
		...(credentials && { credentials: attachCredential(session, credentials) }),
		...settings,
	};
}

function attachCredential({ credentials }: Session, choice: CredentialChoice): INodeCredentials {
	const saved = 'id' in choice ? choice : credentials.add(choice.type, choice.data as never);
	return { [choice.type]: { id: saved.id, name: saved.name } };
}

/** Resolved as the editor does it: what the user left out has the node's default. */
export function completeParameters(workflow: Workflow, nodeName: string): INode['parameters'] {
	return workflow.getNode(nodeName)?.parameters ?? {};
}

/** What n8n hands to every execution context, as far as the nodes of a pack can see it. */
export function additionalData(
	session: Session,
	currentNodeParameters?: INode['parameters'],
): IWorkflowExecuteAdditionalData {
	const base = 'http://n8n.invalid/';
	const data: Partial<IWorkflowExecuteAdditionalData> = {
		credentialsHelper: session.credentials,
		executionId: '1',
		currentNodeExecutionIndex: 0,
		currentNodeParameters,
		restApiUrl: `${base}rest`,
		instanceBaseUrl: base,
		formWaitingBaseUrl: `${base}form-waiting`,
		webhookBaseUrl: `${base}webhook`,
		webhookWaitingBaseUrl: `${base}webhook-waiting`,
		webhookTestBaseUrl: `${base}webhook-test`,
		variables: {},
		setExecutionStatus: () => {},
		sendDataToUI: () => {},
	};
	return data as IWorkflowExecuteAdditionalData;
}
