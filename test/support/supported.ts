import { NodeHelpers, type INodeProperties, type INodePropertyOptions } from 'n8n-workflow';
import type { Contract } from './credentials';
import { type BuiltNode, builtNodes } from './pack';
import type { NodeName } from './stage';

/** An operation as the editor offers it to the user of a credential. */
export interface SupportedOperation {
	/** Resource and operation, for example `order getAll`. */
	name: string;
	resource: string;
	operation: string;
	contract: Contract;
	/** Whether its form lets the user say how many rows a page has. */
	hasPageSize: boolean;
}

const CREDENTIAL: Record<Contract, string> = { live: 'extensivOrderManagerApi', guide: 'extensivOAuth2Api' };

/** What a built node offers under each contract, from its description: a new operation is in it by itself. */
export function supportedBy(name: NodeName): SupportedOperation[] {
	const built = builtNodes().find((node) => node.name === name);
	if (!built) throw new Error(`The pack has no node ${name}`);
	return (['live', 'guide'] as const).flatMap((contract) => {
		const authentication = CREDENTIAL[contract];
		return choices(built, 'resource', { authentication }).flatMap((resource) =>
			choices(built, 'operation', { authentication, resource }).map((operation) => {
				const [options] = shown(built, 'options', { authentication, resource, operation });
				const hasPageSize = (options?.options ?? []).some((option) => option.name === 'pageSize');
				return { name: `${resource} ${operation}`, resource, operation, contract, hasPageSize };
			}),
		);
	});
}

const choices = (built: BuiltNode, field: string, values: Record<string, string>): string[] =>
	shown(built, field, values).flatMap(({ options }) => {
		const supported = (options as INodePropertyOptions[]).filter((option) => isShown(built, option, values));
		return supported.map(({ value }) => String(value));
	});

const shown = (built: BuiltNode, field: string, values: Record<string, string>): INodeProperties[] =>
	built.description.properties.filter((property) => property.name === field && isShown(built, property, values));

/** n8n's rule for fields, which its editor applies to the options of a field too. */
const isShown = (
	{ description }: BuiltNode,
	{ displayOptions }: INodeProperties | INodePropertyOptions,
	values: Record<string, string>,
): boolean =>
	NodeHelpers.displayParameter(values, { displayOptions } as INodeProperties, { typeVersion: 1 }, description);
