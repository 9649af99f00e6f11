import { NEWEST } from '../../engine';
import { byId, newLevel, RENO } from '../../support/parameters';
import { column, failures } from '../../support/results';
import { useStage } from '../../support/stage';

describe.each(NEWEST)('A product without a stock record in the warehouse, n8n line %s', (line) => {
	const stage = useStage(line);
	const createMissing = { createMissing: true };

	it('is an error that says what to do', async () => {
		const { error } = await stage.stock('set', newLevel(), { items: [{ sku: 'MUG', onHand: 4 }] });
		expect(error).toMatchObject({
			message: expect.stringMatching(/MUG.*no stock record/),
			description: expect.stringMatching(/Create Missing Stock Record/),
		});
		expect(stage.onHand('MUG', 5102)).toBeUndefined();
	});

	it('gets one when that is switched on; the others are set as usual', async () => {
		stage.control.seed({ stock: [{ sku: 'POT', warehouseId: 5102, onHand: 1 }] });
		const items = [
			{ sku: 'MUG', onHand: 4 },
			{ sku: 'POT', onHand: 5 },
			{ sku: 'MUG-XL', onHand: 6 },
		];
		const result = await stage.stock('set', newLevel({ options: createMissing }), { items });
		expect(result.pairs).toEqual([[0], [1], [2]]);
		expect(column(result, 'outcome')).toEqual(['recordCreated', 'set', 'recordCreated']);
		expect(items.map(({ sku }) => stage.onHand(sku, 5102))).toEqual([4, 5, 6]);
		expect(stage.calls('PUT /v1.1/inventory')).toBe(1);
	});

	it('gets it in the location that is given', async () => {
		const parameters = newLevel({
			warehouse: byId(RENO),
			additionalFields: { location: 'A-01' },
			options: createMissing,
		});
		await stage.stock('set', parameters, { items: [{ sku: 'MUG', onHand: 4 }] });
		expect(stage.onHand('MUG', 5101, 'A-01')).toBe(4);
	});

	it('gets none when the product itself does not exist', async () => {
		const items = [
			{ sku: 'NONE', onHand: 4 },
			{ sku: 'MUG', onHand: 5 },
		];
		const settings = { items, onError: 'continueErrorOutput' as const };
		const result = await stage.stock('set', newLevel({ options: createMissing }), settings);
		expect(result.pairs).toEqual([[1]]);
		expect(failures(result)).toMatchObject([
			{
				sku: 'NONE',
				error: expect.stringMatching(/NONE.*does not exist/),
				message: expect.stringMatching(/create the product/),
			},
		]);
	});

	describe.each(['ERR053', 'ERR097'] as const)('where the service answers %s for a SKU that does not exist', (code) => {
		beforeEach(() => void stage.control.unknownSku({ code }));
		const items = [{ sku: 'NONE', onHand: 4 }];

		it.each(['set', 'add', 'remove'])('%s names the SKU and says to check it', async (operation) => {
			const parameters = operation === 'set' ? newLevel() : { ...newLevel(), quantity: '={{ $json.onHand }}' };
			const result = await stage.stock(operation, parameters, { items, onError: 'continueErrorOutput' });
			expect(failures(result)).toMatchObject([
				{
					sku: 'NONE',
					error: expect.stringMatching(/NONE.*no(t| product)/),
					message: expect.stringMatching(/^Check the SKU/),
				},
			]);
		});

		it('no stock record is created for it', async () => {
			const result = await stage.stock('set', newLevel({ options: createMissing }), {
				items,
				onError: 'continueErrorOutput',
			});
			expect(failures(result)).toMatchObject([{ sku: 'NONE', error: expect.stringMatching(/NONE.*does not exist/) }]);
		});
	});

	it("gets one without being asked under the guide's contract, which knows no such records", async () => {
		const result = await stage.stock('set', newLevel(), { contract: 'guide', items: [{ sku: 'MUG', onHand: 4 }] });
		expect(result.error).toBeUndefined();
		expect(stage.onHand('MUG', 5102)).toBe(4);
	});
});
