import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

const choicesOf = (properties: INodeProperties[], name: string): INodePropertyOptions[] =>
	properties
		.filter((property) => property.name === name)
		.flatMap(({ options }) => (options ?? []) as INodePropertyOptions[]);

/** The text below a node's name on the canvas: `Get Many: Order`, in the words of its own menu. */
export function subtitleOf(menu: INodeProperties[]): string {
	const resources = choicesOf(menu, 'resource');
	const names = menu
		.filter(({ name }) => name === 'operation')
		.flatMap((operation) =>
			(operation.displayOptions?.show?.resource ?? []).flatMap((resource) =>
				choicesOf([operation], 'operation').map(({ name, value }) => [
					`${String(resource)} ${String(value)}`,
					`${name}: ${resources.find((one) => one.value === resource)?.name ?? String(resource)}`,
				]),
			),
		);
	const table = JSON.stringify(Object.fromEntries(names));
	return `={{ (${table})[$parameter["resource"] + " " + $parameter["operation"]] ?? $parameter["operation"] }}`;
}
