import type { IDataObject } from 'n8n-workflow';
import { NEWEST, type RunResult } from '../../engine';
import { CONTRACTS } from '../../support/credentials';
import { byId, DIRECT, SHOPIFY } from '../../support/parameters';
import { column, failures, jsons, summaries } from '../../support/results';
import { type Settings, useStage } from '../../support/stage';

describe.each(NEWEST)('Order: Reconcile, n8n line %s', (line) => {
	const stage = useStage(line);
	const reconcile = async (items: IDataObject[], more: IDataObject = {}, settings: Settings = {}): Promise<RunResult> =>
		await stage.run(
			'extensivInsights',
			'reconcile',
			{ resource: 'order', orderNumber: '={{ $json.no }}', ...more },
			{ items, ...settings },
		);
	const mugs = (quantity: number): IDataObject[] => [{ sku: 'MUG', quantity, unitPrice: 10 }];

	beforeEach(() => {
		stage.control.seed({
			orders: [
				{ orderNumber: 'A', items: [{ sku: 'MUG', quantity: 2, unitPrice: 10 }], status: 'SHIPPED' },
				{ orderNumber: 'B', items: [{ sku: 'MUG', quantity: 1, unitPrice: 10 }] },
				{ orderNumber: 'B-2', items: [{ sku: 'POT', quantity: 1, unitPrice: 10 }] },
				{ orderNumber: 'TWICE' },
				{ orderNumber: 'TWICE' },
				{ orderNumber: 'MENDED' },
				{ orderNumber: 'MENDED', status: 'CANCELLED' },
				{ orderNumber: 'ELSEWHERE', salesChannelId: 1210 },
			],
		});
	});

	it.each(CONTRACTS)(
		'finds what never arrived, what is there twice, and nothing else (%s contract)',
		async (contract) => {
			const items = ['A', 'B', 'C', 'TWICE', 'MENDED', 'NW-1004'].map((no) => ({ no }));
			const result = await reconcile(items, {}, { contract });
			expect(jsons(result)).toMatchObject([
				{ outcome: 'neverArrived', orderNumber: 'C', orderId: null },
				{ outcome: 'duplicated', orderNumber: 'TWICE', inExtensiv: expect.stringMatching(/^2 orders: \d+, \d+$/) },
				// NW-10045 begins with it.
				{ outcome: 'neverArrived', orderNumber: 'NW-1004' },
			]);
			expect(result.pairs).toEqual([[2], [3], [5]]);
			expect(summaries(result)).toMatchObject([
				{ compared: 6, equal: 3, neverArrived: 2, duplicated: 1, totalDiffers: 0, accuracyPercent: 50 },
			]);
		},
	);

	it('compares total, lines and status where they are mapped', async () => {
		const compare = { total: '={{ $json.total }}', status: '={{ $json.status }}', lines: '={{ $json.lines }}' };
		const items = [
			{ no: 'A', total: 20, status: 'fulfilled', lines: mugs(2) },
			{ no: 'B', total: '10,50', status: 'cancelled', lines: mugs(3) },
			{ no: 'B-2', total: null, status: null, lines: null },
		];
		const result = await reconcile(items, { compare });
		expect(jsons(result)).toMatchObject([
			{ outcome: 'totalDiffers', orderNumber: 'B', inErp: '10.5', inExtensiv: '10 USD' },
			{ outcome: 'linesDiffer', orderNumber: 'B', inErp: 'MUG × 3', inExtensiv: 'MUG × 1' },
			{ outcome: 'statusDiffers', orderNumber: 'B', inErp: 'cancelled' },
		]);
		expect(summaries(result)).toMatchObject([{ compared: 3, equal: 2 }]);
	});

	it('takes one item per line: all items of a number are one order', async () => {
		const lines = { inputMode: 'orderLine', sku: '={{ $json.sku }}', quantity: '={{ $json.quantity }}' };
		const items = [
			{ no: 'A', sku: 'MUG', quantity: 1 },
			{ no: 'B', sku: 'MUG', quantity: 1 },
			{ no: 'A', sku: 'MUG', quantity: 1 },
			{ no: 'B', sku: 'POT', quantity: 1 },
		];
		const result = await reconcile(items, lines);
		expect(jsons(result)).toMatchObject([
			{ outcome: 'linesDiffer', orderNumber: 'B', inErp: 'POT × 1', inExtensiv: 'none' },
		]);
		expect(result.pairs).toEqual([[1, 3]]);
		expect(summaries(result)).toMatchObject([{ compared: 2, equal: 1 }]);
	});

	it('does not compare an order of which a line cannot be read', async () => {
		const lines = { inputMode: 'orderLine', sku: '={{ $json.sku }}', quantity: '={{ $json.quantity }}' };
		const items = [
			{ no: 'A', sku: 'MUG', quantity: 1 },
			{ no: 'A', sku: 'MUG', quantity: 'one' },
			{ no: 'B', sku: 'MUG', quantity: 1 },
		];
		const result = await reconcile(items, lines, { onError: 'continueErrorOutput' });
		expect(jsons(result)).toEqual([]);
		expect(column({ ...result, items: result.errorItems }, 'no')).toEqual(['A', 'A']);
		expect(summaries(result)).toMatchObject([{ compared: 1, equal: 1 }]);
	});

	it('refuses an order that comes twice as a whole, and names the items', async () => {
		const { error } = await reconcile([{ no: 'A' }, { no: 'B' }, { no: 'A' }]);
		expect(error?.message).toMatch(/Items 1 and 3.*same order number/);
	});

	it('looks into one channel where the user says so', async () => {
		const items = [{ no: 'ELSEWHERE' }, { no: 'A' }];
		const result = await reconcile(items, { salesChannel: byId(SHOPIFY) });
		expect(jsons(result)).toMatchObject([{ outcome: 'neverArrived', orderNumber: 'A' }]);
	});

	it("refuses totals under the guide's contract, which does not tell them", async () => {
		const { error } = await reconcile([{ no: 'A' }], { compare: { total: '20' } }, { contract: 'guide' });
		expect(error?.message).toMatch(/Total:.*does not tell totals/);
	});

	it('looks a number up a second time before it counts as missing: a list may shift while it is read', async () => {
		stage.control.faults([{ kind: 'answer', method: 'GET', path: '/v1.1/orders', at: [1], response: { body: [] } }]);
		const result = await reconcile([{ no: 'A' }, { no: 'C' }], { output: 'everything' });
		expect(jsons(result)).toMatchObject([
			{ outcome: 'equal', orderNumber: 'A' },
			{ outcome: 'neverArrived', orderNumber: 'C' },
		]);
	});

	it('does not call an order missing that may be a record that cannot be read', async () => {
		stage.control.oddValues([{ where: { orderNumber: 'B' }, set: { orderItems: 'many' } }]);
		const result = await reconcile([{ no: 'A' }, { no: 'B' }], {}, { onError: 'continueErrorOutput' });
		expect(jsons(result)).toEqual([]);
		expect(failures(result)).toMatchObject([{ no: 'B', error: expect.any(String) }]);
	});

	it('looks for each order in the sales channel of its own item', async () => {
		const channel = { salesChannel: byId('={{ $json.channel }}') };
		const items = [
			{ no: 'ELSEWHERE', channel: SHOPIFY },
			{ no: 'A', channel: DIRECT },
			{ no: 'ELSEWHERE', channel: DIRECT },
		];
		const result = await reconcile(items, channel);
		expect(jsons(result)).toMatchObject([{ outcome: 'neverArrived', orderNumber: 'ELSEWHERE' }]);
		expect(result.pairs).toEqual([[2]]);
		expect(summaries(result)).toMatchObject([{ compared: 3, equal: 2 }]);
	});

	it('keeps the lines of two channels apart that number their orders alike', async () => {
		const items = [
			{ no: 'ELSEWHERE', channel: SHOPIFY, sku: 'MUG', quantity: 1 },
			{ no: 'ELSEWHERE', channel: DIRECT, sku: 'MUG', quantity: 1 },
		];
		const result = await reconcile(items, {
			inputMode: 'orderLine',
			sku: '={{ $json.sku }}',
			quantity: '={{ $json.quantity }}',
			salesChannel: byId('={{ $json.channel }}'),
		});
		expect(summaries(result)).toMatchObject([{ compared: 2, neverArrived: 1 }]);
	});
});
