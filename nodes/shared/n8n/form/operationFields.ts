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
 * A choice that differs by contract: options that a contract lacks are hidden. It is one field with conditions on its
 * options, because n8n treats each field of the same name as a separate list of actions.
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
