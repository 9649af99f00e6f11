import type { IDataObject } from 'n8n-workflow';
import { NEWEST, type RunResult } from '../../engine';
import { byId, COLUMBUS, RENO } from '../../support/parameters';
import { failures, jsons } from '../../support/results';
import { selected } from '../../support/selected';
import { useStage } from '../../support/stage';

describe.each(NEWEST)('Locations, n8n line %s', (line) => {
	const stage = useStage(line);
	const run = async (
		operation: string,
		parameters: IDataObject,
		items: IDataObject[] = [{}],
		settings: object = {},
	): Promise<RunResult> =>
		await stage.stock(
			operation,
			{ resource: 'location', ...parameters },
			{ items, onError: 'continueErrorOutput', ...settings },
		);
	const record = async (sku: string, warehouse: string): Promise<IDataObject> =>
		jsons(
			await stage.stock('getAll', {
				resource: 'stockRecord',
				filters: { skus: sku, warehouse: byId(warehouse) },
				...selected('locationId', 'active', 'pickable', 'receivable'),
			}),
		)[0] ?? {};

	beforeEach(() => {
		stage.control.seed({
			stock: [
				{ sku: 'MUG', warehouseId: 5101, onHand: 1, location: 'A-01' },
				{ sku: 'POT', warehouseId: 5101, onHand: 2, location: 'A-01' },
				{ sku: 'MUG-XL', warehouseId: 5101, onHand: 3, location: 'A-02' },
				{ sku: 'MUG', warehouseId: 5102, onHand: 4 },
			],
		});
	});

	describe('are renamed', () => {
		const CALL = 'POST /v1.1/inventory/updatestocklocation';
		const path = '/v1.1/inventory/updatestocklocation';
		const byName = {
			locationBy: 'name',
			warehouse: byId(RENO),
			oldName: '={{ $json.old }}',
			newName: '={{ $json.new }}',
		};
		const byLocationId = { locationBy: 'id', locationId: '={{ $json.id }}', newName: '={{ $json.new }}' };

		it('by warehouse and name, for all products in them', async () => {
			const result = await run('rename', byName, [
				{ old: 'A-01', new: 'B-01' },
				{ old: 'A-02', new: 'B-02' },
			]);
			expect(jsons(result)).toEqual([
				{ locationId: null, warehouseId: RENO, oldName: 'A-01', newName: 'B-01' },
				{ locationId: null, warehouseId: RENO, oldName: 'A-02', newName: 'B-02' },
			]);
			expect([
				stage.onHand('MUG', 5101, 'B-01'),
				stage.onHand('POT', 5101, 'B-01'),
				stage.onHand('MUG-XL', 5101, 'B-02'),
			]).toEqual([1, 2, 3]);
			expect(stage.calls(CALL)).toBe(1);
		});

		it('by ID', async () => {
			const { locationId: id } = await record('MUG', RENO);
			expect(jsons(await run('rename', byLocationId, [{ id, new: 'B-01' }]))).toEqual([
				{ locationId: id, warehouseId: null, oldName: null, newName: 'B-01' },
			]);
			expect(stage.onHand('MUG', 5101, 'B-01')).toBe(1);
		});

		it('each for itself: one that is not there, or whose new name is taken, fails alone', async () => {
			const result = await run('rename', byName, [
				{ old: 'Z-99', new: 'B-09' },
				{ old: 'A-01', new: 'A-02' },
				{ old: 'A-02', new: 'B-02' },
			]);
			expect(result.pairs).toEqual([[2]]);
			expect(failures(result)).toMatchObject([
				{ error: expect.stringMatching(/Location Z-99 of warehouse 5101: .*no location Z-99/) },
				{ error: expect.stringMatching(/A-02 already/) },
			]);
		});

		it('in your own warehouses only', async () => {
			const result = await run('rename', { ...byName, warehouse: byId(COLUMBUS) }, [{ old: 'GLOBAL', new: 'B-01' }]);
			expect(failures(result)).toMatchObject([{ error: expect.stringMatching(/DIRECT_FULFILLMENT/) }]);
		});

		it('once: after a lost answer it is looked which have their new name', async () => {
			const { locationId: id } = await record('MUG-XL', RENO);
			stage.control.faults([{ kind: 'lostAnswer', path, at: [1, 2] }]);
			expect(jsons(await run('rename', byName, [{ old: 'A-01', new: 'B-01' }]))).toMatchObject([{ newName: 'B-01' }]);
			expect(jsons(await run('rename', byLocationId, [{ id, new: 'B-02' }]))).toMatchObject([{ newName: 'B-02' }]);
			expect(stage.calls(CALL)).toBe(2);
		});

		it('once more where nothing has happened', async () => {
			stage.control.faults([{ kind: 'reset', path, at: [1] }]);
			expect(jsons(await run('rename', byName, [{ old: 'A-01', new: 'B-01' }]))).toMatchObject([{ newName: 'B-01' }]);
			expect(stage.onHand('MUG', 5101, 'B-01')).toBe(1);
			expect(stage.calls(CALL)).toBe(2);
		});

		it.each([
			['Present Name', { old: '', new: 'B-01' }],
			['New Name', { old: 'A-01', new: ' ' }],
		])('only with a %s', async (label, item) => {
			expect(failures(await run('rename', byName, [item]))).toMatchObject([{ error: expect.stringContaining(label) }]);
			expect(stage.control.requests().total).toBe(0);
		});
	});

	describe('have flags', () => {
		const path = '/v1.2/inventory';
		const flags = (more: IDataObject = {}): IDataObject => ({
			sku: '={{ $json.sku }}',
			warehouse: byId(COLUMBUS),
			flags: { pickable: false },
			...more,
		});

		it('that are set, and the others stay as they are', async () => {
			const result = await run('setFlags', flags(), [{ sku: 'MUG' }]);
			expect(jsons(result)).toEqual([
				{ sku: 'MUG', warehouseId: COLUMBUS, location: null, recordId: expect.stringMatching(/^\d+$/) },
			]);
			expect(await record('MUG', COLUMBUS)).toMatchObject({ pickable: false, receivable: true, active: true });
		});

		it('all three, in a location of your own warehouse', async () => {
			const all = { active: false, pickable: false, receivable: '={{ false }}' };
			await run('setFlags', flags({ warehouse: byId(RENO), flags: all, additionalFields: { location: 'A-01' } }), [
				{ sku: 'POT' },
			]);
			expect(await record('POT', RENO)).toMatchObject({ active: false, pickable: false, receivable: false });
		});

		it('that are simply set again after a lost answer', async () => {
			stage.control.faults([{ kind: 'lostAnswer', path, at: [1] }]);
			expect((await run('setFlags', flags(), [{ sku: 'MUG' }])).items).toHaveLength(1);
		});

		it('and errors of rows, which come to their items', async () => {
			const result = await run('setFlags', flags(), [{ sku: 'NONE' }, { sku: 'MUG' }, { sku: 'POT' }]);
			expect(result.pairs).toEqual([[1]]);
			expect(failures(result)).toMatchObject([
				{ error: expect.stringMatching(/NONE.*does not exist/) },
				{ error: expect.stringMatching(/POT.*no stock record/) },
			]);
		});

		it('of which at least one must be given', async () => {
			expect(failures(await run('setFlags', flags({ flags: {} }), [{ sku: 'MUG' }]))).toMatchObject([
				{ error: expect.stringMatching(/Flags.*nothing to change/) },
			]);
		});
	});
});
