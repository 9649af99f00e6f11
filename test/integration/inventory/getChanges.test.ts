import type { IDataObject } from 'n8n-workflow';
import { NEWEST, type RunResult } from '../../engine';
import { tokenCredential } from '../../support/credentials';
import { byId, DIRECT, SHOPIFY } from '../../support/parameters';
import { column, failures, jsons } from '../../support/results';
import { selected } from '../../support/selected';
import { useStage } from '../../support/stage';

const FEED = 'POST /v1.2/inventory/acknowledge';

describe.each(NEWEST)('Changed stock levels of a channel, n8n line %s', (line) => {
	const stage = useStage(line);
	const read = async (parameters: IDataObject = {}, settings: object = {}): Promise<RunResult> =>
		await stage.stock('getChanges', { salesChannel: byId(DIRECT), ...parameters }, settings);
	const since = { filters: { changedFrom: '2026-03-05T00:00:00Z' } };

	beforeEach(() => {
		stage.control.clock({ now: '2026-03-05T09:00:00Z' });
		stage.control.seed({
			stock: [
				{ sku: 'MUG', warehouseId: 5101, onHand: 30, location: 'A-01', locked: 4 },
				{ sku: 'MUG', warehouseId: 5102, onHand: 12 },
				{ sku: 'POT', warehouseId: 5102, onHand: 5 },
			],
		});
	});

	it('come as a row for each product, with the share of each warehouse', async () => {
		const result = await read({ ...since, ...selected('sku', 'productId', 'productName', 'available', 'warehouses') });
		expect(jsons(result)).toEqual([
			{
				sku: 'MUG',
				productId: expect.stringMatching(/^\d+$/),
				productName: 'Mug',
				available: 38,
				warehouses: [
					{ warehouseId: '5101', available: 26 },
					{ warehouseId: '5102', available: 12 },
				],
			},
			{
				sku: 'POT',
				productId: expect.any(String),
				productName: 'Pot',
				available: 5,
				warehouses: [{ warehouseId: '5102', available: 5 }],
			},
		]);
	});

	it('or as a row for each product and warehouse', async () => {
		const result = await read({ ...since, detail: 'warehouse' });
		expect(jsons(result)).toMatchObject([
			{ sku: 'MUG', warehouseId: '5101', available: 26 },
			{ sku: 'MUG', warehouseId: '5102', available: 12 },
			{ sku: 'POT', warehouseId: '5102', available: 5 },
		]);
	});

	it('are those between the two dates', async () => {
		stage.control.stockFeed({ by: 'dates' });
		stage.control.clock({ now: '2026-03-07T09:00:00Z' });
		await stage.stock('set', { sku: 'POT', onHand: 4, warehouse: byId(5102) });
		expect(column(await read({ filters: { changedFrom: '2026-03-06' } }), 'sku')).toEqual(['POT']);
		expect(column(await read({ filters: { ...since.filters, changedTo: '2026-03-06' } }), 'sku')).toEqual(['MUG']);
	});

	it('are read until the service says that no page is left, and each comes once', async () => {
		const products = Array.from({ length: 130 }, (_, at) => ({ sku: `BULK-${at}` }));
		stage.control.seed({ products, stock: products.map(({ sku }) => ({ sku, warehouseId: 5102, onHand: 1 })) });
		const result = await read({ ...since, options: { pageSize: 33 } });
		expect(new Set(column(result, 'sku')).size).toBe(132);
		expect(result.items).toHaveLength(132);
		expect(stage.calls(FEED)).toBe(4);
	});

	it('need one call where everything fits into a page', async () => {
		await read(since);
		expect(stage.calls(FEED)).toBe(1);
		expect(Object.fromEntries(stage.queries('POST', '/v1.2/inventory/acknowledge')[0] ?? [])).toEqual({
			salesChannelId: DIRECT,
			fromDate: '2026-03-05T00:00:00Z',
			page: '1',
			limit: '500',
		});
	});

	it('come once: what was read is taken, and the next reading gets what has changed since', async () => {
		expect(column(await read(), 'sku')).toContain('MUG');
		expect((await read()).items).toEqual([]);
		await stage.stock('set', { sku: 'POT', onHand: 4, warehouse: byId(5102) });
		expect(column(await read(), 'sku')).toEqual(['POT']);
	});

	it('all come out, because what a limit left out would be lost', async () => {
		const result = await read({ returnAll: false, limit: 1 });
		expect(column(result, 'sku')).toEqual(expect.arrayContaining(['MUG', 'POT']));
	});

	describe('are not lost without a word', () => {
		it('a read-only credential is refused, before anything is sent', async () => {
			stage.control.clearRequests();
			const result = await read(since, { credentials: tokenCredential(stage.url, { readOnly: true }) });
			expect(result.error).toMatchObject({
				message: expect.stringMatching(/read-only, and reading the feed of changed stock levels would remove/),
				description: expect.stringContaining('Read Only'),
			});
			expect(stage.control.requests().total).toBe(0);
		});

		it.each(['lostAnswer', 'truncated', '503', 'reset'] as const)(
			'a reading whose answer is lost is not repeated, and what to do is said: %s',
			async (kind) => {
				stage.control.faults([{ kind, path: '/v1.2/inventory/acknowledge', at: [1] }]);
				const { status, error } = await read();
				expect(status).toBe('error');
				expect(error).toMatchObject({
					message: expect.stringMatching(
						/sales channel 1207 could not be read, and the service may not show them again/,
					),
					description: expect.stringContaining('Get Many'),
				});
				expect(stage.calls(FEED)).toBe(1);
			},
		);

		it('a reading that was certainly not done is tried again', async () => {
			stage.control.faults([{ kind: '429', path: '/v1.2/inventory/acknowledge', at: [1], retryAfterMs: 1 }]);
			expect(column(await read(), 'sku')).toContain('MUG');
			expect(stage.calls(FEED)).toBe(2);
		});

		it('pages that came before the one that is lost come out where the node continues', async () => {
			stage.control.faults([{ kind: 'lostAnswer', path: '/v1.2/inventory/acknowledge', at: [2] }]);
			const result = await read({ options: { pageSize: 2 } }, { onError: 'continueRegularOutput' });
			expect(jsons(result)).toMatchObject([
				{ sku: expect.any(String) },
				{ sku: expect.any(String) },
				{ error: expect.stringContaining('2 rows were read before') },
			]);
		});

		it('those of the items before are named where the node stops', async () => {
			const { error } = await read(
				{ salesChannel: byId('={{ $json.channel }}') },
				{ items: [{ channel: DIRECT }, { channel: SHOPIFY }] },
			);
			expect(error?.message).toMatch(
				/\d changes were already taken from the feed and do not come out.*“On Error” to “Continue”/,
			);
		});

		it('a hint names the other nodes that read the same feed', async () => {
			const credentials = tokenCredential(stage.url);
			const parameters = {
				authentication: credentials.type,
				resource: 'stockLevel',
				operation: 'getChanges',
				salesChannel: byId(DIRECT),
			};
			const node = { node: 'extensivInventory', parameters, credentials, alwaysOutputData: true };
			const { nodes } = await stage.engine.runWorkflow(
				[
					{ ...node, name: 'One' },
					{ ...node, name: 'Two' },
				],
				[
					['Start', 'One'],
					['One', 'Two'],
				],
			);
			expect(nodes['Two']?.hints).toEqual([
				expect.stringMatching(/also read by .*“One” \(workflow “Workflow”\).*Each of them gets only a part/),
			]);
		});
	});

	it('exist for channels of some types only; the others are an error of their item', async () => {
		const items = [{ channel: SHOPIFY }, { channel: DIRECT }];
		const result = await read(
			{ ...since, salesChannel: byId('={{ $json.channel }}') },
			{ items, onError: 'continueErrorOutput' },
		);
		expect(result.pairs).toEqual([[1], [1]]);
		expect(failures(result)).toMatchObject([
			{ channel: SHOPIFY, error: expect.stringMatching(/not MANUAL or CUSTOM/) },
		]);
	});

	it("come as the service's own objects with Output on Raw", async () => {
		stage.control.stockFeed({ by: 'dates' });
		const own = { product: { masterSku: 'MUG' }, availableQuantity: 38 };
		expect(jsons(await read({ ...since, output: 'raw' }))[0]).toMatchObject({
			...own,
			warehouseInventoryBreakdown: [{ warehouseId: 5101 }, { warehouseId: 5102 }],
		});
		expect(jsons(await read({ ...since, output: 'raw', detail: 'warehouse' }))[1]).toMatchObject({
			...own,
			warehouseInventoryBreakdown: [{ warehouseId: 5102, availableQuantity: 12 }],
		});
	});
});
