import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { CAPABILITIES, type Capability, type MenuEntry } from '../../api/ports/capabilities';
import { CONTRACTS, credentialsFor } from '../../contracts';

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

/** What a contract must support for a choice; undefined where every contract has it. */
function needsOf({ name, displayOptions }: INodeProperties, value: unknown): Capability | undefined {
	if (name === 'resource') return unlessEverywhere(`menu/resource.${String(value)}`);
	if (name !== 'operation') {
		const capability = `${name}.${String(value)}`;
		return capability in CAPABILITIES ? (capability as Capability) : undefined;
	}
	const resource = String(displayOptions?.show?.resource?.[0]);
	// Where a contract lacks the whole resource, its menu does not show at all.
	return unlessEverywhere(`menu/resource.${resource}`)
		? undefined
		: unlessEverywhere(`menu/${resource}.${String(value)}`);
}

const unlessEverywhere = (entry: MenuEntry): Capability | undefined =>
	CONTRACTS.every(({ contract }) => contract.supports(entry)) ? undefined : entry;

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
