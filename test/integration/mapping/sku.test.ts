import { NEWEST } from '../../engine';
import { CONTRACTS } from '../../support/credentials';
import { codes, map, typed } from '../../support/mapping';
import { MUG } from '../../support/products';
import { useStage } from '../../support/stage';

const LIST = { live: 'GET /v1.1/products', guide: 'GET /api/products' } as const;

describe.each(NEWEST)('Map SKU, n8n line %s', (line) => {
	const stage = useStage(line);

	describe.each(CONTRACTS)('%s contract', (contract) => {
		it('gives the product of each code, and keeps everything else of the item', async () => {
			const items = [{ code: 'pot', quantity: 2, note: { from: 'ERP' } }];
			const { mapped, unmapped } = await map(stage, 'sku', items, {}, { contract });
			expect(mapped).toEqual([
				{
					...items[0],
					mapped: { productId: expect.any(String), sku: 'POT', name: 'Pot', matchedBy: 'sku' },
				},
			]);
			expect(unmapped).toEqual([]);
		});

		it('never takes a SKU that only begins with the code: it is a candidate', async () => {
			const { mapped, unmapped } = await map(stage, 'sku', codes('MUG-X'), {}, { contract });
			expect(mapped).toEqual([]);
			expect(unmapped).toMatchObject([
				{
					code: 'MUG-X',
					reason: expect.stringMatching(/no product with the code “MUG-X”/),
					candidates: expect.arrayContaining([expect.objectContaining({ sku: 'MUG-XL' })]),
				},
			]);
		});

		it('looks up each code once, whatever the number of items', async () => {
			const items = codes(...Array.from({ length: 30 }, (_, at) => (at % 2 === 0 ? 'MUG' : 'POT')));
			const { mapped } = await map(stage, 'sku', items, {}, { contract });
			expect(mapped).toHaveLength(30);
			expect(stage.calls(LIST[contract])).toBe(contract === 'live' ? 1 : 2);
		});

		it('takes typed codes first, and checks them against the account', async () => {
			const { mapped, unmapped } = await map(
				stage,
				'sku',
				codes('MUG', 'CUP', 'POT'),
				{ ...typed(['mug', 'POT'], ['CUP', 'NO-SUCH-SKU']), sources: ['account', 'typed'] },
				{ contract },
			);
			expect(mapped).toMatchObject([
				{ code: 'MUG', mapped: { sku: 'POT', matchedBy: 'table' } },
				{ code: 'POT', mapped: { sku: 'POT', matchedBy: 'sku' } },
			]);
			expect(unmapped).toMatchObject([
				{ code: 'CUP', reason: expect.stringMatching(/says “NO-SUCH-SKU”.*no product/) },
			]);
		});
	});

	it('compares with SKU, listing SKU, UPC and MPN in the order of the selection', async () => {
		stage.control.seed({ products: [{ sku: MUG.upc, name: 'Called like a UPC' }] });
		const find = async (...matchBy: string[]): Promise<unknown> =>
			(await map(stage, 'sku', codes(MUG.upc), { matchBy })).mapped;
		expect(await find('upc', 'sku')).toMatchObject([{ mapped: { sku: MUG.sku, matchedBy: 'upc' } }]);
		expect(await find('sku', 'upc')).toMatchObject([{ mapped: { name: 'Called like a UPC', matchedBy: 'sku' } }]);
		const all = { matchBy: ['sku', 'listingSku', 'upc', 'mpn', 'productId'] };
		const { mapped } = await map(stage, 'sku', codes('NW-MUG-BLU', MUG.mpn, MUG.id), all);
		expect(mapped).toMatchObject([
			{ mapped: { productId: MUG.id, sku: MUG.sku, matchedBy: 'listingSku' } },
			{ mapped: { productId: MUG.id, matchedBy: 'mpn' } },
			{ mapped: { productId: MUG.id, matchedBy: 'productId' } },
		]);
	});

	it('leaves a code of two products unmapped, with both as candidates', async () => {
		stage.control.seed({
			products: [
				{ sku: 'TWIN-1', name: 'One', upc: '036000291452' },
				{ sku: 'TWIN-2', name: 'Two', upc: '036000291452' },
			],
		});
		const { mapped, unmapped } = await map(stage, 'sku', codes('036000291452'), { matchBy: ['upc'] });
		expect(mapped).toEqual([]);
		expect(unmapped).toMatchObject([
			{ reason: expect.stringMatching(/several product records/), candidates: [{ sku: 'TWIN-1' }, { sku: 'TWIN-2' }] },
		]);
	});

	it('leaves the code of a product that is not active unmapped, unless that is wanted', async () => {
		stage.control.seed({ products: [{ sku: 'OLD', name: 'Old', active: false }] });
		const { unmapped } = await map(stage, 'sku', codes('OLD'));
		expect(unmapped).toMatchObject([{ reason: expect.stringMatching(/not active/) }]);
		const { mapped } = await map(stage, 'sku', codes('OLD'), { options: { includeInactive: true } });
		expect(mapped).toMatchObject([{ mapped: { sku: 'OLD' } }]);
	});

	it("gives the ERP's code for a product: from the table, or one of the product's own codes", async () => {
		const table = { ...typed(['ERP-9', 'POT']), sources: ['account', 'typed'], direction: 'from', give: 'upc' };
		const { mapped, unmapped } = await map(stage, 'sku', codes('POT', MUG.sku, 'MUG-XL'), table);
		expect(mapped).toMatchObject([
			{ mapped: { code: 'ERP-9', matchedBy: 'table' } },
			{ mapped: { code: MUG.upc, productId: MUG.id } },
		]);
		expect(unmapped).toMatchObject([{ code: 'MUG-XL', reason: expect.stringMatching(/has no UPC/) }]);
		const listing = await map(stage, 'sku', codes('POT'), { direction: 'from', give: 'listingSku', output: 'value' });
		expect(listing.mapped).toEqual([{ code: 'POT', mapped: 'POT' }]);
	});

	it.each(['upc', 'mpn', 'listingSku'])("says that the guide's contract has no %s, and sends nothing", async (kind) => {
		const { result } = await map(stage, 'sku', codes('x'), { matchBy: [kind] }, { contract: 'guide' });
		expect(result.error?.message).toMatch(/not part of the contract/);
		expect(stage.control.requests().total).toBeLessThanOrEqual(1);
	});

	it.each(['upc', 'mpn'] as const)('looks up any number of %ss in calls whose URLs stay short', async (kind) => {
		const all = [...Array.from({ length: 449 }, (_, at) => `CODE-000000000-${at + 1}`), MUG[kind]];
		const options = { candidates: 0 };
		const { mapped, unmapped } = await map(stage, 'sku', codes(...all), { matchBy: [kind], options });
		expect(mapped).toMatchObject([{ mapped: { sku: MUG.sku, matchedBy: kind } }]);
		expect(unmapped).toHaveLength(449);
		const queries = stage.control.requests().log.map(({ query }) => query?.length ?? 0);
		expect(Math.max(...queries)).toBeLessThan(5_000);
	});
});
