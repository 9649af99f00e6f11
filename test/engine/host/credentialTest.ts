import type { ICredentialTestFunctions, ICredentialTestRequest, IDataObject, INode, INodeType } from 'n8n-workflow';
import type { CredentialTestResult, SavedCredential } from '../types';
import { NO_OP } from './builtInNodes';
import { additionalData, type Session } from './session';

interface RequestError {
	message: string;
	cause?: { code?: string; response?: { status: number; statusText?: string } };
}

/**
 * What n8n does with a saved credential to test it: the request that its type declares as `test`, or the function of a node that tests it. `submitted` is what stands in the form; what is
 * stored (with its token) is used where n8n of that line uses it: as in `dist/services/credentials-tester.service.js`.
 */
export async function testCredential(
	session: Session,
	{ id, name, type }: SavedCredential,
	submitted: IDataObject = session.credentials.read(id) as IDataObject,
): Promise<CredentialTestResult> {
	const { test } = session.pack.credentialType(type);
	const { core, workflow: packageOfLine } = session.line;
	const base = additionalData(session);
	const complete = session.credentials.applyDefaults(base, { ...submitted } as never, type, 'internal');
	if (!test) {
		const testFunction = session.pack.credentialTest(type);
		if (!testFunction) throw new Error(`${type} declares no test request, and no node tests it`);
		const context = new core.CredentialTestContext(base) as unknown as ICredentialTestFunctions;
		return (await testFunction.call(context, { id, name, type, data: complete })) as CredentialTestResult;
	}
	if (session.line.line === '2') base.credentialsHelper = withSubmitted(session, complete);

	const nodeType = nodeForTest(session, type, test);
	const node: INode = {
		id: 'temp',
		name: 'Temp-Node',
		type: NO_OP,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		credentials: { [type]: { id, name } },
	};
	const nodeTypes = { getByName: () => nodeType, getByNameAndVersion: () => nodeType, getKnownTypes: () => ({}) };
	const workflow = new packageOfLine.Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	const temporary = workflow.getNode(node.name) ?? node;
	base.currentNodeParameters = temporary.parameters;
	const run = packageOfLine.createEmptyRunExecutionData();
	const executeData = { node: temporary, data: {}, source: null };
	const context = new core.ExecuteContext(
		workflow,
		temporary,
		base,
		'internal',
		run,
		0,
		[],
		{ main: [[{ json: {} }]] },
		executeData,
		[],
	);
	const routing = new core.RoutingNode(context, nodeType, { id, name, type, data: complete });
	try {
		const [[item] = []] = (await routing.runNode()) ?? [];
		return checkBody(test, item?.json ?? {});
	} catch (error) {
		return checkError(test, error as RequestError);
	}
}

/** 2.x tests with the submitted values throughout, but compares with the stored token before it fetches one. */
function withSubmitted({ credentials }: Session, complete: IDataObject | object): typeof credentials {
	const view = Object.create(credentials) as typeof credentials;
	view.getDecrypted = async (data, details, type, mode, executeData, raw, ...rest) =>
		raw ? await credentials.getDecrypted(data, details, type, mode, executeData, raw, ...rest) : (complete as never);
	return view;
}

function nodeForTest({ pack }: Session, type: string, test: ICredentialTestRequest): INodeType {
	const { description } = pack.nodeTypes.getByNameAndVersion(NO_OP, 1);
	return {
		description: {
			...description,
			credentials: [{ name: type, required: true }],
			properties: [
				{ displayName: 'Temp', name: 'temp', type: 'string', routing: { request: test.request }, default: '' },
			],
		},
	};
}

function checkBody({ rules = [] }: ICredentialTestRequest, body: IDataObject): CredentialTestResult {
	for (const rule of rules) {
		if (rule.type !== 'responseSuccessBody') continue;
		const value = rule.properties.key
			.split('.')
			.reduce<unknown>((part, key) => (part as IDataObject | undefined)?.[key], body);
		if (value === rule.properties.value) return { status: 'Error', message: rule.properties.message };
	}
	return { status: 'OK', message: 'Connection successful!' };
}

function checkError({ rules = [] }: ICredentialTestRequest, { cause, message }: RequestError): CredentialTestResult {
	const response = cause?.response;
	if (!response) return { status: 'Error', message: cause?.code ?? message };
	for (const rule of rules) {
		if (rule.type === 'responseCode' && rule.properties.value === response.status) {
			return { status: 'Error', message: rule.properties.message };
		}
	}
	return { status: 'Error', message: response.statusText || `Received HTTP status code: ${response.status}` };
}
