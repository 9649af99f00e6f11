import { NEWEST } from '../../engine';
import { CONTRACTS } from '../../support/credentials';
import { automatically, byHand, productInBooks } from '../../support/products';
import { column, failures, jsons } from '../../support/results';
import { useStage } from '../../support/stage';

const SEND = { live: 'PUT /v1.1/products/cores', guide: 'POST /api/products' } as const;
const CUP = { sku: 'CUP-1', name: 'Cup', brand: 'Northwind' };
const mapped = byHand({ sku: '={{ $json.no }}', name: '={{ $json.title }}', brand: 'Northwind' });

describe.each(NEWEST)('Create products, n8n line %s', (line) => {
	const stage = useStage(line);
	const create = async (
		...[parameters, settings]: [Parameters<typeof stage.run>[2], Parameters<typeof stage.run>[3]]
	) => await stage.run('extensivProducts', 'create', parameters, settings);

	describe.each(CONTRACTS)('%s contract', (contract) => {
		it('creates core products from columns that were mapped by hand', async () => {
			const items = [
				{ no: 'CUP-1', title: 'Cup' },
				{ no: 'CUP-2', title: 'Large Cup' },
			];
			const result = await create(mapped, { contract, items });
			expect(result).toMatchObject({ status: 'success', pairs: [[0], [1]], hints: [] });
			for (const [at, { no, title }] of items.entries()) {
				const product = await productInBooks(stage, no);
				expect(product).toMatchObject({ masterSku: no, name: title, brand: 'Northwind', type: 'CORE_PRODUCT' });
				expect(result.items[at]?.json).toEqual({ outcome: 'created', productId: String(product?.productId), sku: no });
			}
		});

		it('takes columns from the items by their names, however these are written', async () => {
			const items = [
				{ SKU: 'CUP-1', 'Product Name': 'Cup', brand: 'Northwind', weight: '9.5', Active: 'no', UPC: '0042' },
			];
			const result = await create(automatically(), { contract, items });
			expect(result).toMatchObject({
				status: 'success',
				hints: contract === 'live' ? [expect.stringMatching(/Weight was assumed to be in ounces/)] : [],
			});
			expect(await productInBooks(stage, 'CUP-1')).toMatchObject({
				name: 'Cup',
				weight: 9.5,
				active: false,
				upc: '0042',
			});
		});

		it('points out columns that nothing stands for, once for all items', async () => {
			const items = [
				{ ...CUP, colour: 'blue' },
				{ ...CUP, sku: 'CUP-2', shelf: 4 },
			];
			const result = await create(automatically(), { contract, items });
			expect(column(result, 'outcome')).toEqual(['created', 'created']);
			expect(result.hints).toEqual([expect.stringMatching(/colour, shelf/)]);
		});

		it('reports a product that is there already and sends nothing for it', async () => {
			const result = await create(automatically(), { contract, items: [{ ...CUP, sku: 'mug' }, CUP] });
			expect(jsons(result)).toMatchObject([
				{ outcome: 'existing', sku: 'MUG' },
				{ outcome: 'created', sku: 'CUP-1' },
			]);
			expect(await productInBooks(stage, 'MUG')).toMatchObject({ name: 'Mug' });
			expect(stage.calls(SEND[contract])).toBe(1);
		});

		it('takes a SKU once per run, in whichever case, and says which item had it first', async () => {
			const items = [CUP, { ...CUP, sku: 'cup-1' }];
			const result = await create(automatically(), { contract, items, onError: 'continueErrorOutput' });
			expect(result.pairs).toEqual([[0]]);
			expect(failures(result)[0]?.error).toMatch(/SKU.*cup-1.*item 1/);
		});

		it('lets the others through when the service refuses one', async () => {
			const items = [CUP, { ...CUP, sku: 'CUP-2', name: 'REFUSE ME' }, { ...CUP, sku: 'CUP-3' }];
			const result = await create(automatically(), { contract, items, onError: 'continueErrorOutput' });
			expect(result.pairs).toEqual([[0], [2]]);
			expect(failures(result)).toEqual([
				{
					...items[1],
					error: expect.stringMatching(/CUP-2.*refused as asked/),
					message: expect.any(String),
					failure: 'refused',
				},
			]);
			expect(await productInBooks(stage, 'CUP-2')).toBeUndefined();
		});

		it('sends nothing at all when an item lacks its name and the workflow is to stop', async () => {
			const { error } = await create(automatically(), { contract, items: [CUP, { sku: 'CUP-2', brand: 'Northwind' }] });
			expect(error?.message).toMatch(/Name.*required.*Nothing was sent/);
			expect(await productInBooks(stage, 'CUP-1')).toBeUndefined();
		});

		it('creates nothing twice when the answer is lost', async () => {
			stage.control.faults([
				{ kind: 'lostAnswer', method: SEND[contract].split(' ')[0], path: SEND[contract].split(' ')[1], at: [1] },
			]);
			const before = stage.control.books().counts.products ?? 0;
			const result = await create(automatically(), { contract, items: [CUP, { ...CUP, sku: 'CUP-2' }] });
			expect(result).toMatchObject({ status: 'success' });
			expect(column(result, 'outcome')).toEqual(['created', 'created']);
			expect(stage.control.books().counts.products).toBe(before + 2);
		});

		it('reads what exports write, and names the column that it cannot read', async () => {
			const items = [
				{ ...CUP, active: 'yes' },
				{ ...CUP, sku: 'CUP-2', active: 'perhaps' },
				{ ...CUP, sku: 'CUP-3', weight: 'heavy' },
			];
			const result = await create(automatically(), { contract, items, onError: 'continueErrorOutput' });
			expect(result.pairs).toEqual([[0]]);
			expect(failures(result)[0]?.error).toMatch(/Active: “perhaps”/);
			expect(failures(result)[1]?.error).toMatch(/Weight: “heavy”/);
		});
	});

	it('needs a brand on the live API and not under the guide', async () => {
		const items = [{ sku: 'CUP-1', name: 'Cup' }];
		expect((await create(automatically(), { items })).error?.message).toMatch(/Brand.*required/);
		expect(await create(automatically(), { contract: 'guide', items })).toMatchObject({ status: 'success' });
	});

	it('sends everything that the live API has a place for', async () => {
		const items = [
			{
				...CUP,
				description: 'A cup',
				mpn: 'C-1',
				vendorCost: '1,004.35',
				'MAP Price': 12,
				currency: 'eur',
				hazmat: 'false',
				digital: 1,
				categories: 'Kitchen, Camping',
				imageUrls: ['https://images.example.com/1.jpg', 'https://images.example.com/2.jpg'],
				buyerName: 'Casey Buyer',
				customsCountry: 'Germany',
				customsDescription: 'Cup',
				customsValue: 4,
				harmonizationCode: '691110',
				'Height (Inches)': 4,
			},
		];
		const result = await create(automatically(), { items });
		expect(result.hints).toEqual([]);
		expect(await productInBooks(stage, 'CUP-1')).toMatchObject({
			description: 'A cup',
			mpn: 'C-1',
			vendorCost: { amount: 1004.35, currency: 'EUR' },
			mapPrice: { amount: 12, currency: 'EUR' },
			hazmat: false,
			digital: true,
			categories: ['Kitchen', 'Camping'],
			imageUrls: [
				{ url: 'https://images.example.com/1.jpg', rank: 0 },
				{ url: 'https://images.example.com/2.jpg', rank: 1 },
			],
			buyer: { name: 'Casey Buyer' },
			customsDeclaration: {
				country: 'DEU',
				declaredValue: { amount: 4, currency: 'EUR' },
				harmonizationCode: '691110',
			},
			height: 4,
		});
	});

	it('says what of a customs declaration is missing', async () => {
		const result = await create(automatically(), { items: [{ ...CUP, customsCountry: 'US' }] });
		expect(result.error?.message).toMatch(/customs declaration/i);
		expect(result.error?.description).toMatch(/Harmonization Code/);
	});

	it('tells which columns the guide has no place for', async () => {
		const result = await create(automatically(), { contract: 'guide', items: [{ ...CUP, mpn: 'C-1', vendorCost: 4 }] });
		expect(jsons(result)).toMatchObject([{ outcome: 'created', notSent: ['mpn', 'vendorCost'] }]);
		expect(result.hints).toEqual([expect.stringMatching(/mpn, vendorCost/)]);
	});

	it("gives the service's own answer with Simplify off", async () => {
		const result = await create(automatically({ simplify: false }), { items: [CUP] });
		expect(jsons(result)).toEqual([
			{ productId: (await productInBooks(stage, 'CUP-1'))?.productId, masterSku: 'CUP-1' },
		]);
	});

	it('sends many products in batches', async () => {
		const items = Array.from({ length: 120 }, (_, at) => ({ ...CUP, sku: `CUP-${at}` }));
		const result = await create(automatically(), { items });
		expect(result.items).toHaveLength(120);
		expect(stage.calls('PUT /v1.1/products/cores')).toBe(3);
	});
});
