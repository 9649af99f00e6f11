import { InputProblem } from '../../../../nodes/shared/domain/inputProblem';
import type { StockFilter } from '../../../../nodes/shared/domain/stock/stock';
import { usePlace } from '../../../support/place';
import { COLUMBUS, RENO, listed, numbers } from '../../../support/samples';

describe('reading stock (live)', () => {
	const place = usePlace();
	beforeEach(() => {
		place.control.seed({
			stock: [
				{ sku: 'MUG', warehouseId: 5101, onHand: 10, location: 'A-1', locked: 1 },
				{ sku: 'MUG', warehouseId: 5101, onHand: 5, location: 'A-2' },
				{ sku: 'MUG', warehouseId: 5102, onHand: 7 },
				{ sku: 'MUG-XL', warehouseId: 5102, onHand: 3 },
			],
		});
	});
	const list = (filter: StockFilter) => listed(place.manager().stock.list(filter, {}));
	const rows = async (filter: StockFilter) =>
		(await list(filter)).map(({ sku, warehouseId, onHand }) => [sku, warehouseId, onHand]);

	it('gives a row per product with the sum of all warehouses', async () => {
		expect(await list({ skus: ['MUG'], perWarehouse: false })).toEqual([
			expect.objectContaining({
				sku: 'MUG',
				productName: 'Mug',
				warehouseId: null,
				warehouseName: null,
				onHand: 22,
				available: 21,
				locked: 1,
				allocated: 0,
			}),
		]);
	});

	it('gives a row per product and warehouse when asked to', async () => {
		expect(await rows({ skus: ['MUG', 'MUG-XL'], perWarehouse: true })).toEqual([
			['MUG', RENO, 15],
			['MUG', COLUMBUS, 7],
			['MUG-XL', COLUMBUS, 3],
		]);
	});

	it('names the warehouse', async () => {
		expect(await list({ skus: ['MUG'], warehouseId: RENO, perWarehouse: false })).toEqual([
			expect.objectContaining({ warehouseId: RENO, warehouseName: 'Reno In-House', onHand: 15 }),
		]);
	});

	it('gives every product that has stock when no SKU is named', async () => {
		const skus = (await list({ perWarehouse: false })).map(({ sku }) => sku);
		expect(skus).toEqual(expect.arrayContaining(['MUG', 'MUG-XL', 'MUG-BLU-12', 'POT-CMP-2L', 'SHIRT-M']));
	});

	it('is not misled by SKUs that begin alike', async () => {
		expect(await rows({ skus: ['MUG'], perWarehouse: false })).toEqual([['MUG', null, 22]]);
		expect(await rows({ skus: ['MU'], perWarehouse: false })).toEqual([]);
	});

	it('does not mind the case of a SKU', async () => {
		expect(await rows({ skus: ['mug-xl'], perWarehouse: false })).toEqual([['MUG-XL', null, 3]]);
	});

	it('leaves out warehouses that are not active', async () => {
		place.control.seed({ warehouses: [{ name: 'Old', active: false, warehouseId: 5999 }] });
		await list({ skus: ['MUG'], perWarehouse: true });
		expect(place.control.requests().log.filter(({ query }) => query.includes('5999'))).toEqual([]);
	});

	it('says that a warehouse is not there', async () => {
		await expect(list({ warehouseId: '999', perWarehouse: false })).rejects.toThrow(InputProblem);
	});

	it('gives each of many SKUs once, also when some begin like others', async () => {
		const skus = numbers(120).map((number) => `K-${number}`);
		place.control.seed({
			products: skus.map((sku) => ({ sku })),
			stock: skus.map((sku, at) => ({ sku, warehouseId: 5102, onHand: at })),
		});
		const levels = await rows({ skus, perWarehouse: false });
		expect(levels.map(([sku]) => sku).sort()).toEqual([...skus].sort());
		expect(new Map(levels.map(([sku, , onHand]) => [sku, onHand])).get('K-101')).toBe(100);
	});

	it('gives all of a long list under trouble on every third call', async () => {
		const skus = numbers(450).map((number) => `K-${number}`);
		place.control.seed({
			products: skus.map((sku) => ({ sku })),
			stock: skus.map((sku) => ({ sku, warehouseId: 5103, onHand: 1 })),
		});
		place.control.faults([{ kind: 'any', every: 3 }]);
		const levels = await list({ warehouseId: '5103', perWarehouse: true });
		expect(new Set(levels.map(({ sku }) => sku))).toEqual(new Set(skus));
		expect(levels).toHaveLength(450);
		expect(place.struck).toBeGreaterThan(0);
	});
});

describe('the places of the live API', () => {
	const place = usePlace();

	it('are its warehouses', async () => {
		const warehouses = (await place.manager().warehouses.list()).map(({ value }) => value);
		expect(warehouses).toContainEqual(
			expect.objectContaining({
				warehouseId: COLUMBUS,
				name: 'Columbus 3PL',
				type: 'THIRD_PARTY_LOGISTICS',
				active: true,
			}),
		);
	});

	it('and its sales channels', async () => {
		const channels = (await place.manager().salesChannels?.list())?.map(({ value }) => value);
		expect(channels).toEqual(
			expect.arrayContaining([
				expect.objectContaining({ salesChannelId: '1207', name: 'Northwind Direct', type: 'CUSTOM', active: true }),
				expect.objectContaining({ salesChannelId: '1210', name: 'Northwind Shopify', type: 'SHOPIFY', active: true }),
			]),
		);
	});
});
