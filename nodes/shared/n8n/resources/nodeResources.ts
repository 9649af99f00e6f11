import type { INodeProperties } from 'n8n-workflow';
import { alphabetical } from '../../domain/alphabetical';
import { resourceField } from '../form/fields';
import { choiceByContract } from '../form/operationFields';
import { apiRequest } from './customCall';
import type { AnyOperation } from '../run/operation';
import { fieldsOf, operationMenu, type Resource } from './resource';

/** The resources of a node, without *API Request*, which every node has. */
export type Resources = readonly Resource[];

/** All operations of a node: by resource, then by operation. */
export const operationsOf = (resources: Resources): Record<string, Record<string, AnyOperation>> =>
	Object.fromEntries(
		[...resources, apiRequest].map(({ value, operations }) => [
			value,
			Object.fromEntries(operations.map((operation) => [operation.value, operation.run])),
		]),
	);

/**
 * *Resource*, *Operation* and the fields of all operations of a node.
 * (n8n adds *Custom API Call* to every list of resources and operations by itself: it leads to n8n's own HTTP Request
 * node.)
 * @param initial the resource that is selected at first
 */
export function propertiesOf(resources: Resources, initial: string): INodeProperties[] {
	const inMenu = [...resources].sort((one, other) => alphabetical(one.name, other.name));
	const choices = [...inMenu, apiRequest].map(({ name, value, description }) => ({
		name,
		value,
		...(description === undefined ? {} : { description }),
	}));
	return [
		choiceByContract(resourceField(choices, initial)),
		...operationMenu(apiRequest),
		...fieldsOf(apiRequest),
		...resources.flatMap(operationMenu),
		...resources.flatMap(fieldsOf),
	];
}

/** What a node shows under its name on the canvas: `Get Many: Order`, in the words of its own menu. */
export function subtitleOf(resources: Resources): string {
	const names = [apiRequest, ...resources].flatMap((resource) =>
		resource.operations.map(({ name, value }) => [`${resource.value} ${value}`, `${name}: ${resource.name}`]),
	);
	const table = JSON.stringify(Object.fromEntries(names));
	return `={{ (${table})[$parameter["resource"] + " " + $parameter["operation"]] ?? $parameter["operation"] }}`;
}
