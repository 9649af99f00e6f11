import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import { byId, COLUMBUS } from '../../support/parameters';
import { jsons } from '../../support/results';
import { numbered } from '../../support/shipments';
import { type NodeName, useStage } from '../../support/stage';

const FOLDERS: Partial<Record<NodeName, string>> = {
	extensivShipments: 'ExtensivShipments',
	extensivWarehouses: 'ExtensivWarehouses',
};
const folderOf = (node: NodeName): string =>
	path.resolve(__dirname, '../../../nodes', FOLDERS[node] ?? '', '__schema__/v1.0.0');
const open = { order: numbered('NW-10046') };

/** What each operation is run with. */
const RUNS: Array<[node: NodeName, resource: string, operations: Record<string, IDataObject>]> = [
	[
		'extensivShipments',
		'shipment',
		{
			createExternal: { ...open, carrier: byId('UPS'), trackingNumber: 'T' },
			getAll: { from: '2025-03-01', to: '2025-03-07' },
			getByOrder: { order: numbered('NW-10045') },
			shipStandard: open,
			void: { shipmentId: 6600127 },
		},
	],
	['extensivShipments', 'carrier', { getAll: { kind: 'service', limit: 1 } }],
	[
		'extensivWarehouses',
		'warehouse',
		{
			create: { name: 'Hamburg' },
			get: { warehouse: byId(5101) },
			getAll: { limit: 1 },
			update: { warehouse: byId(COLUMBUS), updateFields: { fax: '555-0100' } },
		},
	],
	['extensivWarehouses', 'salesChannel', { getAll: { limit: 1 } }],
	[
		'extensivWarehouses',
		'account',
		{ getCompany: {}, getOptions: { catalogue: 'paymentTypes', limit: 1 }, getThrottleLimits: { limit: 1 } },
	],
];
const CASES = RUNS.flatMap(([node, resource, operations]) =>
	Object.entries(operations).map(([operation, parameters]) => ({ node, resource, operation, parameters })),
);

interface Schema {
	type: string;
	properties?: Record<string, Schema>;
	items?: Schema;
}

/** Where a value differs from its schema; null is every field's. */
function differences(value: unknown, schema: Schema, at = ''): string[] {
	if (value === null) return [];
	if (Array.isArray(value))
		return schema.type === 'array' && schema.items
			? value.flatMap((row, index) => differences(row, schema.items!, `${at}[${index}]`))
			: [`${at} is a list`];
	if (typeof value !== 'object') return typeof value === schema.type ? [] : [`${at} is a ${typeof value}`];
	return Object.entries(value).flatMap(([name, inner]) => {
		const field = schema.properties?.[name];
		return field ? differences(inner, field, `${at}.${name}`) : [`${at}.${name} is not in the schema`];
	});
}

describe('The output that the editor shows before anything was run', () => {
	const stage = useStage('2');

	it.each(Object.keys(FOLDERS) as NodeName[])('is there for every operation of %s', (node) => {
		const files = readdirSync(folderOf(node)).flatMap((resource) =>
			readdirSync(path.join(folderOf(node), resource)).map((file) => `${resource}/${path.parse(file).name}`),
		);
		expect(files.sort()).toEqual(
			CASES.filter((one) => one.node === node)
				.map(({ resource, operation }) => `${resource}/${operation}`)
				.sort(),
		);
	});

	it.each(CASES)('is what $node gives for $resource, $operation', async ({ node, resource, operation, parameters }) => {
		const schema = JSON.parse(readFileSync(path.join(folderOf(node), resource, `${operation}.json`), 'utf8')) as Schema;
		const [json] = jsons(await stage.run(node, operation, { resource, ...parameters }));
		expect(differences(json, schema)).toEqual([]);
		const { notSent: _, ...always } = schema.properties ?? {};
		expect(Object.keys(always)).toEqual(Object.keys(json ?? {}));
	});
});
