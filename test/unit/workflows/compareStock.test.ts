import { compareStock, type StockAction } from '../../../workflows/code/compare-stock';

const MAIN = { warehouseId: '10', name: 'Main', type: 'THIRD_PARTY_LOGISTICS', active: true };
const OWN = { warehouseId: '11', name: 'Own', type: 'DIRECT_FULFILLMENT', active: true };
const CLOSED = { warehouseId: '12', name: 'Old', type: 'THIRD_PARTY_LOGISTICS', active: false };
const SETTINGS = { warehouseMap: '', location: '', differenceThreshold: 0, zeroLimitPercent: 100 };

interface Row {
	sku?: unknown;
	warehouse?: unknown;
	onHand?: unknown;
	location?: unknown;
}

const compared = (stock: Row[], levels: Record<string, number>, settings: object = {}): StockAction[] =>
	compareStock(
		stock.map((row) => ({ warehouse: 'Main', ...row })),
		{
			warehouses: [MAIN, OWN, CLOSED],
			products: ['A', 'B', 'C', 'D', 'NEW'].map((sku) => ({ sku })),
			records: Object.entries(levels).map(([sku, onHand]) => ({ sku, warehouseId: '10', location: 'GLOBAL', onHand })),
		},
		{ ...SETTINGS, ...settings },
	);

const only = (action: StockAction['action'], items: StockAction[]): StockAction[] =>
	items.filter((one) => one.action === action);
const toSet = (...given: Parameters<typeof compared>) =>
	only('set', compared(...given)).map(({ sku, onHand, before }) => [sku, onHand, before]);
const refusal = (row: Row, settings: object = {}) => only('refused', compared([row], { A: 1 }, settings))[0];

describe('the comparison of stock', () => {
	it('sets what differs, and leaves alone what is equal', () => {
		expect(
			toSet(
				[
					{ sku: 'A', onHand: 5 },
					{ sku: 'B', onHand: '7' },
				],
				{ A: 5, B: 6 },
			),
		).toEqual([['B', 7, 6]]);
	});

	it('counts what it found', () => {
		const items = compared([{ sku: 'A', onHand: 5 }, { sku: 'B', onHand: 7 }, { sku: '?' }], { A: 5, B: 6 });
		expect(only('summary', items)).toEqual([{ action: 'summary', inErp: 3, equal: 1, different: 1, refused: 1 }]);
	});

	it('leaves differences up to the threshold alone, but creates a missing record', () => {
		const stock = [
			{ sku: 'A', onHand: 10 },
			{ sku: 'B', onHand: 13 },
			{ sku: 'NEW', onHand: 1 },
		];
		expect(toSet(stock, { A: 8, B: 10 }, { differenceThreshold: 2 })).toEqual([
			['B', 13, 10],
			['NEW', 1, null],
		]);
	});

	it('finds a warehouse by its name in any case, by the map, and by its ID there', () => {
		const stock = [
			{ sku: 'A', onHand: 2, warehouse: 'MAIN' },
			{ sku: 'B', onHand: 2, warehouse: 'WH-1' },
			{ sku: 'C', onHand: 2, warehouse: 'wh-2' },
		];
		expect(toSet(stock, {}, { warehouseMap: 'WH-1=Main; WH-2=10' })).toHaveLength(3);
	});

	it.each([
		['an unknown SKU', { sku: 'X', onHand: 1 }, /no product with the SKU X/],
		['a SKU in another case', { sku: 'a', onHand: 1 }, /no product with the SKU a/],
		['no SKU', { sku: null, onHand: 1 }, /no SKU/],
		['an unknown warehouse', { sku: 'A', onHand: 1, warehouse: 'Nowhere' }, /no warehouse “Nowhere”/],
		['a closed warehouse', { sku: 'A', onHand: 1, warehouse: 'Old' }, /“Old” is closed/],
		['no warehouse', { sku: 'A', onHand: 1, warehouse: '' }, /names no warehouse/],
		['an own warehouse without a location', { sku: 'A', onHand: 1, warehouse: 'Own' }, /keeps its stock in locations/],
		['no quantity', { sku: 'A', onHand: null }, /gives no quantity/],
		['a negative quantity', { sku: 'A', onHand: -3 }, /-3 is below zero/],
		['half a piece', { sku: 'A', onHand: 1.5 }, /1.5 is not a whole number/],
		['a word', { sku: 'A', onHand: 'many' }, /“many” is no number/],
	])('refuses %s, and says what to do', (_, row, reason) => {
		expect(refusal(row)).toMatchObject({
			reason: expect.stringMatching(reason),
			remedy: expect.stringMatching(/\w{3}/),
		});
	});

	it('does not choose between two quantities for the same place', () => {
		const items = compared(
			[
				{ sku: 'A', onHand: 5 },
				{ sku: 'A', onHand: 6 },
			],
			{ A: 1 },
		);
		expect(only('set', items)).toEqual([]);
		expect(only('refused', items).map(({ reason }) => reason)).toEqual([
			'The ERP gives 2 quantities for it: 5, 6.',
			'The ERP gives 2 quantities for it: 5, 6.',
		]);
	});

	it('takes the location of the row before that of the settings', () => {
		const row = { sku: 'A', onHand: 1, warehouse: 'Own' };
		const locationOf = (given: Row) =>
			only('set', compared([given], {}, { location: 'DOCK' })).map(({ location }) => location);
		expect(locationOf(row)).toEqual(['DOCK']);
		expect(locationOf({ ...row, location: 'A-1' })).toEqual(['A-1']);
	});

	it('stops if more than the limit of the stocked SKUs would become zero, and sets nothing', () => {
		const stock = ['A', 'B', 'C', 'D'].map((sku) => ({ sku, onHand: sku < 'C' ? 0 : 9 }));
		const levels = { A: 5, B: 5, C: 5, D: 5 };
		expect(compared(stock, levels, { zeroLimitPercent: 50 })).toHaveLength(5);
		const items = compared(stock, levels, { zeroLimitPercent: 49 });
		expect(items).toEqual([expect.objectContaining({ action: 'stop', emptied: 2, stocked: 4 })]);
		expect(items[0]?.message).toMatch(/2 of 4 SKUs \(50 %\).*limit is 49 %.*A, B\. .*zeroLimitPercent/);
	});

	it('does not take an ERP that gives no rows for one without stock', () => {
		expect(compared([], { A: 5 })).toEqual([expect.objectContaining({ action: 'summary', inErp: 0 })]);
		expect(
			compareStock([{}], { warehouses: [MAIN], products: [], records: [] }, SETTINGS).map(({ action }) => action),
		).toEqual(['summary']);
	});
});
