import type { IDataObject } from 'n8n-workflow';
import { NEWEST, type RunResult } from '../../engine';
import { byId, COLUMBUS, RENO } from '../../support/parameters';
import { column, failures, jsons, sortedColumn } from '../../support/results';
import { selected } from '../../support/selected';
import { useStage } from '../../support/stage';
import { expectPages } from '../../support/pages';

const LIST = 'GET /v1/inventory';
const SIMPLE = [
	'sku',
	'productName',
	'location',
	'onHand',
	'available',
	'allocated',
	'locked',
	'minStock',
	'active',
	'warehouseId',
	'recordId',
	'productId',
];

describe.each(NEWEST)('Get many stock records, n8n line %s', (line) => {
	const stage = useStage(line);
	const read = async (filters: IDataObject = {}, more: IDataObject = {}, settings: object = {}): Promise<RunResult> =>
		await stage.stock('getAll', { resource: 'stockRecord', returnAll: true, filters, ...more }, settings);

	beforeEach(() => {
		stage.control.clock({ now: '2026-03-05T09:00:00Z' });
		stage.control.seed({
			stock: [
				{ sku: 'MUG', warehouseId: 5101, onHand: 30, location: 'A-01', locked: 4, minStock: 3 },
				{ sku: 'MUG', warehouseId: 5102, onHand: 12 },
				{ sku: 'MUG-XL', warehouseId: 5102, onHand: 5 },
			],
		});
	});

	it('gives a row for each location, with all that is known of it', async () => {
		const result = await read({ skus: 'MUG' }, selected('locationId', 'drawRank', 'pickable', 'receivable', ...SIMPLE));
		expect(jsons(result)).toEqual([
			{
				recordId: expect.stringMatching(/^\d+$/),
				sku: 'MUG',
				productId: expect.stringMatching(/^\d+$/),
				productName: 'Mug',
				warehouseId: RENO,
				locationId: expect.stringMatching(/^\d+$/),
				location: 'A-01',
				onHand: 30,
				available: 26,
				allocated: 0,
				locked: 4,
				minStock: 3,
				drawRank: 1,
				pickable: true,
				receivable: true,
				active: true,
			},
			expect.objectContaining({ sku: 'MUG', warehouseId: COLUMBUS, location: 'GLOBAL', onHand: 12 }),
		]);
	});

	it('takes whole SKUs, in capitals or not, and not their beginnings', async () => {
		expect(column(await read({ skus: 'mug, MUG-XL' }), 'sku')).toEqual(['MUG', 'MUG', 'MUG-XL']);
		expect((await read({ skus: 'MU' })).items).toEqual([]);
	});

	it('gives each record once, however many SKUs begin alike', async () => {
		const products = Array.from({ length: 150 }, (_, at) => ({ sku: `B${'X'.repeat(at % 15)}${at}` }));
		stage.control.seed({
			products: [{ sku: 'B' }, ...products],
			stock: [{ sku: 'B' }, ...products].map(({ sku }) => ({ sku, warehouseId: 5102, onHand: 1 })),
		});
		const skus = ['B', ...products.map(({ sku }) => sku)];
		const result = await read({ skus: skus.join(',') });
		expect(sortedColumn(result, 'sku')).toEqual([...skus].sort());
	});

	it('finds SKUs with any sign in them, commas too', async () => {
		const skus = ['A/B & C#1+2?%20', 'CUP, RED'];
		stage.control.seed({
			products: skus.map((sku) => ({ sku })),
			stock: skus.map((sku) => ({ sku, warehouseId: 5102, onHand: 3 })),
		});
		expect(column(await read({ skus: '={{ $json.skus }}' }, {}, { items: [{ skus }] }), 'sku')).toEqual(skus);
	});

	it('filters by warehouse, location and date of creation', async () => {
		expect(sortedColumn(await read({ warehouse: byId(RENO) }), 'location')).toEqual(['A-01', 'A-04-2', 'B-01-1']);
		expect(column(await read({ location: 'A-01' }), 'sku')).toEqual(['MUG']);
		expect(column(await read({ createdFrom: '2026-03-05T00:00:00Z' }), 'sku')).toEqual(['MUG', 'MUG', 'MUG-XL']);
		expect((await read({ createdFrom: '2026-03-06', createdTo: '2026-03-07' })).items).toEqual([]);
	});

	it('leaves the items of bundles to the service unless told', async () => {
		await read();
		await read({ includeBundledItems: false });
		expect(stage.queries('GET', '/v1/inventory').map((query) => query.get('includeBundledItems'))).toEqual([
			null,
			'false',
		]);
	});

	it('reads all pages, gives each row once, and stops at the limit', async () => {
		const products = Array.from({ length: 130 }, (_, at) => ({ sku: `BULK-${at}` }));
		stage.control.seed({ products, stock: products.map(({ sku }) => ({ sku, warehouseId: 5102, onHand: 1 })) });
		const result = await read({}, { options: { pageSize: 50 } });
		expect(new Set(column(result, 'recordId')).size).toBe(137);
		expect(result.items).toHaveLength(137);
		expectPages(stage.calls(LIST), 3);
		expect((await read({}, { returnAll: false, limit: 7 })).items).toHaveLength(7);
	});

	it('reads for every item and links the rows to it; a bad filter fails its item alone', async () => {
		const items = [
			{ sku: 'MUG-XL', since: '' },
			{ sku: 'MUG', since: 'lately' },
			{ sku: 'MUG', since: '' },
		];
		const result = await read(
			{ skus: '={{ $json.sku }}', createdFrom: '={{ $json.since }}' },
			{},
			{ items, onError: 'continueErrorOutput' },
		);
		expect(result.pairs).toEqual([[0], [2], [2]]);
		expect(failures(result)).toMatchObject([{ error: expect.stringMatching(/Created After.*lately/) }]);
	});

	it("gives the service's own objects with Output on Raw", async () => {
		const result = await read({ skus: 'MUG-XL' }, { output: 'raw' });
		expect(jsons(result)).toMatchObject([
			{
				product: { masterSku: 'MUG-XL' },
				stockLocation: { location: 'GLOBAL', warehouseId: 5102 },
				warehouseStockTotals: {},
			},
		]);
	});
});
