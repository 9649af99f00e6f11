import { NEWEST } from '../../engine';
import { CONTRACTS } from '../../support/credentials';
import { byId, newLevel, RENO } from '../../support/parameters';
import { column, failures, jsons } from '../../support/results';
import { useStage } from '../../support/stage';

const CALL = { live: 'POST /v1.1/inventory/adjust', guide: 'PUT /api/inventory' } as const;

describe.each(NEWEST)('Set a stock level, n8n line %s', (line) => {
	const stage = useStage(line);
	beforeEach(
		() =>
			void stage.control.seed({
				stock: [
					{ sku: 'MUG', warehouseId: 5102, onHand: 12 },
					{ sku: 'POT', warehouseId: 5102, onHand: 8 },
				],
			}),
	);

	describe.each(CONTRACTS)('%s contract', (contract) => {
		it('overwrites what is on hand', async () => {
			const items = [
				{ sku: 'MUG', onHand: 40 },
				{ sku: 'POT', onHand: '0' },
			];
			const result = await stage.stock('set', newLevel(), { contract, items });
			expect(jsons(result)).toMatchObject([
				{ sku: 'MUG', warehouseId: '5102', onHand: 40, outcome: 'set' },
				{ sku: 'POT', warehouseId: '5102', onHand: 0, outcome: 'set' },
			]);
			expect(result.pairs).toEqual([[0], [1]]);
			expect([stage.onHand('MUG', 5102), stage.onHand('POT', 5102)]).toEqual([40, 0]);
		});

		it('sets 450 levels with 3 calls', async () => {
			const products = Array.from({ length: 450 }, (_, at) => ({ sku: `BULK-${at}` }));
			stage.control.seed({ products, stock: products.map(({ sku }) => ({ sku, warehouseId: 5102, onHand: 1 })) });
			const items = products.map(({ sku }, at) => ({ sku, onHand: at }));
			const result = await stage.stock('set', newLevel(), { contract, items });
			expect(stage.calls(CALL[contract])).toBe(3);
			expect(result.pairs).toEqual(items.map((_, at) => [at]));
			expect(column(result, 'sku')).toEqual(items.map(({ sku }) => sku));
			expect(items.filter(({ sku, onHand }) => stage.onHand(sku, 5102) !== onHand)).toEqual([]);
		});

		it('brings the errors of rows in a 200 to their items; the others are set', async () => {
			const items = [
				{ sku: 'NONE-1', onHand: 1 },
				{ sku: 'MUG', onHand: 2 },
				{ sku: 'NONE-2', onHand: 3 },
				{ sku: 'POT', onHand: 4 },
			];
			const result = await stage.stock('set', newLevel(), { contract, items, onError: 'continueErrorOutput' });
			expect(result.pairs).toEqual([[1], [3]]);
			expect(failures(result)).toEqual([
				{ ...items[0], error: expect.stringContaining('NONE-1'), message: expect.any(String), failure: 'refused' },
				{ ...items[2], error: expect.stringContaining('NONE-2'), message: expect.any(String), failure: 'refused' },
			]);
			expect([stage.onHand('MUG', 5102), stage.onHand('POT', 5102)]).toEqual([2, 4]);
		});

		it('stops with the row at fault, and says how many went through', async () => {
			const items = [
				{ sku: 'MUG', onHand: 2 },
				{ sku: 'NONE', onHand: 3 },
			];
			const { error } = await stage.stock('set', newLevel(), { contract, items });
			expect(error).toMatchObject({
				message: expect.stringMatching(/NONE.*1 succeeded/),
				context: { itemIndex: 1 },
			});
			expect(error?.description).toMatch(/\w/);
		});

		it('takes a place once per run: which of two figures is right, nobody knows', async () => {
			const items = [
				{ sku: 'MUG', onHand: 2 },
				{ sku: 'MUG', onHand: 3 },
			];
			const result = await stage.stock('set', newLevel(), { contract, items, onError: 'continueErrorOutput' });
			expect(failures(result)).toMatchObject([{ onHand: 3, error: expect.stringMatching(/MUG.*twice.*item 1/) }]);
			expect(stage.onHand('MUG', 5102)).toBe(2);
		});

		it.each([
			['less than nothing', -1],
			['a broken number', 2.5],
			['a word', 'many'],
			['nothing at all', ''],
			['null', null],
			['what is not applicable', 'N/A'],
			['less than nothing as text', '-3'],
			['a broken number as text', '12.5'],
			['more than a number', '> 100'],
		])('refuses %s before anything is sent', async (_, onHand) => {
			const { error } = await stage.stock('set', newLevel(), { contract, items: [{ sku: 'MUG', onHand }] });
			expect(error).toMatchObject({
				message: expect.stringMatching(/On Hand/),
				description: expect.stringMatching(/\w/),
			});
			expect(stage.control.requests().total).toBe(0);
		});

		it('sets a SKU that others begin with alone, in capitals or not', async () => {
			stage.control.seed({ products: [{ sku: 'A-1' }, { sku: 'A-10' }] });
			stage.control.seed({ stock: ['A-1', 'A-10'].map((sku) => ({ sku, warehouseId: 5102, onHand: 6 })) });
			await stage.stock('set', newLevel(), { contract, items: [{ sku: 'a-1', onHand: 0 }] });
			expect([stage.onHand('A-1', 5102), stage.onHand('A-10', 5102)]).toEqual([0, 6]);
		});

		it('says which warehouse is unknown', async () => {
			const parameters = newLevel({ warehouse: byId(9999) });
			const { error } = await stage.stock('set', parameters, { contract, items: [{ sku: 'MUG', onHand: 1 }] });
			expect(error?.message).toMatch(/9999/);
		});

		it('says when no warehouse is chosen', async () => {
			const parameters = newLevel({ warehouse: byId('={{ $json.warehouse }}') });
			const { error } = await stage.stock('set', parameters, { contract, items: [{ sku: 'MUG', onHand: 1 }] });
			expect(error).toMatchObject({
				message: expect.stringMatching(/Warehouse/),
				description: expect.stringMatching(/list|ID/),
			});
			expect(stage.control.requests().total).toBe(0);
		});
	});

	it('sets the level of a location in a warehouse of your own (live API)', async () => {
		stage.control.seed({
			stock: [
				{ sku: 'MUG', warehouseId: 5101, onHand: 1, location: 'A-01' },
				{ sku: 'MUG', warehouseId: 5101, onHand: 1, location: 'A-02' },
			],
		});
		const parameters = newLevel({
			warehouse: byId(RENO),
			additionalFields: { location: '={{ $json.location }}', notes: 'Counted' },
		});
		const items = [
			{ sku: 'MUG', onHand: 7, location: 'A-01' },
			{ sku: 'MUG', onHand: 9, location: 'A-02' },
		];
		const result = await stage.stock('set', parameters, { items });
		expect(result.pairs).toEqual([[0], [1]]);
		expect([stage.onHand('MUG', 5101, 'A-01'), stage.onHand('MUG', 5101, 'A-02')]).toEqual([7, 9]);
	});

	it('says that a warehouse of your own needs a location (live API)', async () => {
		const { error } = await stage.stock('set', newLevel({ warehouse: byId(RENO) }), {
			items: [{ sku: 'MUG', onHand: 7 }],
		});
		expect(error?.message).toMatch(/MUG.*stockLocationName/);
	});

	it('refuses more than Order Manager takes (live API)', async () => {
		const { error } = await stage.stock('set', newLevel(), { items: [{ sku: 'MUG', onHand: 100_000_001 }] });
		expect(error).toMatchObject({
			message: expect.stringMatching(/On Hand.*100000001/),
			description: expect.stringMatching(/100000000/),
		});
	});

	it("gives the service's own row with Simplify off (live API)", async () => {
		const result = await stage.stock('set', newLevel({ simplify: false }), { items: [{ sku: 'MUG', onHand: 7 }] });
		expect(jsons(result)).toMatchObject([
			{ masterSku: 'MUG', availableQuantity: 7, warehouseId: 5102, productStockId: expect.any(Number) },
		]);
	});
});
