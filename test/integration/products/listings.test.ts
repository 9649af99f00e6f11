import { NEWEST } from '../../engine';
import { byId, COLUMBUS, DIRECT, SHOPIFY } from '../../support/parameters';
import { MUG, bySku, live } from '../../support/products';
import { column, failures, jsons, sortedColumn } from '../../support/results';
import { useStage } from '../../support/stage';
import { expectPages } from '../../support/pages';

describe.each(NEWEST)('Listings, n8n line %s', (line) => {
	const stage = useStage(line);
	const run = async (
		operation: string,
		parameters: Parameters<typeof stage.run>[2],
		settings: Parameters<typeof stage.run>[3] = {},
	) => await stage.run('extensivProducts', operation, { resource: 'listing', ...parameters }, settings);
	const inBooks = async (listingSku: string): Promise<unknown> =>
		await live(stage, 'GET', `/v1/listings?listingSku=${listingSku}`);

	describe('Get Many', () => {
		it('gives listings with their product and channel', async () => {
			const result = await run('getAll', { filters: { listingSkus: 'NW-MUG-BLU', salesChannel: byId(DIRECT) } });
			expect(jsons(result)).toEqual([
				{
					listingId: '730015',
					listingSku: 'NW-MUG-BLU',
					sku: MUG.sku,
					productId: MUG.id,
					salesChannelId: DIRECT,
					active: true,
					pushInventory: true,
					fnSku: null,
					createdAt: '2024-06-12T10:00:00Z',
					updatedAt: '2025-01-08T11:45:30Z',
				},
			]);
		});

		it('brings all of them, in three calls at most beyond their two pages', async () => {
			stage.control.seed({ products: Array.from({ length: 200 }, (_, at) => ({ sku: `CUP-${at}` })) });
			const result = await run('getAll', { returnAll: true });
			expect(result.items).toHaveLength(stage.control.books().counts.listings ?? 0);
			expectPages(stage.calls('GET /v1/listings'), 2);
		});

		it('filters by product, state, dates and warehouse', async () => {
			const skus = async (filters: Parameters<typeof stage.run>[2]) =>
				sortedColumn(
					await run('getAll', { returnAll: true, filters: { salesChannel: byId(DIRECT), ...filters } }),
					'listingSku',
				);
			expect(await skus({ skus: `${MUG.sku}, POT` })).toEqual(['NW-MUG-BLU', 'POT']);
			expect(await skus({ active: 'inactive' })).toEqual([]);
			expect(await skus({ modifiedTo: '2025-02-01', warehouse: byId(COLUMBUS) })).toEqual(['NW-MUG-BLU', 'NW-POT-2L']);
			expect(await skus({ createdFrom: '2025-01-01' })).toEqual(['MUG', 'MUG-XL', 'POT']);
		});

		it('goes on after a failed item', async () => {
			const items = [{ since: 'never' }, { since: '2020-01-01' }];
			const result = await run(
				'getAll',
				{ limit: 1, filters: { createdFrom: '={{ $json.since }}' } },
				{ items, onError: 'continueErrorOutput' },
			);
			expect(result.pairs).toEqual([[1]]);
			expect(failures(result)[0]?.error).toMatch(/Created After.*never/);
		});
	});

	describe('Create', () => {
		const parameters = {
			salesChannel: byId('={{ $json.channel ?? 1207 }}'),
			listingSku: '={{ $json.listing }}',
			product: bySku('={{ $json.sku ?? "MUG" }}'),
		};

		it('creates them with one call for each channel', async () => {
			const items = [{ listing: 'L-1' }, { listing: 'L-1', channel: SHOPIFY }, { listing: 'L-2', sku: 'POT' }];
			const result = await run(
				'create',
				{ ...parameters, additionalFields: { active: false, pushInventory: false, fulfillmentLatency: 2 } },
				{ items },
			);
			expect(jsons(result)).toEqual([
				{ outcome: 'created', listingId: expect.any(String), listingSku: 'L-1', salesChannelId: DIRECT },
				{ outcome: 'created', listingId: expect.any(String), listingSku: 'L-1', salesChannelId: SHOPIFY },
				{ outcome: 'created', listingId: expect.any(String), listingSku: 'L-2', salesChannelId: DIRECT },
			]);
			expect(await inBooks('L-2')).toMatchObject([{ masterSku: 'POT', active: false, pushInventory: false }]);
			expect(stage.calls('PUT /v1/listings')).toBe(2);
		});

		it('reports one that the channel has already', async () => {
			const result = await run('create', parameters, { items: [{ listing: 'NW-MUG-BLU' }, { listing: 'L-1' }] });
			expect(jsons(result)).toMatchObject([{ outcome: 'existing', listingId: '730015' }, { outcome: 'created' }]);
		});

		it('creates nothing twice when the answer is lost', async () => {
			stage.control.faults([{ kind: 'lostAnswer', method: 'PUT', path: '/v1/listings', at: [1] }]);
			const before = stage.control.books().counts.listings ?? 0;
			const result = await run('create', parameters, { items: [{ listing: 'L-1' }, { listing: 'L-2' }] });
			expect(column(result, 'outcome')).toEqual(['created', 'created']);
			expect(stage.control.books().counts.listings).toBe(before + 2);
		});

		it('fails only the rows that cannot be: a product that is missing, a listing twice, a listing that is there', async () => {
			const items = [
				{ listing: 'L-1', sku: 'NONE' },
				{ listing: 'L-2' },
				{ listing: 'l-2' },
				{ listing: 'NW-MUG-BLU' },
			];
			const result = await run(
				'create',
				{ ...parameters, options: { lookUpFirst: false } },
				{ items, onError: 'continueErrorOutput' },
			);
			expect(result.pairs).toEqual([[1]]);
			expect(failures(result).map(({ error }) => error)).toEqual([
				expect.stringMatching(/L-1.*no product with the SKU NONE/),
				expect.stringMatching(/l-2 twice: item 2/),
				expect.stringMatching(/NW-MUG-BLU exists/),
			]);
		});
	});

	describe('Update', () => {
		const parameters = {
			salesChannel: byId(DIRECT),
			listingBy: 'sku',
			listingSku: '={{ $json.listing }}',
			updateFields: { pushInventory: false, newListingSku: '={{ $json.to }}' },
		};

		it('changes listings that are named by SKU, and only what is given', async () => {
			const items = [
				{ listing: 'NW-MUG-BLU', to: 'MUG-BLUE' },
				{ listing: 'nw-pot-2l', to: '' },
			];
			const result = await run('update', parameters, { items });
			expect(jsons(result)).toMatchObject([
				{ outcome: 'updated', listingId: '730015', listingSku: 'MUG-BLUE', salesChannelId: DIRECT },
				{ outcome: 'updated', listingSku: 'nw-pot-2l' },
			]);
			expect(await inBooks('MUG-BLUE')).toMatchObject([{ salesChannelId: 1207, pushInventory: false, active: true }]);
			expect(await inBooks('NW-MUG-BLU')).toMatchObject([{ salesChannelId: 1210, pushInventory: true }]);
			expect(stage.calls('POST /v1/listings')).toBe(1);
		});

		it('changes a listing that is named by its ID', async () => {
			const result = await run('update', {
				...parameters,
				listingBy: 'id',
				listingId: '730015',
				updateFields: { active: false },
			});
			expect(column(result, 'listingSku')).toEqual(['NW-MUG-BLU']);
			expect(await inBooks('NW-MUG-BLU')).toMatchObject([{ active: false }, { active: true }]);
		});

		it('fails only the listing that the channel does not have', async () => {
			const items = [{ listing: 'NW-MUG' }, { listing: 'NW-MUG-BLU' }];
			const result = await run('update', parameters, { items, onError: 'continueErrorOutput' });
			expect(result.pairs).toEqual([[1]]);
			expect(failures(result)[0]?.error).toMatch(/no listing with the SKU NW-MUG\./);
		});

		it('says that there is nothing to change', async () => {
			const result = await run('update', { ...parameters, updateFields: {} }, { items: [{ listing: 'NW-MUG-BLU' }] });
			expect(result.error?.message).toMatch(/nothing to change/);
		});
	});
});
