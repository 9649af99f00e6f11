import { NEWEST } from '../../engine';
import { CONTRACTS } from '../../support/credentials';
import { byId, COLUMBUS } from '../../support/parameters';
import { MUG, bySku } from '../../support/products';
import { column, failures, jsons, sortedColumn } from '../../support/results';
import { useStage } from '../../support/stage';
import { expectPages } from '../../support/pages';

const LIST = { live: 'GET /v1.1/products', guide: 'GET /api/products' } as const;

describe.each(NEWEST)('Get many products, n8n line %s', (line) => {
	const stage = useStage(line);
	const getAll = async (
		...[parameters, settings]: [Parameters<typeof stage.run>[2], Parameters<typeof stage.run>[3]]
	) => await stage.run('extensivProducts', 'getAll', parameters, settings);

	describe.each(CONTRACTS)('%s contract', (contract) => {
		it('brings all of them, page by page, each once', async () => {
			stage.control.seed({ products: Array.from({ length: 240 }, (_, at) => ({ sku: `CUP-${at}` })) });
			const result = await getAll({ returnAll: true }, { contract });
			expect(result.items).toHaveLength(stage.control.books().counts.products ?? 0);
			expect(new Set(column(result, 'sku')).size).toBe(result.items.length);
			expectPages(stage.calls(LIST[contract]), 3);
		});

		it('brings no more than the limit, and asks for no more', async () => {
			stage.control.seed({ products: Array.from({ length: 240 }, (_, at) => ({ sku: `CUP-${at}` })) });
			const result = await getAll({ limit: 7 }, { contract });
			expect(result.items).toHaveLength(7);
			expect(stage.calls(LIST[contract])).toBeLessThanOrEqual(2);
		});

		it('takes SKUs whole', async () => {
			const result = await getAll({ returnAll: true, filters: { skus: 'MUG, pot, MU' } }, { contract });
			expect(sortedColumn(result, 'sku')).toEqual(['MUG', 'POT']);
		});

		it('brings only what was changed since', async () => {
			const result = await getAll({ returnAll: true, filters: { modifiedFrom: '2025-03-01T00:00:00Z' } }, { contract });
			expect(sortedColumn(result, 'sku')).toEqual(['MUG', 'MUG-XL', 'POT']);
		});

		it('reads a list for each item, and goes on after a failed one', async () => {
			const items = [{ since: 'some day' }, { since: '2025-03-01' }];
			const result = await getAll(
				{ limit: 1, filters: { modifiedFrom: '={{ $json.since }}' } },
				{ contract, items, onError: 'continueErrorOutput' },
			);
			expect(result.pairs).toEqual([[1]]);
			expect(failures(result)[0]?.error).toMatch(/Modified After.*some day/);
		});
	});

	it('filters by state, UPC, MPN, dates and warehouse', async () => {
		stage.control.seed({
			products: [{ sku: 'OLD', active: false }],
			stock: [{ sku: 'POT', warehouseId: Number(COLUMBUS), onHand: 1 }],
		});
		const skus = async (filters: Parameters<typeof stage.run>[2]) =>
			sortedColumn(await getAll({ returnAll: true, filters }, {}), 'sku');
		expect(await skus({ active: 'inactive' })).toEqual(['OLD']);
		expect(await skus({ active: 'active', createdFrom: '2025-01-01' })).toEqual(['MUG', 'MUG-XL', 'POT']);
		expect(await skus({ active: 'any', createdFrom: '2025-01-01' })).toEqual(['MUG', 'MUG-XL', 'OLD', 'POT']);
		expect(await skus({ upcs: `${MUG.upc}, 0000` })).toEqual([MUG.sku]);
		expect(await skus({ mpns: MUG.mpn })).toEqual([MUG.sku]);
		expect(await skus({ createdTo: '2024-12-31', modifiedTo: '2025-02-28', warehouse: byId(COLUMBUS) })).toEqual([
			MUG.sku,
			'POT-CMP-2L',
		]);
	});

	it.each([
		['Active', { active: 'active' }],
		['UPCs', { upcs: '1' }],
		['Warehouse', { warehouse: byId(COLUMBUS) }],
		['Created After', { createdFrom: '2025-01-01' }],
	])('refuses the filter %s under the guide, which does not have it', async (label, filters) => {
		const result = await getAll({ filters }, { contract: 'guide' });
		expect(result.error?.message).toMatch(new RegExp(`${label}.*does not have this filter`));
		expect(stage.calls(LIST.guide)).toBe(0);
	});

	it('gives rows that can be mapped back to columns by their names', async () => {
		const [mug] = jsons(await getAll({ filters: { skus: MUG.sku } }, {}));
		const changed = await stage.run(
			'extensivProducts',
			'update',
			{ product: bySku('={{ $json.sku }}'), columns: { mappingMode: 'autoMapInputData', value: null, schema: [] } },
			{ items: [{ ...mug, name: 'Mug' }] },
		);
		expect(changed).toMatchObject({ status: 'success', items: [{ json: { outcome: 'updated', sku: MUG.sku } }] });
	});
});
