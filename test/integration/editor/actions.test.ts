import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import * as line2 from 'n8n-workflow';
import * as line1 from 'n8n-workflow-v1';
import { LINES, NEWEST } from '../../engine';
import { newOrder } from '../../support/parameters';
import { type BuiltNode, builtNodes } from '../../support/pack';
import { jsons } from '../../support/results';
import { useStage } from '../../support/stage';

const NODES = builtNodes().filter(({ description }) => !description.group.includes('trigger'));
const HELPERS = { '1': line1.NodeHelpers as unknown as typeof line2.NodeHelpers, '2': line2.NodeHelpers };
const optionsOf = ({ options }: INodeProperties): INodePropertyOptions[] => (options ?? []) as INodePropertyOptions[];

/** What n8n's list of nodes shows under a node: for each choice of each field *Resource*, the operations of the first field that has that resource. */
function actionsOf({
	description: { properties },
}: BuiltNode): Array<{ resource: string; operation: string; action: string }> {
	const resources = properties.filter(({ name }) => name === 'resource').flatMap(optionsOf);
	return resources.flatMap(({ value: resource }) => {
		const operation = properties.find(
			({ name, displayOptions }) => name === 'operation' && displayOptions?.show?.resource?.includes(resource),
		);
		return optionsOf(operation as INodeProperties).map(({ value, action }) => ({
			resource: String(resource),
			operation: String(value),
			action: String(action),
		}));
	});
}

describe.each(NODES)('The actions of $name', (built) => {
	it('are in the list once each', () => {
		const actions = actionsOf(built);
		expect([...new Set(actions.map(({ action }) => action))]).toEqual(actions.map(({ action }) => action));
	});

	it('are all that the node can do', () => {
		const listed = actionsOf(built).map(({ resource, operation }) => `${resource} ${operation}`);
		const all = built.description.properties.filter(({ name }) => name === 'operation');
		const possible = all.flatMap((field) =>
			(field.displayOptions?.show?.resource ?? []).flatMap((resource) =>
				optionsOf(field).map(({ value }) => `${String(resource)} ${String(value)}`),
			),
		);
		expect(listed.sort()).toEqual([...new Set(possible)].sort());
	});

	it('set the resource that they belong to: each Operation is of one resource', () => {
		const all = built.description.properties.filter(({ name }) => name === 'operation');
		for (const { displayOptions } of all) expect(displayOptions?.show?.resource).toHaveLength(1);
	});

	it.each(LINES)('leave one Resource and one Operation to choose from, under every contract, n8n line %s', (line) => {
		const { displayParameter } = HELPERS[line];
		for (const authentication of ['extensivOrderManagerApi', 'extensivOrderManagerOAuth2Api', 'extensivOAuth2Api']) {
			for (const { resource, operation } of actionsOf(built)) {
				const values = { authentication, resource, operation };
				const shown = built.description.properties.filter((property) =>
					displayParameter(values, property, { typeVersion: 1 }, built.description),
				);
				expect(shown.filter(({ name }) => name === 'resource')).toHaveLength(1);
				expect(shown.filter(({ name }) => name === 'operation')).toHaveLength(1);
			}
		}
	});

	it.each(LINES)("offer under the guide's contract only what it has, n8n line %s", (line) => {
		const { displayParameter } = HELPERS[line];
		const supported = (authentication: string): number =>
			built.description.properties
				.filter(({ name }) => name === 'resource' || name === 'operation')
				.flatMap(optionsOf)
				.filter(({ displayOptions }) =>
					displayParameter(
						{ authentication },
						{ displayOptions } as INodeProperties,
						{ typeVersion: 1 },
						built.description,
					),
				).length;
		expect(supported('extensivOAuth2Api')).toBeLessThan(supported('extensivOrderManagerApi'));
	});

	it('show on the canvas in the words of the menu', () => {
		const { subtitle } = built.description;
		const nodeTypes = { getByName: () => built.node, getByNameAndVersion: () => built.node, getKnownTypes: () => ({}) };
		const shown = (resource: string, operation: string): unknown => {
			const node = {
				id: '1',
				name: 'Node',
				type: built.name,
				typeVersion: 1,
				position: [0, 0] as [number, number],
				parameters: { resource, operation },
			};
			const { expression } = new line2.Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
			return expression.getSimpleParameterValue(node, subtitle ?? '', 'internal', {});
		};
		for (const { resource, operation } of actionsOf(built))
			expect(shown(resource, operation)).toMatch(/^[A-Z][\w -]+: [A-Z][\w ]+$/);
		expect(shown('customApiCall', 'call')).toBe('Send: API Request');
	});
});

describe.each(builtNodes().filter(({ description }) => description.group.includes('trigger')))(
	'The events of $name',
	({ description: { properties } }) => {
		const events = properties.filter(({ name }) => name === 'events').flatMap(optionsOf);

		it('keep their capitals in the list of nodes: n8n would write "On rma created"', () => {
			expect(events.map(({ action }) => action)).toEqual(events.map(() => expect.stringMatching(/^On [a-zRMA ]+$/)));
			expect(events.find(({ value }) => value === 'rmaCreated')).toMatchObject({ action: 'On RMA created' });
		});
	},
);

describe('The subtitle', () => {
	it.each([
		['extensivOrders', 'order getAll', 'Get Many: Order'],
		['extensivOrders', 'order hold', 'Put on Hold: Order'],
		['extensivInventory', 'stockLevel set', 'Set: Stock Level'],
	])('of %s, %s is %s', (node, name, expected) => {
		const { description } = NODES.find((one) => one.name === node) as BuiltNode;
		expect(description.subtitle).toContain(JSON.stringify({ [name]: expected }).slice(1, -1));
	});
});

describe.each(LINES)('What a node begins with, n8n line %s', (line) => {
	const { description } = NODES.find(({ name }) => name === 'extensivOrders') as BuiltNode;
	const complete = (name: string) =>
		HELPERS[line].getNodeParameters(
			description.properties,
			{},
			true,
			false,
			{ typeVersion: 1 },
			{ ...description, name },
		);

	it('is Create for orders', () => {
		expect(complete('extensivOrders')).toMatchObject({ resource: 'order', operation: 'create' });
	});

	it('is Get Many where a model decides when the node runs', () => {
		expect(complete('extensivOrdersTool')).toMatchObject({ resource: 'order', operation: 'getAll' });
	});
});

describe.each(NEWEST)('A workflow that was saved when Create was what the node began with, n8n line %s', (line) => {
	const stage = useStage(line);

	it('still creates: n8n does not save what a node begins with', async () => {
		const parameters = { resource: undefined, operation: undefined, ...newOrder({ orderNumber: 'SAVED-1' }) };
		expect(jsons(await stage.orders('create', parameters))).toMatchObject([
			{ outcome: 'created', orderNumber: 'SAVED-1' },
		]);
	});
});
