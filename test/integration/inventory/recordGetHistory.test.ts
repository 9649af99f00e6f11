import type { IDataObject } from 'n8n-workflow';
import { NEWEST, type RunResult } from '../../engine';
import { byId, COLUMBUS, RENO } from '../../support/parameters';
import { column, failures, jsons } from '../../support/results';
import { useStage } from '../../support/stage';

const CALL = 'GET /v1/inventory/history';

describe.each(NEWEST)('History of stock records, n8n line %s', (line) => {
	const stage = useStage(line);
	const read = async (parameters: IDataObject, settings: object = {}): Promise<RunResult> =>
		await stage.stock('getHistory', { resource: 'stockRecord', returnAll: true, ...parameters }, settings);
	const ofProduct = (more: IDataObject = {}): IDataObject => ({
		historyOf: 'product',
		sku: 'MUG',
		warehouse: byId(COLUMBUS),
		...more,
	});

	beforeEach(async () => {
		stage.control.clock({ now: '2026-03-05T09:00:00Z' });
		stage.control.seed({
			stock: [
				{ sku: 'MUG', warehouseId: 5102, onHand: 1 },
				{ sku: 'MUG-XL', warehouseId: 5102, onHand: 1 },
				{ sku: 'MUG', warehouseId: 5101, onHand: 1, location: 'A-01' },
			],
		});
		await stage.stock('set', {
			sku: 'MUG',
			onHand: 7,
			warehouse: byId(COLUMBUS),
			additionalFields: { notes: 'Counted' },
		});
	});

	it('says what was done to a product in a warehouse, when, by whom and why', async () => {
		const [edit] = jsons(await read(ofProduct()));
		expect(edit).toEqual({
			sku: 'MUG',
			productId: expect.stringMatching(/^\d+$/),
			editedAt: '2026-03-05T09:00:00Z',
			type: expect.any(String),
			description: expect.any(String),
			notes: 'Counted',
			user: 'robin@example.com',
		});
		expect(column(await read(ofProduct({ warehouse: byId(RENO) })), 'notes')).not.toContain('Counted');
	});

	it('or to one stock record', async () => {
		const [record] = jsons(
			await stage.stock('getAll', { resource: 'stockRecord', filters: { skus: 'MUG', warehouse: byId(COLUMBUS) } }),
		);
		expect(column(await read({ historyOf: 'record', record: byId(String(record?.recordId)) }), 'notes')).toContain(
			'Counted',
		);
		expect(stage.queries('GET', '/v1/inventory/history')[0]?.get('productStockId')).toBe(record?.recordId);
	});

	it('keeps entries that are equal to the second', async () => {
		const add = { sku: 'MUG', quantity: 1, warehouse: byId(COLUMBUS) };
		for (let at = 0; at < 3; at++) await stage.stock('add', add);
		expect(column(await read(ofProduct()), 'type').filter((type) => /added/i.test(String(type)))).toHaveLength(3);
	});

	it('comes in pages', async () => {
		for (let at = 0; at < 3; at++)
			await stage.stock('add', { sku: 'MUG', quantity: at + 1, warehouse: byId(COLUMBUS) });
		const whole = jsons(await read(ofProduct()));
		stage.control.clearRequests();
		expect(jsons(await read(ofProduct({ options: { pageSize: 2 } })))).toEqual(whole);
		expect(stage.calls(CALL)).toBe(Math.floor(whole.length / 2) + 1);
		expect((await read(ofProduct({ returnAll: false, limit: 1 }))).items).toHaveLength(1);
	});

	it('is an error of its item where the product has no stock record', async () => {
		const items = [{ sku: 'MU' }, { sku: 'mug' }];
		const result = await read(ofProduct({ sku: '={{ $json.sku }}', returnAll: false, limit: 1 }), {
			items,
			onError: 'continueErrorOutput',
		});
		expect(result.pairs).toEqual([[1]]);
		expect(failures(result)).toMatchObject([
			{ sku: 'MU', error: expect.stringMatching(/SKU MU has no stock record in warehouse 5102/) },
		]);
	});

	it("gives the service's own entries with Simplify off", async () => {
		expect(jsons(await read(ofProduct({ simplify: false })))[0]).toMatchObject({
			masterSku: 'MUG',
			notes: 'Counted',
			formattedEditTime: '2026-03-05T09:00:00Z',
		});
	});
});
