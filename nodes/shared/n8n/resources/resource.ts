import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { onlyFor, preview, withOption } from '../form/fields';
import { choiceByContract, operationField } from '../form/operationFields';
import { startingInTools } from '../form/toolFields';
import type { AnyOperation } from '../run/operation';

/** An operation: its entry in the menu, the fields of its form, and its code. */
export interface ResourceOperation {
	name: string;
	value: string;
	action: string;
	description: string;
	/** The default of the menu; otherwise the first operation. */
	initial?: true;
	/** The default if the node is a tool of an AI agent. */
	initialInTools?: true;
	/** Shown for this operation only. */
	fields: INodeProperties[];
	run: AnyOperation;
}

/** A resource of a node: its entry in the menu and its operations. */
export interface Resource {
	name: string;
	value: string;
	description?: string;
	/** Fields that several operations share. They have their own display options and come first. */
	fields?: INodeProperties[];
	/** In the order of the menu. */
	operations: ResourceOperation[];
}

/** The *Operation* parameter of a resource. */
export function operationMenu({ operations, ...resource }: Resource): INodeProperties[] {
	const options = operations.map(
		({ name, value, action, description }): INodePropertyOptions => ({ name, value, action, description }),
	);
	const initial = operations.find((operation) => operation.initial) ?? operations[0];
	const initialInTools = operations.find((operation) => operation.initialInTools);
	const all = operationField(resource.value, initial?.value ?? '', options);
	const field = choiceByContract(all);
	return initialInTools ? startingInTools(field, initialInTools.value) : [field];
}

const changes = (run: AnyOperation): boolean => run.kind === 'batch' && !run.reads;

/** The fields of all operations of a resource. */
export const fieldsOf = (resource: Resource): INodeProperties[] => [
	...(resource.fields ?? []),
	...resource.operations.flatMap(({ value, fields, run }) =>
		onlyFor(resource.value, value, changes(run) ? withOption(fields, preview) : fields),
	),
];
