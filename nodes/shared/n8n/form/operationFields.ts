import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { LIVE_CREDENTIALS } from './fields';

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

/**
 * A choice that differs between the contracts: what a contract lacks is not offered. One field with conditions on its
 * options, because n8n's list of actions takes every field of a name for a list of its own.
 * @param guide values that the guide's contract has as well
 */
export const choiceByContract = (field: INodeProperties, guide: readonly string[]): INodeProperties => ({
	...field,
	options: ((field.options ?? []) as INodePropertyOptions[]).map((option) =>
		guide.includes(String(option.value))
			? option
			: { ...option, displayOptions: { show: { authentication: LIVE_CREDENTIALS } } },
	),
});
