import type { IDataObject } from 'n8n-workflow';
import { LINES, NEWEST } from '../../engine';
import type { Contract } from '../../support/credentials';
import { defineFields } from '../../support/orderActions';
import { byId, byNumber, COLUMBUS, DIRECT, newLevel } from '../../support/parameters';
import { bySku, MUG } from '../../support/products';
import { column, jsons } from '../../support/results';
import { schemaFields } from '../../support/schemas';
import { selected } from '../../support/selected';
import { numbered } from '../../support/shipments';
import { type NodeName, useStage } from '../../support/stage';

const order = { order: numbered('NW-10046') };
const BOTH = ['live', 'guide'] as const;

interface Read {
	what: string;
	node: NodeName;
	operation: string;
	parameters?: IDataObject;
	contracts?: readonly Contract[];
	/** The columns under the live contract, and those that the guide's has nothing for. */
	columns: string;
	without?: string;
	/** Columns that may be empty in a single row, though the mode has them. */
	empty?: string;
}

const ORDER = {
	columns: 'orderNumber status orderDate channel recipient city country total currency tracking lineCount orderId',
	without: 'channel total tracking',
	empty: 'tracking',
};
const LINE = {
	columns: 'orderNumber sku name quantity unitPrice currency status orderDate channel recipient lineId orderId',
	without: 'name channel lineId',
	empty: 'name',
};
const PRODUCT = {
	columns: 'sku name type active brand upc weight vendorCost mapPrice currency updatedAt productId',
	without: 'type vendorCost mapPrice currency',
};
const WAREHOUSE = {
	columns: 'name type active city state country timeZone contactEmail contactPhone warehouseId',
	without: 'type city state country timeZone contactEmail contactPhone',
};
const PARCEL = {
	columns:
		'orderNumber trackingNumber carrier deliveryStatus shipDate receivedAt cost currency type warehouseId orderId shipmentId',
	without: 'deliveryStatus receivedAt cost currency type warehouseId',
	empty: 'receivedAt',
};
const MARKS = { contracts: ['live'] as const, columns: 'orderNumber orderId labelNames labelIds' };

const READS: Read[] = [
	{
		what: 'an order',
		node: 'extensivOrders',
		operation: 'get',
		parameters: byNumber({ orderNumber: 'NW-10046' }),
		...ORDER,
	},
	{ what: 'orders', node: 'extensivOrders', operation: 'getAll', ...ORDER },
	{
		what: 'orders, one item per line',
		node: 'extensivOrders',
		operation: 'getAll',
		parameters: { oneItemPerLine: true },
		...LINE,
	},
	{
		what: 'an order, one item per line',
		node: 'extensivOrders',
		operation: 'get',
		parameters: byNumber({ orderNumber: 'NW-10046', oneItemPerLine: true }),
		...LINE,
	},
	{
		what: 'a product',
		node: 'extensivProducts',
		operation: 'get',
		parameters: { product: bySku(MUG.sku) },
		...PRODUCT,
	},
	{
		what: 'products',
		node: 'extensivProducts',
		operation: 'getAll',
		parameters: { filters: { skus: MUG.sku } },
		...PRODUCT,
	},
	{
		what: 'stock of each SKU',
		node: 'extensivInventory',
		operation: 'getAll',
		columns: 'sku productName onHand available allocated locked inTransit productId',
		without: 'productName locked inTransit productId',
	},
	{
		what: 'stock of each SKU and warehouse',
		node: 'extensivInventory',
		operation: 'getAll',
		parameters: { detail: 'warehouse' },
		columns: 'sku productName warehouseName onHand available allocated locked inTransit warehouseId productId',
		without: 'productName locked inTransit productId',
	},
	{
		what: 'stock of one warehouse',
		node: 'extensivInventory',
		operation: 'getAll',
		parameters: { filters: { warehouse: byId(COLUMBUS) } },
		columns: 'sku productName warehouseName onHand available allocated locked inTransit warehouseId productId',
		without: 'productName locked inTransit productId',
	},
	{
		what: 'stock changes',
		node: 'extensivInventory',
		operation: 'getChanges',
		parameters: { salesChannel: byId(DIRECT) },
		contracts: ['live'],
		columns: 'sku productName available productId',
	},
	{
		what: 'stock changes of each warehouse',
		node: 'extensivInventory',
		operation: 'getChanges',
		parameters: { salesChannel: byId(DIRECT), detail: 'warehouse' },
		contracts: ['live'],
		columns: 'sku productName available warehouseId productId',
	},
	{
		what: 'stock records',
		node: 'extensivInventory',
		operation: 'getAll',
		parameters: { resource: 'stockRecord' },
		contracts: ['live'],
		columns:
			'sku productName location onHand available allocated locked minStock active warehouseId recordId productId',
	},
	{
		what: 'parcels',
		node: 'extensivShipments',
		operation: 'getAll',
		parameters: { from: '2025-03-01', to: '2025-03-07' },
		...PARCEL,
	},
	{
		what: 'the parcels of an order',
		node: 'extensivShipments',
		operation: 'getByOrder',
		parameters: { order: numbered('NW-10045') },
		columns: 'orderNumber status shipmentCount tracking carriers lastShipDate deliveryStatuses orderId',
		without: 'deliveryStatuses',
	},
	{
		what: 'the parcels of an order, one item each',
		node: 'extensivShipments',
		operation: 'getByOrder',
		parameters: { order: numbered('NW-10045'), oneItemPerShipment: true },
		...PARCEL,
	},
	{
		what: 'the shipped lines of an order, one item each',
		node: 'extensivShipments',
		operation: 'getByOrder',
		parameters: { order: numbered('NW-10045'), oneItemPerShippedLine: true },
		contracts: ['live'],
		columns: 'orderNumber trackingNumber sku quantity carrier shipDate status orderId shipmentId',
	},
	{
		what: 'a warehouse',
		node: 'extensivWarehouses',
		operation: 'get',
		parameters: { warehouse: byId(5101) },
		...WAREHOUSE,
	},
	{ what: 'warehouses', node: 'extensivWarehouses', operation: 'getAll', ...WAREHOUSE, empty: 'state' },
	{
		what: 'sales channels',
		node: 'extensivWarehouses',
		operation: 'getAll',
		parameters: { resource: 'salesChannel' },
		contracts: ['live'],
		columns: 'salesChannelId name type active companyName phoneNumber',
	},
	{
		what: 'the company',
		node: 'extensivWarehouses',
		operation: 'getCompany',
		parameters: { resource: 'account' },
		contracts: ['live'],
		columns: 'name status country city contactName contactEmail contactPhone companyId',
	},
	{
		what: 'listings',
		node: 'extensivProducts',
		operation: 'getAll',
		parameters: { resource: 'listing' },
		contracts: ['live'],
		columns: 'listingSku sku salesChannelId active pushInventory fnSku createdAt updatedAt productId listingId',
		empty: 'fnSku',
	},
	{
		what: 'labels of an order',
		node: 'extensivOrders',
		operation: 'get',
		parameters: { resource: 'orderLabel', ...order },
		...MARKS,
	},
	{
		what: 'custom fields of a product',
		node: 'extensivProducts',
		operation: 'get',
		parameters: { resource: 'productCustomField', product: bySku(MUG.sku) },
		contracts: ['live'],
		columns: 'sku productId values',
	},
	{
		what: 'custom fields of a product, one item each',
		node: 'extensivProducts',
		operation: 'get',
		parameters: { resource: 'productCustomField', product: bySku(MUG.sku), oneItemPerField: true },
		contracts: ['live'],
		columns: 'sku productId name value type fieldId',
	},
	{
		what: 'what the service would say to a change',
		node: 'extensivOrders',
		operation: 'validate',
		parameters: { ...order, updateFields: { city: 'Troy' } },
		contracts: ['live'],
		columns: 'orderNumber valid findingCount remarks orderId',
		empty: 'orderNumber remarks',
	},
	...(['carrier', 'service', 'packageType', 'provider'] as const).map((kind): Read => {
		const columns = {
			carrier: 'name code id kind',
			service: 'name code carrier active international id kind',
			packageType: 'name code carrier active international id kind',
			provider: 'name code active id kind',
		};
		return {
			what: `the ${kind} list`,
			node: 'extensivShipments',
			operation: 'getAll',
			parameters: { resource: 'carrier', kind },
			contracts: ['live'],
			columns: columns[kind],
		};
	}),
];
const CASES = READS.flatMap((read) => (read.contracts ?? BOTH).map((contract) => ({ ...read, contract })));

describe.each(NEWEST)('A simplified row, n8n line %s', (line) => {
	const stage = useStage(line);

	it.each(CASES)(
		'of $what: a dozen flat columns at most, none of them empty ($contract contract)',
		async ({ node, operation, parameters, contract, columns, without = '', empty = '' }) => {
			const rows = jsons(await stage.run(node, operation, parameters ?? {}, { contract }));
			const missing = contract === 'guide' ? without.split(' ') : [];
			const expected = columns.split(' ').filter((name) => !missing.includes(name));
			expect(rows).not.toEqual([]);
			expect(expected.length).toBeLessThanOrEqual(12);
			for (const row of rows) {
				expect(Object.keys(row)).toEqual(expected);
				for (const value of Object.values(row)) expect(typeof value === 'object' && value !== null).toBe(false);
			}
			const filled = expected.filter((name) => rows.some((row) => row[name] !== null));
			expect(filled).toEqual(expected.filter((name) => filled.includes(name) || !empty.split(' ').includes(name)));
		},
	);
});

/** Reads whose form is as it begins; the others have columns of their own. */
const OTHERS = ['oneItemPerLine', 'oneItemPerShipment', 'oneItemPerShippedLine', 'oneItemPerField', 'detail', 'kind'];
const PLAIN = READS.filter(
	({ parameters = {} }) =>
		!OTHERS.some((name) => name in parameters) && !('warehouse' in ((parameters.filters ?? {}) as object)),
);
const RESOURCES: Partial<Record<NodeName, string>> = {
	extensivOrders: 'order',
	extensivProducts: 'product',
	extensivInventory: 'stockLevel',
	extensivShipments: 'shipment',
	extensivWarehouses: 'warehouse',
};

describe('The output that the editor shows before anything was run', () => {
	it.each(PLAIN)('has the columns of $what', ({ node, operation, parameters = {}, columns }) => {
		expect(schemaFields(`E${node.slice(1)}`, String(parameters.resource ?? RESOURCES[node]), operation)).toEqual(
			columns.split(' '),
		);
	});
});

describe.each(NEWEST)('What comes out, n8n line %s', (line) => {
	const stage = useStage(line);
	const get = async (parameters: IDataObject): Promise<IDataObject[]> =>
		jsons(await stage.orders('get', byNumber({ orderNumber: 'NW-10046', ...parameters })));

	it("is the service's own object on Raw", async () => {
		expect(await get({ output: 'raw' })).toEqual([stage.order('NW-10046')]);
	});

	it('is what is selected, in that order, lists and objects too', async () => {
		const [json] = await get(selected('total', 'shipTo', 'channel', 'lines'));
		expect(Object.keys(json ?? {})).toEqual(['total', 'shipTo', 'channel', 'lines']);
		expect(json).toMatchObject({
			shipTo: { city: 'Albany' },
			channel: 'Northwind Direct',
			lines: [{ quantity: 2 }, { quantity: 1 }],
		});
	});

	it('is refused where nothing is selected, before anything is sent', async () => {
		const { error } = await stage.orders('get', byNumber({ orderNumber: 'NW-10046', output: 'fields', fields: [] }));
		expect(error).toMatchObject({
			message: expect.stringMatching(/Fields: No field is selected/),
			description: expect.stringMatching(/Simplified/),
		});
		expect(stage.control.requests().total).toBe(0);
	});

	it('is an item for each line, which says of which order it is', async () => {
		const lines = await get({ oneItemPerLine: true });
		expect(lines).toMatchObject([
			{ orderNumber: 'NW-10046', sku: 'NW-MUG-BLU', quantity: 2, unitPrice: 14.5, recipient: 'Jordan Sample' },
			{ orderNumber: 'NW-10046', sku: 'NW-POT-2L', quantity: 1, unitPrice: 29 },
		]);
	});

	it('is an item for each line with what is selected of it and of its order', async () => {
		const rows = await get({
			output: 'fields',
			oneItemPerLine: true,
			partFields: ['lineNumber', 'sku', 'tax', 'total', 'shipTo'],
		});
		expect(rows).toMatchObject([
			{ lineNumber: 1, sku: 'NW-MUG-BLU', tax: 1.16, total: expect.any(Number), shipTo: { city: 'Albany' } },
			{ lineNumber: 2, sku: 'NW-POT-2L', tax: 2.08 },
		]);
	});

	it('is linked to its item, however many lines an order has, and the limit counts orders', async () => {
		const { pairs } = await stage.orders('get', byNumber({ oneItemPerLine: true }), {
			items: [{ no: 'NW-10047' }, { no: 'NW-10046' }],
		});
		expect(pairs.filter(([item]) => item === 1)).toHaveLength(2);
		const two = await stage.orders('getAll', { limit: 2, oneItemPerLine: true });
		expect(new Set(column(two, 'orderNumber')).size).toBe(2);
	});

	it('is one item for an order without lines, so that none is lost', async () => {
		stage.control.seed({ orders: [{ orderNumber: 'EMPTY', items: [] }] });
		const result = await stage.orders('getAll', { oneItemPerLine: true, filters: { orderNumbers: 'EMPTY' } });
		expect(jsons(result)).toMatchObject([{ orderNumber: 'EMPTY', sku: null, quantity: null }]);
	});

	it('names what was set, and the warehouse that was chosen from the list', async () => {
		const warehouse = { __rl: true, mode: 'list', value: COLUMBUS, cachedResultName: 'Columbus 3PL (5102)' };
		const result = await stage.stock('set', newLevel({ warehouse }), { items: [{ sku: 'POT-CMP-2L', onHand: 3 }] });
		expect(jsons(result)).toEqual([
			{
				outcome: 'set',
				sku: 'POT-CMP-2L',
				onHand: 3,
				available: expect.any(Number),
				warehouseName: 'Columbus 3PL',
				warehouseId: COLUMBUS,
			},
		]);
	});

	it('puts all values of custom fields into one cell, or each into an item', async () => {
		await defineFields(stage, 'Route', 'Season');
		const fields = [
			['Route', 'North'],
			['Season', 'Winter'],
		].map(([field, value]) => ({ field, value }));
		const code = { resource: 'orderCustomField', ...order };
		expect(jsons(await stage.orders('set', { ...code, customFields: { field: fields } }))).toMatchObject([
			{ orderNumber: 'NW-10046', values: 'Route: North, Season: Winter' },
		]);
		expect(jsons(await stage.orders('get', { ...code, oneItemPerField: true }))).toMatchObject([
			{ name: 'Route', value: 'North' },
			{ name: 'Season', value: 'Winter' },
		]);
	});
});

describe.each(LINES)('A workflow that was saved with Simplify off, n8n line %s', (line) => {
	const stage = useStage(line);

	it('still gives raw data', async () => {
		expect(jsons(await stage.orders('get', byNumber({ orderNumber: 'NW-10046', simplify: false })))).toEqual([
			stage.order('NW-10046'),
		]);
		expect(jsons(await stage.stock('getAll', { simplify: false, filters: { skus: MUG.sku } }))).toMatchObject([
			{ product: { masterSku: MUG.sku } },
		]);
	});
});
