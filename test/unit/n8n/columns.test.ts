import type { IDataObject } from 'n8n-workflow';
import { type Column, columnsForm, mappedByHand, mapsAutomatically, readColumns } from '../../../nodes/shared/n8n/columns';
import { customColumns, readCustomColumns } from '../../../nodes/shared/n8n/customColumns';
import { Fields } from '../../../nodes/shared/n8n/params';

const COLUMNS: Column[] = [
	{ id: 'sku', label: 'SKU', type: 'string', required: true, matches: true, alsoCalled: ['Item Number'] },
	{ id: 'vendorCost', label: 'Vendor Cost', type: 'number' },
	{ id: 'active', label: 'Active', type: 'boolean', extra: true },
];
const fieldsOf = (columns: IDataObject, json: IDataObject = {}): Fields => new Fields((name) => ({ columns })[name as 'columns'], 'UTC', { item: () => json });
const automatic = (json: IDataObject): Fields => fieldsOf({ mappingMode: 'autoMapInputData', value: null, schema: [] }, json);
const byHand = (value: IDataObject, schema: IDataObject[] = []): Fields => fieldsOf({ mappingMode: 'defineBelow', value, schema });

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

	it('give a column to its exact name where two fit, and name the other', () => {
		const { values, unused } = readColumns(automatic({ SKU: 'B', sku: 'A' }), COLUMNS);
		expect([values.text('sku'), unused]).toEqual(['A', ['SKU']]);
	});

	it('give a name to the first of two columns that go by it', () => {
		const twice: Column[] = [...COLUMNS, { id: 'customField:1', label: 'Active', type: 'string' }];
		expect(readColumns(automatic({ Active: 'yes' }), twice).values.raw('active')).toBe('yes');
	});
});

describe('columns mapped by hand', () => {
	it('are taken by their ids, empty ones left out', () => {
		const { values, unused } = readColumns(byHand({ sku: 'A', vendorCost: null, active: '' }), COLUMNS);
		expect([values.raw('sku'), values.raw('vendorCost'), values.raw('active'), unused]).toEqual(['A', undefined, undefined, []]);
	});

	it('that are there no more are called by the name they had', () => {
		const schema = [{ id: 'customField:1', displayName: 'Shelf' }];
		expect(readColumns(byHand({ 'customField:1': 4, 'customField:2': 4 }, schema), COLUMNS).unused).toEqual(['Shelf', 'customField:2']);
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
	const define = (fieldId: string, name: string, type: string, more = {}) => ({ fieldId, name, type, description: null, required: false, active: true, ...more });
	const DEFINITIONS = [define('1', 'Shelf Life', 'LONG'), define('2', 'Fragile', 'BOOLEAN'), define('3', 'Old', 'TEXTSHORT', { active: false }), define('4', 'Season', 'TEXTSHORT', { required: true })];

	it('have the input that goes with their kind, and are in the form when the account requires them', () => {
		expect(columnsForm(customColumns(DEFINITIONS)).fields).toMatchObject([
			{ id: 'customField:1', displayName: 'Shelf Life', type: 'number', removed: true },
			{ id: 'customField:2', type: 'boolean', removed: true },
			{ id: 'customField:4', type: 'string', removed: false, required: false },
		]);
	});

	it('are sent as the kind of value that they are of, when there is one', () => {
		const { values } = readColumns(automatic({ 'shelf life': '30', fragile: 'no', season: ' ' }), customColumns(DEFINITIONS));
		expect(readCustomColumns(values, DEFINITIONS)).toEqual([{ fieldId: '1', value: 30 }, { fieldId: '2', value: false }]);
	});

	it('say which of them cannot be read', () => {
		const { values } = readColumns(automatic({ 'Shelf Life': 'long' }), customColumns(DEFINITIONS));
		expect(() => readCustomColumns(values, DEFINITIONS)).toThrow(/Shelf Life/);
	});
});
