import { type INode, type INodeParameters, type INodeTypeDescription, NodeHelpers } from 'n8n-workflow';

/** A step as a template has it. */
export interface TemplateStep {
	name: string;
	type: string;
	typeVersion: number;
	parameters: Record<string, unknown>;
}

/** The description of a step's type in its version; undefined if n8n has no such type. */
export const descriptionOf = (
	types: readonly INodeTypeDescription[],
	{ type, typeVersion }: TemplateStep,
): INodeTypeDescription | undefined =>
	types.find(({ name, version }) => name === type && [version].flat().includes(typeVersion));

/**
 * The parameters of a step that n8n does not know, or would not show with the others as they are, as paths such as
 * `options.maxTries`. n8n's own function drops these when it opens a workflow.
 */
export function undeclaredParameters(step: TemplateStep, description: INodeTypeDescription): string[] {
	const parameters = step.parameters as INodeParameters;
	const node = { ...step, parameters, id: step.name, position: [0, 0] } as INode;
	const kept = NodeHelpers.getNodeParameters(description.properties, parameters, true, false, node, description);
	return missing(parameters, kept ?? {}, '');
}

function missing(given: unknown, kept: unknown, path: string): string[] {
	if (Array.isArray(given))
		return given.flatMap((one, at) => missing(one, (kept as unknown[] | undefined)?.[at], `${path}[${at}]`));
	if (typeof given !== 'object' || given === null) return kept === undefined ? [path] : [];
	if (typeof kept !== 'object' || kept === null) return [path];
	return Object.entries(given).flatMap(([key, value]) =>
		missing(value, (kept as Record<string, unknown>)[key], path === '' ? key : `${path}.${key}`),
	);
}
