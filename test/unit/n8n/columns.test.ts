import type { IDataObject } from 'n8n-workflow';
import { columnsForm, mappedByHand, mapsAutomatically, readColumns } from '../../../nodes/shared/n8n/columns/columns';
import { type Column } from '../../../nodes/shared/n8n/columns/column';
import { customColumns, readCustomColumns } from '../../../nodes/shared/n8n/columns/customColumns';
import { Fields } from '../../../nodes/shared/n8n/read/params';
import { Remarks } from '../../../nodes/shared/n8n/hints/remarks';

const COLUMNS: Column[] = [
	{ id: 'sku', label: 'SKU', type: 'string', required: true, matches: true, alsoCalled: ['Item Number', 'Item No'] },
	{
		id: 'vendorCost',
		label: 'Vendor Cost',
		type: 'number',
		specific: ['Net Vendor Cost'],
		alsoCalled: ['Unit Cost', 'Cost Price'],
		general: ['Cost'],
	},
	{ id: 'active', label: 'Active', type: 'boolean', hiddenByDefault: true },
];
const fieldsOf = (columns: IDataObject, json: IDataObject = {}): Fields =>
	new Fields((name) => ({ columns })[name as 'columns'], 'UTC', { item: () => json });
const automatic = (json: IDataObject): Fields =>
	fieldsOf({ mappingMode: 'autoMapInputData', value: null, schema: [] }, json);
const byHand = (value: IDataObject, schema: IDataObject[] = []): Fields =>
	fieldsOf({ mappingMode: 'defineBelow', value, schema });

function read(json: IDataObject) {
	const remarks = new Remarks();
	const columns = { mappingMode: 'autoMapInputData', value: null, schema: [] };
	const { values, unused, conflicts } = readColumns(
		new Fields((name) => ({ columns })[name as 'columns'], { zone: 'UTC', remarks }, { item: () => json }),
		COLUMNS,
	);
	return {
		taken: Object.fromEntries(values.names().map((name) => [name, values.raw(name)])),
		unused,
		conflicts,
		said: remarks.messages(),
	};
}

describe('columns mapped automatically', () => {
	it.each([
		['their ids', { sku: 'A', vendorCost: '1,004.50' }],
		['their labels', { SKU: 'A', 'Vendor Cost': '1,004.50' }],
		['names in the manner of databases', { item_number: 'A', vendor_cost: '1,004.50' }],
	])('are found by %s and read like the fields of a form', (_, json) => {
		const { values, unused } = readColumns(automatic(json), COLUMNS);
		expect([values.text('sku'), values.amount('vendorCost', 'Vendor Cost'), unused]).toEqual(['A', 1004.5, []]);
	});

	it('name what nothing stands for', () => {
		expect(readColumns(automatic({ sku: 'A', shelf: 4, Colour: null }), COLUMNS).unused).toEqual(['shelf', 'Colour']);
	});

	it('leave out what belongs to another field of the node', () => {
		expect(readColumns(automatic({ Product_ID: 4, shelf: 4 }), COLUMNS, ['productId']).unused).toEqual(['shelf']);
	});

	it('give a column to its exact name where two fit, and say which was not used', () => {
		const { taken, unused, conflicts, said } = read({ SKU: 'B', sku: 'A' });
		expect([taken.sku, unused, conflicts]).toEqual(['A', [], []]);
		expect(said).toEqual(['Column “SKU” was not used: “sku” supplies the SKU.']);
	});

	it.each<[string, IDataObject, string]>([
		['its label before another name', { 'Vendor Cost': 1, 'Unit Cost': 2 }, 'Vendor Cost'],
		['another name before one that may mean something else', { Cost: 1, 'Unit Cost': 2 }, 'Unit Cost'],
		['a name that says more before its label', { 'Vendor Cost': 1, 'Net Vendor Cost': 2 }, 'Net Vendor Cost'],
		['its id before a name that says more', { vendorCost: 1, 'Net Vendor Cost': 2 }, 'vendorCost'],
	])('give a column the better name: %s', (_, json, best) => {
		for (const item of [json, Object.fromEntries(Object.entries(json).reverse())]) {
			const { taken, conflicts, said } = read(item);
			expect([taken.vendorCost, conflicts]).toEqual([json[best], []]);
			expect(said).toEqual([expect.stringMatching(new RegExp(`was not used: “${best}” supplies the vendor cost`))]);
		}
	});

	it.each<[string, IDataObject]>([
		['two other names', { 'Unit Cost': 1, 'Cost Price': 2 }],
		['one name written in two ways', { Vendor_Cost: 1, 'vendor cost': 2 }],
	])('refuse %s with different values, naming both', (_, json) => {
		const [one, other] = Object.keys(json) as [string, string];
		expect(read(json).conflicts).toMatchObject([
			{
				field: 'Vendor Cost',
				problem: expect.stringMatching(new RegExp(`“${one}” and “${other}”.*“1” and “2”`)),
				remedy: expect.stringMatching(/\w/),
			},
		]);
	});

	it.each<[string, IDataObject, unknown]>([
		['the same value', { 'Unit Cost': '2.50', 'Cost Price': 2.5 }, '2.50'],
		['an empty one first', { 'Unit Cost': 'NULL', 'Cost Price': 2 }, 2],
		['an empty one last', { 'Unit Cost': 1, 'Cost Price': ' ' }, 1],
	])('take two equal names with %s without a word', (_, json, value) => {
		expect(read(json)).toEqual({ taken: { vendorCost: value }, unused: [], conflicts: [], said: [] });
	});

	it('codes with the same value and other digits are not the same', () => {
		const conflicting = (one: string | number, other: string | number): number =>
			read({ 'Item Number': one, 'Item No': other }).conflicts.length;
		expect([conflicting('007', '7'), conflicting('1E5', '100000'), conflicting('7.0', 7), conflicting(7, '7')]).toEqual(
			[1, 1, 0, 0],
		);
		expect(read({ 'Unit Cost': '007', 'Cost Price': '7' }).conflicts).toEqual([]);
	});

	it('do not refuse what belongs to another field of the node', () => {
		expect(readColumns(automatic({ 'Item Number': 1, Item_No: 2 }), COLUMNS, ['sku']).conflicts).toEqual([]);
	});

	it('give a name to the first of two columns that go by it', () => {
		const twice: Column[] = [...COLUMNS, { id: 'customField:1', label: 'Active', type: 'string' }];
		expect(readColumns(automatic({ Active: 'yes' }), twice).values.raw('active')).toBe('yes');
	});
});

describe('columns mapped by hand', () => {
	it('are taken by their ids, empty ones left out', () => {
		const { values, unused } = readColumns(byHand({ sku: 'A', vendorCost: null, active: '' }), COLUMNS);
		expect([values.raw('sku'), values.raw('vendorCost'), values.raw('active'), unused]).toEqual([
			'A',
			undefined,
			undefined,
			[],
		]);
	});

	it('that are there no more are called by the name they had', () => {
		const schema = [{ id: 'customField:1', displayName: 'Shelf' }];
		expect(readColumns(byHand({ 'customField:1': 4, 'customField:2': 4 }, schema), COLUMNS).unused).toEqual([
			'Shelf',
			'customField:2',
		]);
	});

	it('are none before anything was mapped', () => {
		expect(readColumns(new Fields(() => null, 'UTC'), COLUMNS).unused).toEqual([]);
	});

	it('can be told from those mapped automatically', () => {
		expect([mapsAutomatically(automatic({})), mappedByHand(automatic({ sku: 'A' }))]).toEqual([true, []]);
		expect([mapsAutomatically(byHand({ sku: 'A' })), mappedByHand(byHand({ sku: 'A' }))]).toEqual([false, ['sku']]);
	});
});

describe('the form', () => {
	it('starts with what is required and usual, and has the rest to be added', () => {
		expect(columnsForm(COLUMNS).fields).toMatchObject([
			{ id: 'sku', displayName: 'SKU', required: true, removed: false, canBeUsedToMatch: true, defaultMatch: true },
			{ id: 'vendorCost', required: false, removed: false, canBeUsedToMatch: false },
			{ id: 'active', type: 'boolean', removed: true },
		]);
	});
});

describe('custom fields as columns', () => {
	const define = (fieldId: string, name: string, type: string, more = {}) => ({
		fieldId,
		name,
		type,
		description: null,
		required: false,
		active: true,
		...more,
	});
	const DEFINITIONS = [
		define('1', 'Shelf Life', 'LONG'),
		define('2', 'Fragile', 'BOOLEAN'),
		define('3', 'Old', 'TEXTSHORT', { active: false }),
		define('4', 'Season', 'TEXTSHORT', { required: true }),
	];

	it('have the input that goes with their kind, and are in the form when the account requires them', () => {
		expect(columnsForm(customColumns(DEFINITIONS)).fields).toMatchObject([
			{ id: 'customField:1', displayName: 'Shelf Life', type: 'number', removed: true },
			{ id: 'customField:2', type: 'boolean', removed: true },
			{ id: 'customField:4', type: 'string', removed: false, required: false },
		]);
	});

	it('are sent as the kind of value that they are of, when there is one', () => {
		const { values } = readColumns(
			automatic({ 'shelf life': '30', fragile: 'no', season: ' ' }),
			customColumns(DEFINITIONS),
		);
		expect(readCustomColumns(values, DEFINITIONS)).toEqual([
			{ fieldId: '1', value: 30 },
			{ fieldId: '2', value: false },
		]);
	});

	it('say which of them cannot be read', () => {
		const { values } = readColumns(automatic({ 'Shelf Life': 'long' }), customColumns(DEFINITIONS));
		expect(() => readCustomColumns(values, DEFINITIONS)).toThrow(/Shelf Life/);
	});
});
