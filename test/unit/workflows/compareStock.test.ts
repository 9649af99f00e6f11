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

	it('does not give a warehouse without locations the location of the settings', () => {
		const items = compared([{ sku: 'A', onHand: 5 }], { A: 4 }, { location: 'DOCK' });
		expect(only('set', items)).toMatchObject([{ location: '', before: 4, difference: 1 }]);
		expect(only('set', compared([{ sku: 'A', onHand: 5, location: 'BIN-1' }], { A: 4 }))).toMatchObject([
			{ location: '', before: 4 },
		]);
	});

	it('does not choose between two warehouses of the ERP that are one in Extensiv', () => {
		const stock = [
			{ sku: 'A', onHand: 5, warehouse: 'East' },
			{ sku: 'A', onHand: 6, warehouse: 'West' },
			{ sku: 'B', onHand: 1, warehouse: 'East' },
		];
		const items = compared(stock, { A: 1 }, { warehouseMap: 'East=Main; West=10' });
		expect(only('set', items).map(({ sku }) => sku)).toEqual(['B']);
		expect(only('refused', items)).toMatchObject([
			{
				warehouse: 'East',
				reason: 'The ERP gives 2 quantities for it: 5 (East), 6 (West).',
				remedy: expect.stringContaining('East and West are the same warehouse'),
			},
			{ warehouse: 'West' },
		]);
	});

	it('does not choose between two rows whose SKUs differ only in case', () => {
		const stock = [
			{ sku: 'A', onHand: 5 },
			{ sku: 'a', onHand: 6 },
		];
		expect(compared(stock, { A: 1 }).map(({ action }) => action)).toEqual(['refused', 'refused', 'summary']);
	});

	it('finds a SKU in another case, as the nodes do, and sets it as Extensiv has it', () => {
		expect(toSet([{ sku: 'a', onHand: 5 }], { A: 1 })).toEqual([['A', 5, 1]]);
	});

	it('does not choose between two SKUs of Extensiv that differ only in case, but takes the exact one', () => {
		const products = ['mug', 'MUG'].map((sku) => ({ sku }));
		const of = (sku: string) =>
			compareStock([{ sku, warehouse: 'Main', onHand: 1 }], { warehouses: [MAIN], products, records: [] }, SETTINGS)[0];
		expect(of('mug')).toMatchObject({ action: 'set', sku: 'mug' });
		expect(of('Mug')).toMatchObject({ action: 'refused', reason: expect.stringContaining('2 products') });
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

	it('stops for levels at another location than that where the warehouse has its stock', () => {
		const items = compareStock(
			['A', 'B'].map((sku) => ({ sku, warehouse: 'Own', onHand: 0 })),
			{
				warehouses: [OWN],
				products: ['A', 'B'].map((sku) => ({ sku })),
				records: ['A', 'B'].map((sku) => ({ sku, warehouseId: '11', location: 'A-1', onHand: 5 })),
			},
			{ ...SETTINGS, location: 'DOCK', zeroLimitPercent: 20 },
		);
		expect(items).toMatchObject([{ action: 'stop', emptied: 2, stocked: 2 }]);
	});

	it.each([undefined, null, '', 'twenty'])('fails with the name of the setting if zeroLimitPercent is %p', (limit) => {
		expect(() => compared([{ sku: 'A', onHand: 0 }], { A: 5 }, { zeroLimitPercent: limit })).toThrow(
			/no number under zeroLimitPercent\. Enter .*Nothing was set/,
		);
	});

	it('says whether the table of failures has the stop already', () => {
		const stopped = (failures: Array<{ key?: string; state?: string }>) =>
			compareStock(
				[{ sku: 'A', warehouse: 'Main', onHand: 0 }],
				{
					warehouses: [MAIN],
					products: [{ sku: 'A' }],
					records: [{ sku: 'A', warehouseId: '10', location: null, onHand: 5 }],
				},
				{ ...SETTINGS, zeroLimitPercent: 20 },
				failures,
			)[0];
		expect(stopped([{}])).toMatchObject({ action: 'stop', isNew: true });
		expect(stopped([{ key: 'brake', state: 'closed' }])).toMatchObject({ isNew: true });
		expect(stopped([{ key: 'brake', state: 'open' }])).toMatchObject({ isNew: false });
		expect(stopped([{ key: 'brake', state: 'given up' }])).toMatchObject({ isNew: false });
	});

	it('refuses a row with a problem, with what to do', () => {
		const [refused] = compareStock(
			[
				{
					sku: 'A',
					warehouse: 'Main',
					onHand: '1.250',
					problem: 'It can mean 1250 or 1.25.',
					remedy: 'Set decimalSeparator.',
				},
			],
			{ warehouses: [MAIN], products: [{ sku: 'A' }], records: [] },
			SETTINGS,
		);
		expect(refused).toMatchObject({
			action: 'refused',
			reason: 'It can mean 1250 or 1.25.',
			remedy: 'Set decimalSeparator.',
		});
	});

	it('does not take an ERP that gives no rows for one without stock', () => {
		expect(compared([], { A: 5 })).toEqual([expect.objectContaining({ action: 'summary', inErp: 0 })]);
		expect(
			compareStock([{}], { warehouses: [MAIN], products: [], records: [] }, SETTINGS).map(({ action }) => action),
		).toEqual(['summary']);
	});
});
