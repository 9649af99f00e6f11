import type { IDataObject } from 'n8n-workflow';
import { NEWEST } from '../../engine';
import { byId, COLUMBUS, RENO } from '../../support/parameters';
import { column, failures, jsons } from '../../support/results';
import { useStage } from '../../support/stage';

const movement = (more: IDataObject = {}): IDataObject => ({
	sku: '={{ $json.sku }}',
	quantity: '={{ $json.pieces }}',
	warehouse: byId(COLUMBUS),
	...more,
});
/** Does not wait long, so that tries that fail for good are over soon. */
const once = { options: { maxTries: 2 } };

describe.each(NEWEST)('n8n line %s', (line) => {
	const stage = useStage(line);
	beforeEach(() => {
		stage.control.seed({
			stock: [
				{ sku: 'MUG', warehouseId: 5102, onHand: 12 },
				{ sku: 'POT', warehouseId: 5102, onHand: 8 },
				{ sku: 'MUG', warehouseId: 5101, onHand: 5, location: 'A-01' },
			],
		});
	});

	describe.each([
		['add', 'POST /v1.1/inventory/add', 1],
		['remove', 'POST /v1.1/inventory/remove', -1],
	] as const)('%s pieces', (operation, call, sign) => {
		const path = call.slice('POST '.length);

		it('changes what is on hand by so many', async () => {
			const result = await stage.stock(operation, movement(), {
				items: [
					{ sku: 'MUG', pieces: 3 },
					{ sku: 'POT', pieces: '2' },
				],
			});
			expect(jsons(result)).toMatchObject([
				{
					sku: 'MUG',
					warehouseId: '5102',
					location: null,
					change: sign * 3,
					available: 12 + sign * 3,
					recordId: expect.stringMatching(/^\d+$/),
				},
				{ sku: 'POT', warehouseId: '5102', change: sign * 2, available: 8 + sign * 2 },
			]);
			expect(result.pairs).toEqual([[0], [1]]);
			expect([stage.onHand('MUG', 5102), stage.onHand('POT', 5102)]).toEqual([12 + sign * 3, 8 + sign * 2]);
		});

		it('counts the same product as often as it comes', async () => {
			await stage.stock(operation, movement(), {
				items: [
					{ sku: 'MUG', pieces: 3 },
					{ sku: 'MUG', pieces: 4 },
				],
			});
			expect(stage.onHand('MUG', 5102)).toBe(12 + sign * 7);
			expect(stage.calls(call)).toBe(1);
		});

		it('works in a location of your own warehouse, with a note in its history', async () => {
			const parameters = movement({
				warehouse: byId(RENO),
				additionalFields: { location: 'A-01', notes: 'Counted again' },
			});
			const result = await stage.stock(operation, parameters, { items: [{ sku: 'MUG', pieces: 2 }] });
			expect(jsons(result)).toMatchObject([{ location: 'A-01' }]);
			expect(stage.onHand('MUG', 5101, 'A-01')).toBe(5 + sign * 2);
			const history = await stage.stock('getHistory', {
				resource: 'stockRecord',
				historyOf: 'product',
				sku: 'MUG',
				warehouse: byId(RENO),
			});
			expect(column(history, 'notes')).toContain('Counted again');
		});

		it('takes the product from the list or by its SKU', async () => {
			for (const mode of ['list', 'sku'])
				await stage.stock(operation, movement({ sku: { __rl: true, mode, value: 'MUG' } }), { items: [{ pieces: 1 }] });
			expect(stage.onHand('MUG', 5102)).toBe(12 + sign * 2);
		});

		it('brings the errors of rows in a 200 to their items; the others are done', async () => {
			const items = [
				{ sku: 'NONE', pieces: 1 },
				{ sku: 'MUG', pieces: 2 },
				{ sku: 'MUG-XL', pieces: 3 },
			];
			const result = await stage.stock(operation, movement(), { items, onError: 'continueErrorOutput' });
			expect(result.pairs).toEqual([[1]]);
			expect(failures(result)).toEqual([
				{
					...items[0],
					error: expect.stringMatching(/SKU NONE in warehouse 5102.*does not exist/),
					message: expect.any(String),
					failure: 'refused',
				},
				{
					...items[2],
					error: expect.stringMatching(/SKU MUG-XL.*no stock record/),
					message: expect.stringMatching(/[Cc]reate/),
					failure: 'refused',
				},
			]);
			expect(stage.onHand('MUG', 5102)).toBe(12 + sign * 2);
		});

		it('keeps failed items on the one output when set to continue', async () => {
			const items = [
				{ sku: 'NONE', pieces: 1 },
				{ sku: 'MUG', pieces: 2 },
			];
			const result = await stage.stock(operation, movement(), { items, onError: 'continueRegularOutput' });
			expect(result.pairs).toEqual([[0], [1]]);
			expect(jsons(result)).toMatchObject([{ error: expect.stringMatching(/NONE/) }, { sku: 'MUG' }]);
		});

		it.each([0, -3, 1.5, 'some', ''])('refuses %j pieces before anything is sent', async (pieces) => {
			const { error } = await stage.stock(operation, movement(), { items: [{ sku: 'MUG', pieces }] });
			expect(error?.message).toMatch(/Quantity/);
			expect(stage.control.requests().total).toBe(0);
		});

		it('says when no product is given', async () => {
			const { error } = await stage.stock(operation, movement(), { items: [{ sku: '', pieces: 1 }] });
			expect(error?.message).toMatch(/SKU.*required/);
		});

		it('is tried again when the service asks to slow down, because then nothing has happened', async () => {
			stage.control.faults([{ kind: '429', path, at: [1], retryAfterMs: 10 }]);
			await stage.stock(operation, movement(), { items: [{ sku: 'MUG', pieces: 3 }] });
			expect(stage.onHand('MUG', 5102)).toBe(12 + sign * 3);
			expect(stage.calls(call)).toBe(2);
		});

		it.each(['lostAnswer', 'reset', 'truncated', '500'] as const)(
			'is not repeated after %s: the items of the call are named, and that nobody knows',
			async (kind) => {
				stage.control.faults([{ kind, path, at: [1] }]);
				const items = [
					{ sku: 'MUG', pieces: 3 },
					{ sku: 'POT', pieces: 1 },
				];
				const result = await stage.stock(operation, movement(once), { items, onError: 'continueErrorOutput' });
				expect(stage.calls(call)).toBe(1);
				expect(result.items).toEqual([]);
				for (const { error } of failures(result)) {
					expect(error).toMatch(
						/^SKU (MUG|POT) in warehouse 5102: .*took effect is not known\. Items 1–2 went in that one call; they are not sent again/,
					);
				}
				expect(stage.onHand('MUG', 5102)).toBe(kind === 'reset' || kind === '500' ? 12 : 12 + sign * 3);
			},
		);

		it('keeps items in doubt apart from those that went through before and those that were not sent any more', async () => {
			const products = Array.from({ length: 500 }, (_, at) => ({ sku: `BULK-${at}` }));
			stage.control.seed({ products, stock: products.map(({ sku }) => ({ sku, warehouseId: 5102, onHand: 10 })) });
			stage.control.faults([{ kind: 'lostAnswer', path, at: [2] }]);
			const items = products.map(({ sku }) => ({ sku, pieces: 1 }));
			const result = await stage.stock(operation, movement(once), { items, onError: 'continueErrorOutput' });
			expect(stage.calls(call)).toBe(2);
			expect(result.pairs).toEqual(items.slice(0, 200).map((_, at) => [at]));
			const errors = failures(result).map(({ error }) => String(error));
			expect(
				errors.slice(0, 200).filter((error) => !/not known\. Items 201–400 went in that one call/.test(error)),
			).toEqual([]);
			expect(errors.slice(200).filter((error) => !/: Not sent, because an earlier request/.test(error))).toEqual([]);
			expect(errors).toHaveLength(300);
		});

		it('numbers the items as they came in, also where some before them could not be read', async () => {
			stage.control.faults([{ kind: 'lostAnswer', path, at: [1] }]);
			const items = [
				{ sku: 'MUG', pieces: 'many' },
				{ sku: 'MUG', pieces: 1 },
				{ sku: 'POT', pieces: 0 },
				{ sku: 'POT', pieces: 1 },
			];
			const result = await stage.stock(operation, movement(once), { items, onError: 'continueErrorOutput' });
			expect(failures(result)[3]?.error).toMatch(/Items 2 and 4 went in that one call/);
		});

		it('tells a workflow that stops which items are in doubt and how many went through', async () => {
			stage.control.faults([{ kind: 'lostAnswer', path, at: [1] }]);
			const { error } = await stage.stock(operation, movement(once), {
				items: [
					{ sku: 'MUG', pieces: 1 },
					{ sku: 'POT', pieces: 1 },
				],
			});
			expect(error?.message).toMatch(/Items 1–2 went in that one call.*2 of 2 items may or may not be done/);
			expect(error?.description).toMatch(/check in Order Manager first/);
		});

		it("gives the service's own row with Simplify off", async () => {
			const result = await stage.stock(operation, movement({ simplify: false }), {
				items: [{ sku: 'MUG', pieces: 1 }],
			});
			expect(jsons(result)).toMatchObject([
				{ masterSku: 'MUG', warehouseId: 5102, productStockId: expect.any(Number) },
			]);
		});

		it("is not part of the guide's contract", async () => {
			const { error } = await stage.stock(operation, movement(), {
				contract: 'guide',
				items: [{ sku: 'MUG', pieces: 1 }],
			});
			expect(error?.message).toMatch(/not part of the contract/);
			expect(stage.onHand('MUG', 5102)).toBe(12);
		});
	});

	it('does not remove more than there is', async () => {
		const { error } = await stage.stock('remove', movement(), { items: [{ sku: 'POT', pieces: 9 }] });
		expect(error?.message).toMatch(/POT.*Only 8 on hand/);
		expect(stage.onHand('POT', 5102)).toBe(8);
	});
});
