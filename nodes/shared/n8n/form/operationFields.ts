import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { CAPABILITIES, type Capability } from '../../api/ports/capabilities';
import { credentialsFor } from '../../contracts';

/** The *Operation* of one resource. */
export const operationField = (
	resource: string,
	initial: string,
	options: INodePropertyOptions[],
): INodeProperties => ({
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { resource: [resource] } },
	options,
	default: initial,
});

/** What a contract must support for a choice to be offered; undefined for what every contract has. */
function needsOf({ name, displayOptions }: INodeProperties, value: unknown): Capability | undefined {
	const [resource] = displayOptions?.show?.resource ?? [];
	const capability = `${name === 'operation' ? String(resource) : name}.${String(value)}`;
	return capability in CAPABILITIES ? (capability as Capability) : undefined;
}

/**
 * A choice that differs by contract: options that a contract lacks are hidden. It is one field with conditions on its
 * options, because n8n treats each field of the same name as a separate list of actions.
 */
export const choiceByContract = (field: INodeProperties): INodeProperties => ({
	...field,
	options: ((field.options ?? []) as INodePropertyOptions[]).map((option) => {
		const needs = needsOf(field, option.value);
		return needs ? { ...option, displayOptions: { show: { authentication: credentialsFor(needs) } } } : option;
	}),
});
