import type { IDataObject, INode, INodeProperties } from 'n8n-workflow';
import * as line2 from 'n8n-workflow';
import * as line1 from 'n8n-workflow-v1';
import type { Line } from '../engine';

const PACKAGES = { '1': line1 as unknown as typeof line2, '2': line2 };
const NODE: INode = { id: 'credential', name: '', type: 'mock', typeVersion: 1, position: [0, 0], parameters: {} };

const expressionsOf = (line: Line) => {
	const type = () => ({ description: { properties: [] } }) as never;
	const nodeTypes = { getByName: type, getByNameAndVersion: type, getKnownTypes: () => ({}) };
	return new PACKAGES[line].Workflow({ nodes: [NODE], connections: {}, active: false, nodeTypes }).expression;
};

/** A credential's fields as n8n of the line works them out: what the user typed, defaults for the rest, `$self` in expressions. */
export function resolveFields(line: Line, properties: INodeProperties[], typed: IDataObject): IDataObject {
	const complete = PACKAGES[line].NodeHelpers.getNodeParameters(
		properties,
		typed as never,
		true,
		false,
		null,
		null,
	) as IDataObject;
	return expressionsOf(line).getComplexParameterValue(
		NODE,
		complete as never,
		'internal',
		{},
		undefined,
		undefined,
		complete as never,
	) as IDataObject;
}

/** An expression of a credential's test request. */
export const resolveTestValue = (line: Line, expression: string, credentials: IDataObject): unknown =>
	expressionsOf(line).getSimpleParameterValue(
		NODE,
		expression,
		'internal',
		{ $credentials: credentials as never },
		undefined,
		'',
	);
