import type { IDataObject, INode, NodeParameterValueType } from 'n8n-workflow';
import * as line2 from 'n8n-workflow';
import * as line1 from 'n8n-workflow-v1';
import type { Line } from '../engine';
import { builtNodes } from './pack';
import type { NodeName } from './stage';

const PACKAGES = { '1': line1 as unknown as typeof line2, '2': line2 };

/** What the editor of a line says about a node before it is run: its static hints, as far as their conditions hold for these parameters. */
export function staticHints(line: Line, name: NodeName, parameters: IDataObject): string[] {
	const built = builtNodes().find((node) => node.name === name);
	if (!built) throw new Error(`The pack has no node ${name}`);
	const { Workflow } = PACKAGES[line];
	const node: INode = {
		id: name,
		name,
		type: name,
		typeVersion: 1,
		position: [0, 0],
		parameters: parameters as INode['parameters'],
	};
	const nodeTypes = { getByName: () => built.node, getByNameAndVersion: () => built.node, getKnownTypes: () => ({}) };
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	// The node as it is in the workflow has the defaults of what was left out.
	const shown = workflow.getNode(name) ?? node;
	return (built.description.hints ?? [])
		.filter(({ displayCondition = '' }) => {
			const value: NodeParameterValueType | object = workflow.expression.getSimpleParameterValue(
				shown,
				displayCondition,
				'internal',
				{},
			);
			if (typeof value !== 'boolean') throw new Error(`The condition of a hint of ${name} is ${JSON.stringify(value)}`);
			return value;
		})
		.map(({ message }) => message);
}
