import { NEWEST } from '../../engine';
import { CONTRACTS, tokenCredential } from '../../support/credentials';
import { MUG, bySku, chosen, live, productInBooks } from '../../support/products';
import { column, failures, jsons } from '../../support/results';
import { WHOLE_PRODUCT } from '../../support/selected';
import { useStage } from '../../support/stage';

describe.each(NEWEST)('Get a product, n8n line %s', (line) => {
	const stage = useStage(line);
	const get = async (...[parameters, settings]: [Parameters<typeof stage.run>[2], Parameters<typeof stage.run>[3]]) =>
		await stage.run('extensivProducts', 'get', parameters, settings);

	describe.each(CONTRACTS)('%s contract', (contract) => {
		it.each([
			['ID', chosen('id', MUG.id)],
			['SKU', bySku(MUG.sku)],
			['SKU in another case', bySku('mug-blu-12')],
		])('finds it by its %s', async (_, product) => {
			const result = await get({ product, ...WHOLE_PRODUCT }, { contract });
			expect(jsons(result)).toMatchObject([
				{
					productId: MUG.id,
					sku: MUG.sku,
					name: 'Enamel Mug, Blue, 12 oz',
					brand: 'Northwind',
					upc: MUG.upc,
					weight: 9.5,
					active: true,
					createdAt: '2024-06-11T14:02:00Z',
					updatedAt: '2025-02-20T08:31:45Z',
				},
			]);
		});

		it('takes SKUs whole and answers in the order of the items, whichever are missing', async () => {
			const items = [{ sku: 'MUG-XL' }, { sku: 'MU' }, { sku: 'MUG' }, { sku: 'MUG-XL' }];
			const result = await get(
				{ product: bySku('={{ $json.sku }}') },
				{ contract, items, onError: 'continueErrorOutput' },
			);
			expect(column(result, 'sku')).toEqual(['MUG-XL', 'MUG', 'MUG-XL']);
			expect(result.pairs).toEqual([[0], [2], [3]]);
			expect(failures(result)).toMatchObject([
				{ sku: 'MU', error: expect.stringMatching(/no product with the SKU MU\./) },
			]);
		});

		it('says that there is none with the ID', async () => {
			const result = await get({ product: chosen('id', '12') }, { contract });
			expect(result.error?.message).toMatch(/no product with the Product ID 12/);
		});

		it("gives the service's own object with Output on Raw", async () => {
			const result = await get({ product: bySku(MUG.sku), output: 'raw' }, { contract });
			expect(jsons(result)).toEqual([
				contract === 'live'
					? await productInBooks(stage, MUG.sku)
					: expect.objectContaining({ id: 410233, sku: MUG.sku, updated_at: expect.any(String) }),
			]);
		});
	});

	it('knows everything of a live product', async () => {
		const items = [{ sku: MUG.sku }, { sku: 'KIT-CMP-1' }, { sku: 'SHIRT-M' }, { sku: 'SHIRT' }];
		const result = await get({ product: bySku('={{ $json.sku }}'), ...WHOLE_PRODUCT }, { items });
		expect(jsons(result)).toMatchObject([
			{
				type: 'core',
				parentId: null,
				vendorCost: 4.35,
				mapPrice: 12,
				currency: 'USD',
				customsCountry: 'US',
				customsValue: 4.35,
				buyerName: 'Casey Buyer',
				labels: ['core-range'],
				categories: ['Kitchen'],
				imageUrls: ['https://images.example.com/410233.jpg'],
				customFields: [{ name: 'Material', value: 'Enamelled steel', type: 'TEXTSHORT' }],
			},
			{
				type: 'bundle',
				parts: [
					{ sku: 'POT-CMP-2L', quantity: 1 },
					{ sku: MUG.sku, quantity: 2 },
				],
			},
			{ type: 'variation', parentId: '410250', attributes: ['M'] },
			{ type: 'virtual' },
		]);
		expect(stage.control.requests().total).toBe(1);
	});

	it.each([
		['UPC', chosen('upc', MUG.upc)],
		['MPN', chosen('mpn', MUG.mpn)],
	])('finds it by its whole %s', async (_, product) => {
		expect(column(await get({ product }, {}), 'sku')).toEqual([MUG.sku]);
		const beginning = { ...product, value: String(product.value).slice(0, 4) };
		expect((await get({ product: beginning }, {})).error?.message).toMatch(/There is no product/);
	});

	it('does not guess when several products have the UPC', async () => {
		stage.control.seed({
			products: [
				{ sku: 'A', upc: '77' },
				{ sku: 'B', upc: '77' },
			],
		});
		const result = await get({ product: chosen('upc', '77') }, {});
		expect(result.error?.message).toMatch(/2 products have the UPC 77/);
		expect(result.error?.description).toMatch(/SKU or the product ID/);
	});

	it('refuses an ID that is none, without asking', async () => {
		const result = await get({ product: chosen('id', 'MUG') }, {});
		expect(result.error?.message).toMatch(/Product ID: “MUG”/);
		expect(stage.control.requests().total).toBe(0);
	});

	it('finds a SKU with signs that mean something in addresses', async () => {
		const sku = 'A&B #1/2,5"';
		await live(stage, 'PUT', '/v1.1/products/cores', [{ masterSku: sku, name: 'Odd', brand: 'Northwind' }]);
		expect(column(await get({ product: bySku(sku) }, {}), 'sku')).toEqual([sku]);
	});

	it('may be used with a read-only credential', async () => {
		const result = await get(
			{ product: bySku('MUG') },
			{ credentials: tokenCredential(stage.url, { readOnly: true }) },
		);
		expect(column(result, 'sku')).toEqual(['MUG']);
	});
});
