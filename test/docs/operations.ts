import { createRequire } from 'node:module';
import type { INodeProperties, INodePropertyOptions, INodeType } from 'n8n-workflow';

/** With its ending: `….node` alone may also be the file that n8n's list of nodes is made from. */
const load = (name: string): INodeType => {
	const types = createRequire(__filename)(`../../nodes/${name}/${name}.node.ts`) as Record<string, new () => INodeType>;
	const Type = types[name];
	if (!Type) throw new Error(`${name}.node.ts does not export ${name}`);
	return new Type();
};

const NODES = [
	'ExtensivOrders',
	'ExtensivInventory',
	'ExtensivProducts',
	'ExtensivShipments',
	'ExtensivWarehouses',
	'ExtensivMapping',
	'ExtensivInsights',
];

const optionsOf = (field: INodeProperties | undefined): INodePropertyOptions[] =>
	(field?.options ?? []) as INodePropertyOptions[];
const isEverywhere = ({ displayOptions }: INodePropertyOptions): boolean => displayOptions === undefined;

function rows({ description: { displayName, properties } }: INodeType): string[] {
	const resources = optionsOf(properties.find(({ name }) => name === 'resource'));
	return resources.map((resource) => {
		const menu = properties.find(
			({ name, displayOptions }) => name === 'operation' && displayOptions?.show?.resource?.includes(resource.value),
		);
		const names = optionsOf(menu).map((one) =>
			isEverywhere(resource) && isEverywhere(one) ? `${one.name} *g*` : one.name,
		);
		return `| ${displayName} | ${resource.name} | ${names.join(', ')} |`;
	});
}

/** The operations of all nodes, from their menus; *g* marks what the guide's contract has too. */
export const operationsTable = (): string =>
	['| node | resource | operations |', '|---|---|---|', ...NODES.map(load).flatMap(rows)].join('\n');
