import { randomUUID } from 'node:crypto';
import type {
	ICredentialDataDecryptedObject,
	ICredentials,
	ICredentialsExpressionResolveValues,
	ICredentialsHelper,
	IExecuteData,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INode,
	INodeCredentialsDetails,
	INodeProperties,
	IRequestOptionsSimplified,
	IWorkflowExecuteAdditionalData,
	Workflow,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import type { EngineLine } from './line';
import type { Pack } from './pack';

type Data = ICredentialDataDecryptedObject;

/** Fields n8n 2.x takes from the credential type, never from what is stored, when the type declares them hidden. */
const PINNED_WHEN_HIDDEN = [
	'useDynamicClientRegistration',
	'authUrl',
	'accessTokenUrl',
	'grantType',
	'authentication',
	'usePkce',
	'requestTokenUrl',
	'signatureMethod',
];

/** Node the credential's own expressions are resolved for when no execution is running. */
const CREDENTIAL_NODE: INode = {
	id: 'credential',
	name: '',
	type: 'mock',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

/**
 * n8n's credential handling with a map in place of the database: defaults, hidden expressions, `authenticate`,
 * `preAuthentication` and stored OAuth2 tokens. Behaviour as in n8n 2.41.1 and 1.123.81 (`dist/credentials-helper.js`), where the
 * two differ by line.
 */
export class MemoryCredentials implements ICredentialsHelper {
	private readonly stored = new Map<string, { type: string; data: Data }>();

	constructor(
		private readonly line: EngineLine,
		private readonly pack: Pack,
	) {}

	add(type: string, data: Data): INodeCredentialsDetails & { id: string } {
		// n8n-core shares a token refresh between all executions by this id, so two engines must not use the same one.
		const id = randomUUID();
		this.stored.set(id, { type, data });
		return { id, name: `${type} ${this.stored.size}` };
	}

	read(id: string | null): Data {
		const entry = this.stored.get(id ?? '');
		if (!entry) throw new Error(`No credential with the id ${id}`);
		return entry.data;
	}

	write(id: string | null, data: Data): void {
		Object.assign(this.read(id), data);
	}

	async getDecrypted(
		additionalData: IWorkflowExecuteAdditionalData,
		{ id }: INodeCredentialsDetails,
		type: string,
		mode: WorkflowExecuteMode,
		executeData?: IExecuteData,
		raw?: boolean,
		resolveValues?: ICredentialsExpressionResolveValues,
	): Promise<Data> {
		const data = structuredClone(this.read(id));
		return raw ? data : this.applyDefaults(additionalData, data, type, mode, executeData, resolveValues);
	}

	/** What the node gets: the stored values, the type's defaults for the others, expressions resolved. */
	applyDefaults(
		additionalData: IWorkflowExecuteAdditionalData,
		stored: Data,
		type: string,
		mode: WorkflowExecuteMode,
		executeData?: IExecuteData,
		resolveValues?: ICredentialsExpressionResolveValues,
	): Data {
		const properties = this.getCredentialsProperties(type);
		const values = { ...stored };
		if (this.line.line === '2') {
			for (const { name, type: kind } of properties) {
				if (kind === 'hidden' && PINNED_WHEN_HIDDEN.includes(name)) delete values[name];
			}
		}
		const { NodeHelpers, Workflow } = this.line.workflow;
		const complete = NodeHelpers.getNodeParameters(properties, values as never, true, false, null, null) as Data;
		for (const kept of ['oauthTokenData', 'allowedHttpRequestDomains', 'allowedDomains']) {
			if (stored[kept] !== undefined && (kept === 'oauthTokenData' || complete[kept] === undefined))
				complete[kept] = stored[kept];
		}
		const keys = this.line.core.getAdditionalKeys(additionalData, mode, null);
		if (resolveValues) {
			const { workflow, runExecutionData, runIndex, itemIndex, node, connectionInputData } = resolveValues;
			return workflow.expression.getParameterValue(
				complete as never,
				runExecutionData,
				runIndex,
				itemIndex,
				node.name,
				connectionInputData,
				mode,
				keys,
				executeData,
				false,
				complete as never,
			) as Data;
		}
		const nodeTypes = { getByName: emptyType, getByNameAndVersion: emptyType, getKnownTypes: () => ({}) };
		const workflow = new Workflow({ nodes: [CREDENTIAL_NODE], connections: {}, active: false, nodeTypes });
		return workflow.expression.getComplexParameterValue(
			CREDENTIAL_NODE,
			complete as never,
			mode,
			keys,
			undefined,
			undefined,
			complete as never,
		) as Data;
	}

	getCredentialsProperties(type: string): INodeProperties[] {
		const { properties, extends: parents } = this.pack.credentialType(type);
		if (!parents) {
			const token: INodeProperties = {
				displayName: 'oauthTokenData',
				name: 'oauthTokenData',
				type: 'json',
				default: {},
			};
			return type === 'oAuth2Api' ? [...properties, token] : properties;
		}
		const combined: INodeProperties[] = [];
		const merge = this.line.workflow.NodeHelpers.mergeNodeProperties;
		for (const parent of parents) merge(combined, this.getCredentialsProperties(parent));
		merge(combined, properties);
		return combined;
	}

	async authenticate(
		credentials: Data,
		type: string,
		request: IHttpRequestOptions | IRequestOptionsSimplified,
		workflow: Workflow,
		node: INode,
	): Promise<IHttpRequestOptions> {
		const options = request as IHttpRequestOptions;
		const { authenticate } = this.pack.credentialType(type);
		if (typeof authenticate === 'function') return await authenticate(credentials, options);
		if (authenticate?.type !== 'generic') return options;
		options.headers ??= {};
		for (const [part, entries] of Object.entries(authenticate.properties)) {
			const target = ((options as unknown as Record<string, Data>)[part] ??= {});
			for (const [name, value] of Object.entries(entries as Record<string, string>)) {
				target[this.resolve(name, credentials, workflow, node)] = this.resolve(value, credentials, workflow, node);
			}
		}
		return options;
	}

	private resolve(value: string, credentials: Data, workflow: Workflow, node: INode): string {
		if (!this.line.workflow.isExpression(value)) return value;
		const keys = { $credentials: credentials as never };
		const resolved = workflow.expression.getSimpleParameterValue(node, value, 'internal', keys, undefined, '');
		return resolved ? resolved.toString() : '';
	}

	async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: Data,
		typeName: string,
		node: INode,
		credentialsExpired: boolean,
	): Promise<Data | undefined> {
		const type = this.pack.credentialType(typeName);
		const expirable = type.properties.find(
			(property) => property.type === 'hidden' && property.typeOptions?.expirable === true,
		);
		if (!expirable || !type.preAuthentication) return undefined;
		const isCredentialTest = node.parameters.temp === '' && node.type === 'n8n-nodes-base.noOp';
		if (credentials[expirable.name] !== '' && !credentialsExpired && !isCredentialTest) return undefined;
		const output = (await type.preAuthentication.call(helpers, credentials)) as Data;
		const saved = node.credentials?.[typeName];
		if (output[expirable.name] === undefined || !saved) return undefined;
		// 1.x stores the resolved credential, 2.x only what the method returned.
		this.write(saved.id, this.line.line === '1' ? { ...credentials, ...output } : output);
		return Object.assign(credentials, output);
	}

	async runPreAuthentication(
		helpers: IHttpRequestHelper,
		credentials: Data,
		typeName: string,
	): Promise<Data | undefined> {
		const { preAuthentication } = this.pack.credentialType(typeName);
		return preAuthentication ? ((await preAuthentication.call(helpers, credentials)) as Data) : undefined;
	}

	getParentTypes(name: string): string[] {
		return this.pack.credentialParents(name);
	}

	async updateCredentials({ id }: INodeCredentialsDetails, _type: string, data: Data): Promise<void> {
		this.write(id, data);
	}

	async updateCredentialsOauthTokenData({ id }: INodeCredentialsDetails, _type: string, data: Data): Promise<void> {
		this.write(id, { oauthTokenData: structuredClone(data.oauthTokenData) as Data[string] });
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	async getCredentials(): Promise<ICredentials> {
		throw new Error('n8n-core asked for an encrypted credential; the engine keeps them in plain memory only');
	}
}

function emptyType() {
	return { description: { properties: [] } } as never;
}
