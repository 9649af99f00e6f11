import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import { byId, DIRECT } from '../../support/parameters';
import { MATERIAL, MUG, byHand, bySku } from '../../support/products';
import { jsons } from '../../support/results';
import { useStage } from '../../support/stage';

const FOLDER = path.resolve(__dirname, '../../../nodes/ExtensivProducts/__schema__/v1.0.0');
const NEW = byHand({ sku: 'CUP-1', name: 'Cup', brand: 'Northwind', description: 'A cup' });
const product = bySku(MUG.sku);

/** What each operation is run with. */
const RUNS: Record<string, Record<string, IDataObject>> = {
	product: {
		addImage: { product, imageUrl: 'https://images.example.com/new.jpg' },
		create: { ...NEW, productType: 'virtual' },
		get: { product },
		getAll: { filters: { skus: MUG.sku } },
		setCategory: { product, category: 'Gifts' },
		update: { product, ...byHand({ name: 'Mug' }) },
		upsert: NEW,
	},
	productLabel: { add: { product, labels: ['12'] }, get: { product }, remove: { product, labels: ['12'] } },
	productCustomField: {
		get: { product },
		set: { product, customFields: { field: [{ field: MATERIAL, value: 'Tin' }] } },
	},
	listing: {
		create: { salesChannel: byId(DIRECT), listingSku: 'L-1', product },
		getAll: { limit: 1 },
		update: { salesChannel: byId(DIRECT), listingSku: 'NW-MUG-BLU', updateFields: { active: false } },
	},
};
const CASES = Object.entries(RUNS).flatMap(([resource, operations]) =>
	Object.entries(operations).map(([operation, parameters]) => [resource, operation, parameters] as const),
);

describe('The output that the editor shows before anything was run', () => {
	const stage = useStage('2');

	it('is there for every operation', () => {
		const files = readdirSync(FOLDER).flatMap((resource) =>
			readdirSync(path.join(FOLDER, resource)).map((file) => `${resource} ${path.parse(file).name}`),
		);
		expect(files.sort()).toEqual(CASES.map(([resource, operation]) => `${resource} ${operation}`).sort());
	});

	it.each(CASES)('has the fields that %s: %s gives', async (resource, operation, parameters) => {
		const schema = JSON.parse(readFileSync(path.join(FOLDER, resource, `${operation}.json`), 'utf8')) as {
			properties: IDataObject;
		};
		const [given] = jsons(await stage.run('extensivProducts', operation, { resource, ...parameters }));
		const { notSent: _, ...always } = schema.properties;
		expect(Object.keys(given ?? {}).sort()).toEqual(Object.keys(always).sort());
	});
});
