import type { IDataObject } from 'n8n-workflow';
import { NEWEST, type RunResult } from '../../engine';
import { byId, COLUMBUS, RENO } from '../../support/parameters';
import { column, failures, jsons } from '../../support/results';
import { selected } from '../../support/selected';
import { useStage } from '../../support/stage';

const CALL = 'PUT /v1.1/inventory';
const path = '/v1.1/inventory';
const FIELDS = ['onHand', 'warehouseId', 'location', 'locked', 'minStock', 'drawRank', 'pickable', 'receivable'];

describe.each(NEWEST)('Create a stock record, n8n line %s', (line) => {
	const stage = useStage(line);
	const create = async (items: IDataObject[], more: IDataObject = {}, settings: object = {}): Promise<RunResult> =>
		await stage.stock(
			'create',
			{
				resource: 'stockRecord',
				sku: '={{ $json.sku }}',
				warehouse: byId(COLUMBUS),
				onHand: '={{ $json.pieces }}',
				...more,
			},
			{ items, onError: 'continueErrorOutput', ...settings },
		);
	const record = async (sku: string): Promise<IDataObject | undefined> =>
		jsons(
			await stage.stock('getAll', {
				resource: 'stockRecord',
				returnAll: true,
				filters: { skus: sku },
				...selected(...FIELDS),
			}),
		)[0];

	it('makes the record with its first pieces', async () => {
		const result = await create([
			{ sku: 'MUG', pieces: 4 },
			{ sku: 'POT', pieces: 0 },
		]);
		expect(jsons(result)).toEqual([
			{
				recordId: expect.stringMatching(/^\d+$/),
				sku: 'MUG',
				warehouseId: COLUMBUS,
				location: null,
				onHand: 4,
				available: 4,
			},
			{
				recordId: expect.stringMatching(/^\d+$/),
				sku: 'POT',
				warehouseId: COLUMBUS,
				location: null,
				onHand: 0,
				available: 0,
			},
		]);
		expect(await record('MUG')).toMatchObject({
			location: 'GLOBAL',
			locked: 0,
			minStock: 0,
			pickable: true,
			receivable: true,
		});
		expect(stage.calls(CALL)).toBe(1);
	});

	it('sets everything that can be said of it', async () => {
		const additionalFields = {
			location: 'A-01',
			locked: 2,
			minStock: 5,
			drawRank: 3,
			pickable: false,
			receivable: false,
			notes: 'New shelf',
		};
		await create([{ sku: 'MUG', pieces: 9 }], { warehouse: byId(RENO), additionalFields });
		const { notes: _, ...fields } = additionalFields;
		expect(await record('MUG')).toMatchObject({ ...fields, onHand: 9, warehouseId: RENO });
		expect(stage.queries('PUT', path)[0]?.get('notes')).toBe('New shelf');
	});

	it('makes a call for each note, because notes belong to a call', async () => {
		const items = [
			{ sku: 'MUG', pieces: 1, why: 'A' },
			{ sku: 'POT', pieces: 2, why: 'B' },
			{ sku: 'MUG-XL', pieces: 3, why: 'A' },
		];
		const result = await create(items, { additionalFields: { notes: '={{ $json.why }}' } });
		expect(column(result, 'sku')).toEqual(['MUG', 'POT', 'MUG-XL']);
		expect(stage.queries('PUT', path).map((query) => query.get('notes'))).toEqual(['A', 'B']);
	});

	it('goes in calls of 200', async () => {
		const products = Array.from({ length: 450 }, (_, at) => ({ sku: `BULK-${at}` }));
		stage.control.seed({ products });
		const result = await create(products.map(({ sku }) => ({ sku, pieces: 1 })));
		expect(result.pairs).toEqual(products.map((_, at) => [at]));
		expect(stage.calls(CALL)).toBe(3);
	});

	it('brings the errors of rows in a 200 to their items', async () => {
		stage.control.seed({ stock: [{ sku: 'POT', warehouseId: 5102, onHand: 8 }] });
		const result = await create([
			{ sku: 'NONE', pieces: 1 },
			{ sku: 'POT', pieces: 8 },
			{ sku: 'MUG', pieces: 1 },
			{ sku: 'MUG', pieces: 2 },
		]);
		expect(result.pairs).toEqual([[2]]);
		expect(failures(result)).toMatchObject([
			{ sku: 'NONE', error: expect.stringMatching(/NONE.*does not exist/) },
			{ sku: 'POT', error: expect.stringMatching(/POT.*already/) },
			{ sku: 'MUG', error: expect.stringMatching(/MUG.*twice.*item 3/) },
		]);
	});

	it('looks after a lost answer, and takes what it finds for created', async () => {
		stage.control.faults([{ kind: 'lostAnswer', path, at: [1] }]);
		const result = await create([
			{ sku: 'MUG', pieces: 4 },
			{ sku: 'POT', pieces: 5 },
		]);
		expect(jsons(result)).toMatchObject([
			{ sku: 'MUG', onHand: 4, recordId: expect.any(String) },
			{ sku: 'POT', onHand: 5 },
		]);
		expect(stage.calls(CALL)).toBe(1);
	});

	it('sends what it does not find once more, so that a record that was there before is still an error', async () => {
		stage.control.seed({ stock: [{ sku: 'POT', warehouseId: 5102, onHand: 1 }] });
		stage.control.faults([{ kind: 'lostAnswer', path, at: [1] }]);
		const result = await create([
			{ sku: 'MUG', pieces: 4 },
			{ sku: 'POT', pieces: 5 },
		]);
		expect(jsons(result)).toMatchObject([{ sku: 'MUG', onHand: 4 }]);
		expect(failures(result)).toMatchObject([{ sku: 'POT', error: expect.stringMatching(/already/) }]);
		expect(stage.onHand('POT', 5102)).toBe(1);
		expect(stage.calls(CALL)).toBe(2);
	});

	it('is the same for records that Set creates', async () => {
		stage.control.faults([{ kind: 'lostAnswer', path, at: [1] }]);
		const parameters = { sku: 'MUG', onHand: 6, warehouse: byId(COLUMBUS), options: { createMissing: true } };
		const result = await stage.stock('set', parameters);
		expect(jsons(result)).toMatchObject([{ sku: 'MUG', onHand: 6, outcome: 'recordCreated' }]);
		expect(stage.calls(CALL)).toBe(1);
	});

	it.each([
		['On Hand', { onHand: -1 }],
		['Locked Quantity', { additionalFields: { locked: -1 } }],
		['Minimum Stock', { additionalFields: { minStock: 'low' } }],
		['Warehouse', { warehouse: byId('={{ $json.warehouse }}') }],
	])('refuses a wrong %s before anything is sent', async (label, more) => {
		const { error } = await create([{ sku: 'MUG', pieces: 1 }], more, { onError: 'stopWorkflow' });
		expect(error?.message).toContain(label);
		expect(stage.control.requests().total).toBe(0);
	});

	it("gives the service's own row with Simplify off", async () => {
		expect(jsons(await create([{ sku: 'MUG', pieces: 1 }], { simplify: false }))).toMatchObject([
			{ masterSku: 'MUG', warehouseId: 5102 },
		]);
	});
});
