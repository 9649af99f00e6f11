import type { IDataObject } from 'n8n-workflow';
import { NEWEST, type RunResult } from '../../engine';
import { tokenCredential } from '../../support/credentials';
import { byId } from '../../support/parameters';
import { column, failures, jsons } from '../../support/results';
import { useStage } from '../../support/stage';

const CALL = 'POST /v1/inventory/transfer';
const path = '/v1/inventory/transfer';

describe.each(NEWEST)('Move stock between two records, n8n line %s', (line) => {
	const stage = useStage(line);
	let from = '';
	let to = '';
	const move = async (items: IDataObject[], more: IDataObject = {}, settings: object = {}): Promise<RunResult> =>
		await stage.stock(
			'move',
			{
				resource: 'stockRecord',
				fromRecord: byId(from),
				toRecord: byId('={{ $json.to }}'),
				quantity: '={{ $json.pieces }}',
				...more,
			},
			{ items, onError: 'continueErrorOutput', ...settings },
		);

	beforeEach(async () => {
		stage.control.seed({
			stock: ['A-01', 'A-02'].map((location) => ({ sku: 'MUG', warehouseId: 5101, onHand: 10, location })),
		});
		const records = await stage.stock('getAll', { resource: 'stockRecord', filters: { skus: 'MUG' } });
		[from, to] = column(records, 'recordId').map(String) as [string, string];
		stage.control.clearRequests();
	});

	it('takes pieces here and puts them there, one call each', async () => {
		const result = await move(
			[
				{ to, pieces: 3 },
				{ to, pieces: 2 },
			],
			{ additionalFields: { notes: 'Nearer to the door' } },
		);
		expect(jsons(result)).toEqual([
			{ fromRecordId: from, toRecordId: to, quantity: 3 },
			{ fromRecordId: from, toRecordId: to, quantity: 2 },
		]);
		expect([stage.onHand('MUG', 5101, 'A-01'), stage.onHand('MUG', 5101, 'A-02')]).toEqual([5, 15]);
		const [query] = stage.queries('POST', path);
		expect(Object.fromEntries(query ?? [])).toEqual({
			fromProductStockId: from,
			toProductStockId: to,
			quantity: '3',
			notes: 'Nearer to the door',
		});
	});

	it('lets a record that does not exist, or too many pieces, fail alone', async () => {
		const result = await move([
			{ to: 1, pieces: 1 },
			{ to, pieces: 11 },
			{ to: 'there', pieces: 1 },
			{ to, pieces: 1 },
		]);
		expect(result.pairs).toEqual([[3]]);
		expect(failures(result)).toMatchObject([
			{ error: expect.stringContaining(`Move from stock record ${from} to 1: `) },
			{ error: expect.stringMatching(/10 on hand/) },
			{ error: expect.stringMatching(/Target Record.*there/) },
		]);
		expect(stage.onHand('MUG', 5101, 'A-02')).toBe(11);
	});

	it('is not repeated after a lost answer, and what comes after it is not sent', async () => {
		stage.control.faults([{ kind: 'lostAnswer', path, at: [2] }]);
		const result = await move([
			{ to, pieces: 1 },
			{ to, pieces: 2 },
			{ to, pieces: 3 },
		]);
		expect(result.pairs).toEqual([[0]]);
		expect(failures(result)).toMatchObject([
			{ pieces: 2, error: expect.stringMatching(/took effect is not known\. It is not sent again/) },
			{ pieces: 3, error: expect.stringMatching(/Not sent/) },
		]);
		expect(stage.onHand('MUG', 5101, 'A-02')).toBe(13);
		expect(stage.calls(CALL)).toBe(2);
	});

	it('tells a workflow that stops what is done, what is not and what is not known', async () => {
		stage.control.faults([{ kind: 'lostAnswer', path, at: [2] }]);
		const { error } = await move(
			[
				{ to, pieces: 1 },
				{ to, pieces: 2 },
				{ to, pieces: 3 },
			],
			{},
			{ onError: 'stopWorkflow' },
		);
		expect(error?.message).toMatch(
			/not known.*1 of 3 items may or may not be done\. 1 of 3 items were not done\. 1 succeeded\.$/,
		);
	});

	it("gives the service's own answer with Simplify off", async () => {
		expect(jsons(await move([{ to, pieces: 1 }], { simplify: false }))).toMatchObject([{ id: Number(to) }]);
	});

	it('offers the records of a SKU in a list, with warehouse and location', async () => {
		const credentials = tokenCredential(stage.url);
		const list = await stage.engine.listSearch({
			node: 'extensivInventory',
			method: 'searchStockRecords',
			filter: 'mug',
			credentials,
		});
		expect(list.results).toContainEqual({ name: `MUG in Reno In-House, A-01 (${from})`, value: from });
		expect(list.results.every(({ name }) => name.startsWith('MUG'))).toBe(true);
	});
});
