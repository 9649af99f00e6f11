import type { INodeListSearchResult, INodePropertyOptions, ResourceMapperFields } from 'n8n-workflow';
import type { EditorCall, ListSearchCall } from '../types';
import { additionalData, buildNode, completeParameters, type Session } from './session';

type MethodKind = 'listSearch' | 'loadOptions' | 'resourceMapping';
type EditorMethod = (this: unknown, ...args: unknown[]) => Promise<unknown>;

/** A page of a resource locator's list; n8n hands page tokens on as strings. */
export async function listSearch(session: Session, call: ListSearchCall): Promise<INodeListSearchResult> {
	const result = await callMethod<INodeListSearchResult>(session, 'listSearch', call, [
		call.filter,
		call.paginationToken,
	]);
	const { paginationToken } = result;
	return paginationToken === undefined ? result : { ...result, paginationToken: String(paginationToken) };
}

export async function loadOptions(session: Session, call: EditorCall): Promise<INodePropertyOptions[]> {
	return await callMethod(session, 'loadOptions', call, []);
}

export async function resourceMapping(session: Session, call: EditorCall): Promise<ResourceMapperFields> {
	return await callMethod(session, 'resourceMapping', call, []);
}

/** Calls a method the way n8n's editor backend does: on a temporary workflow that holds this node only. */
async function callMethod<T>(session: Session, kind: MethodKind, call: EditorCall, args: unknown[]): Promise<T> {
	const { core, workflow: packageOfLine } = session.line;
	const { nodeTypes } = session.pack;
	const { method, path = `parameters.${method}`, node: nodeName, typeVersion, parameters, credentials } = call;
	const node = buildNode(session, { name: 'Temp-Node', node: nodeName, typeVersion, parameters, credentials });
	const workflow = new packageOfLine.Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	const temporary = workflow.getNode(node.name) ?? node;
	const current = completeParameters(workflow, node.name);
	const context = new core.LoadOptionsContext(workflow, temporary, additionalData(session, current), path);
	const methods = nodeTypes.getByNameAndVersion(node.type, node.typeVersion).methods?.[kind] as
		| Record<string, EditorMethod>
		| undefined;
	const implementation = methods?.[method];
	if (!implementation) throw new Error(`${nodeName} has no ${kind} method "${method}"`);
	return (await implementation.call(context, ...args)) as T;
}
