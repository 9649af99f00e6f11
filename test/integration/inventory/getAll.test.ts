import type { IDataObject } from 'n8n-workflow';
import { NEWEST, type RunResult } from '../../engine';
import { CONTRACTS, type Contract } from '../../support/credentials';
import { byId, COLUMBUS, RENO } from '../../support/parameters';
import { column, jsons, sortedColumn } from '../../support/results';
import { useStage } from '../../support/stage';

const STOCK = [
	{ sku: 'MUG', warehouseId: 5101, onHand: 30, location: 'A-01', locked: 4 },
	{ sku: 'MUG', warehouseId: 5101, onHand: 6, location: 'A-02' },
	{ sku: 'MUG', warehouseId: 5102, onHand: 12 },
	{ sku: 'MUG-XL', warehouseId: 5102, onHand: 5 },
];

describe.each(NEWEST)('Get many stock levels, n8n line %s', (line) => {
	const stage = useStage(line);
	beforeEach(() => void stage.control.seed({ stock: STOCK }));

	describe.each(CONTRACTS)('%s contract', (contract: Contract) => {
		const read = async (parameters: IDataObject, items?: IDataObject[]): Promise<RunResult> =>
			await stage.stock('getAll', { returnAll: true, ...parameters }, { contract, items });

		it('adds up all warehouses in one row for each SKU', async () => {
			const result = await read({ filters: { skus: 'MUG' } });
			expect(jsons(result)).toMatchObject([{ sku: 'MUG', onHand: 48, available: 44, allocated: 0 }]);
		});

		it('gives a row for each SKU and warehouse', async () => {
			const result = await read({ detail: 'warehouse', filters: { skus: 'MUG' } });
			expect(jsons(result)).toMatchObject([
				{ sku: 'MUG', warehouseId: RENO, warehouseName: 'Reno In-House', onHand: 36, available: 32 },
				{ sku: 'MUG', warehouseId: COLUMBUS, warehouseName: 'Columbus 3PL', onHand: 12, available: 12 },
			]);
		});

		it('gives the stock of one warehouse', async () => {
			const result = await read({ filters: { warehouse: byId(COLUMBUS) } });
			expect(sortedColumn(result, 'sku')).toEqual(['MUG', 'MUG-BLU-12', 'MUG-XL', 'POT-CMP-2L']);
			expect(new Set(column(result, 'warehouseId'))).toEqual(new Set([COLUMBUS]));
		});

		it('takes whole SKUs, in capitals or not, and not their beginnings', async () => {
			expect(sortedColumn(await read({ filters: { skus: 'mug' } }), 'sku')).toEqual(['MUG']);
			expect(sortedColumn(await read({ filters: { skus: 'MU' } }), 'sku')).toEqual([]);
			expect(sortedColumn(await read({ filters: { skus: 'MUG-XL, MUG,\nPOT-CMP-2L, MUG' } }), 'sku')).toEqual([
				'MUG',
				'MUG-XL',
				'POT-CMP-2L',
			]);
		});

		it('finds SKUs with any sign in them', async () => {
			const sku = 'A/B & C#1+2?%20';
			stage.control.seed({ products: [{ sku }], stock: [{ sku, warehouseId: 5102, onHand: 3 }] });
			expect(jsons(await read({ filters: { skus: sku } }))).toMatchObject([{ sku, onHand: 3 }]);
		});

		it('reads all pages, and gives each row once', async () => {
			const products = Array.from({ length: 130 }, (_, at) => ({ sku: `BULK-${at}` }));
			stage.control.seed({ products, stock: products.map(({ sku }) => ({ sku, warehouseId: 5102, onHand: 1 })) });
			const result = await read({ options: { pageSize: 50 } });
			expect(result.items).toHaveLength(135);
			expect(new Set(column(result, 'sku')).size).toBe(135);
		});

		it('gives at most the limit', async () => {
			const result = await read({ returnAll: false, limit: 2 });
			expect(result.items).toHaveLength(2);
		});

		it('reads for every item and links the rows to it', async () => {
			const result = await read({ filters: { skus: '={{ $json.sku }}' } }, [
				{ sku: 'MUG-XL' },
				{ sku: 'NONE' },
				{ sku: 'MUG' },
			]);
			expect(column(result, 'onHand')).toEqual([5, 48]);
			expect(result.pairs).toEqual([[0], [2]]);
		});

		it("gives the service's own objects with Output on Raw", async () => {
			const result = await read({
				output: 'raw',
				detail: 'warehouse',
				filters: { skus: 'MUG-XL', warehouse: byId(COLUMBUS) },
			});
			const own = {
				live: { product: { masterSku: 'MUG-XL' }, onHandQuantity: 5, inTransitQuantity: 0 },
				guide: { sku: 'MUG-XL', warehouse_id: 5102, warehouse_name: 'Columbus 3PL', on_hand: 5 },
			};
			expect(jsons(result)).toMatchObject([own[contract]]);
		});
	});

	it('knows product, locked and expected pieces (live API)', async () => {
		const result = await stage.stock('getAll', { filters: { skus: 'MUG' } });
		expect(jsons(result)).toMatchObject([
			{ productId: expect.stringMatching(/^\d+$/), productName: 'Mug', locked: 4, inTransit: 0 },
		]);
	});

	it('says which warehouse is unknown (live API)', async () => {
		const { error } = await stage.stock('getAll', { filters: { warehouse: byId(9999) } });
		expect(error).toMatchObject({
			message: expect.stringMatching(/Warehouse.*9999/),
			description: expect.stringMatching(/list/),
		});
	});

	it('reads many SKUs with few calls (live API)', async () => {
		const products = Array.from({ length: 60 }, (_, at) => ({ sku: `BULK-${String(at).padStart(3, '0')}` }));
		stage.control.seed({ products, stock: products.map(({ sku }) => ({ sku, warehouseId: 5102, onHand: 1 })) });
		const skus = products.map(({ sku }) => sku).join(',');
		const result = await stage.stock('getAll', { returnAll: true, filters: { skus } });
		expect(result.items).toHaveLength(60);
		expect(stage.control.requests().total).toBeLessThanOrEqual(4);
	});
});
