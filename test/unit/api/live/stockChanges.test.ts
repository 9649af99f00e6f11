import { stockChanges, takeChangedSkus } from '../../../../nodes/shared/api/live/stock/feed';
import type { StockChange } from '../../../../nodes/shared/domain/stock/stockChange';
import { apiClient } from '../../../support/apiClient';
import { useScriptedService } from '../../../support/scriptedService';

const SINCE = '2026-03-05T00:00:00Z';
const row = (masterSku: string | null, productId = 1): unknown => ({
	product: { productId, masterSku },
	availableQuantity: 5,
	warehouseInventoryBreakdown: [],
});
const wrapped = (rows: unknown[], pagesRemaining = false): unknown => [
	{ pagesRemaining, productAggregatedQuantities: rows },
];

describe('The feed of changed stock', () => {
	const service = useScriptedService();
	const take = async () => await takeChangedSkus(apiClient(service.url), '1207', SINCE);
	const readAll = async (): Promise<StockChange[]> => {
		const changes: StockChange[] = [];
		for await (const page of stockChanges(apiClient(service.url), { salesChannelId: '1207', perWarehouse: false }, {}))
			changes.push(...page.map(({ value }) => value));
		return changes;
	};

	it('is asked for its first page alone, without an end of time: what dates hide may be taken all the same', async () => {
		service.script({ body: wrapped([row('MUG'), row('POT', 2)], true) });
		expect(await take()).toEqual({ skus: ['MUG', 'POT'], more: true });
		expect(service.seen.map(({ method, url }) => `${method} ${decodeURIComponent(url)}`)).toEqual([
			`POST /v1.2/inventory/acknowledge?salesChannelId=1207&fromDate=${SINCE}&page=1&limit=500`,
		]);
	});

	it('has more than it shows where a product has no SKU', async () => {
		service.script({ body: wrapped([row('MUG'), row(null, 2)]) });
		expect(await take()).toEqual({ skus: ['MUG'], more: true });
	});

	it.each([
		[[]],
		[wrapped([])],
		[[{ pagesRemaining: false }]],
		[{ pagesRemaining: false, productAggregatedQuantities: [] }],
	])('may be empty: %j', async (body) => {
		service.script({ body });
		expect(await take()).toEqual({ skus: [], more: false });
	});

	it.each<[string, object]>([
		['a refusal', { body: { success: false, message: 'Maintenance' } }],
		['an error', { body: [{ error: 'invalid_token' }] }],
		['rows of another kind', { body: [{ productAggregatedQuantities: 7 }] }],
		['nothing', { status: 200 }],
		['a page of a gateway', { body: '<html></html>' }],
		['a broken connection', { instead: 'break' }],
		['trouble of the service', { status: 502, body: {} }],
	])('whose answer is %s may have taken changes, is not asked again, and says so', async (_what, script) => {
		for (const read of [take, readAll]) {
			service.script(script, { body: wrapped([row('MUG')]) });
			await expect(read()).rejects.toMatchObject({
				facts: {
					kind: 'feedLost',
					message: expect.stringMatching(
						/sales channel 1207 could not be read, and the service may not show them again/,
					),
				},
			});
			expect(service.seen).toHaveLength(1);
		}
	});

	it('may have taken any product where a row is none: the SKUs are not all, and who reads the feed itself is not given a part of it for the whole', async () => {
		service.script({ body: wrapped(['MUG', row('POT')]) }, { body: wrapped(['MUG', row('POT')]) });
		expect(await take()).toEqual({ skus: ['POT'], more: true });
		await expect(readAll()).rejects.toMatchObject({ facts: { kind: 'feedLost' } });
	});

	it.each([401, 403, 422])('that is refused (%i) has taken nothing', async (status) => {
		service.script({ status, body: {} });
		await expect(take()).rejects.not.toMatchObject({ facts: { kind: 'feedLost' } });
	});
});
