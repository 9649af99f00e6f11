import { NEWEST } from '../../engine';
import { MUG, SHIRT, automatically, byHand, bySku, chosen, live, productInBooks } from '../../support/products';
import { column, failures } from '../../support/results';
import { useStage } from '../../support/stage';

const columns = byHand({ sku: '={{ $json.sku }}', name: 'New', brand: 'Northwind', description: 'New' });

describe.each(NEWEST)('Create bundles, variations and virtual products, n8n line %s', (line) => {
	const stage = useStage(line);
	const create = async (
		productType: string,
		parameters: Parameters<typeof stage.run>[2],
		items = [{ sku: 'NEW-1' }] as Array<Record<string, string>>,
	) =>
		await stage.run(
			'extensivProducts',
			'create',
			{ productType, ...columns, ...parameters },
			{ items, onError: 'continueErrorOutput' },
		);

	/** A size with one attribute. */
	async function seedSize(): Promise<string> {
		await live(stage, 'PUT', '/v1/products/variations/attributes/groups', {
			name: 'Size',
			attributes: [{ name: 'L' }],
		});
		const [group] = (await live(stage, 'GET', '/v1/products/variations/attributes/groups')) as Array<{
			attributes: Array<{ attributeId: number }>;
		}>;
		return String(group?.attributes[0]?.attributeId);
	}

	it('creates a virtual product and leaves out what that type has no place for', async () => {
		const result = await create(
			'virtual',
			byHand({ sku: 'NEW-1', name: 'New', brand: 'Northwind', description: 'New', weight: 4 }),
		);
		expect(await productInBooks(stage, 'NEW-1')).toMatchObject({ type: 'VIRTUAL_PRODUCT' });
		expect(result.items[0]?.json).toMatchObject({ outcome: 'created', notSent: ['weight'] });
	});

	it('needs a description for a virtual product', async () => {
		const result = await create('virtual', byHand({ sku: 'NEW-1', name: 'New', brand: 'Northwind' }));
		expect(failures(result)[0]?.error).toMatch(/Description.*required/);
	});

	it('creates a bundle of products that are named by SKU, ID and from the list', async () => {
		const part = [
			{ product: bySku('mug'), quantity: 2 },
			{ product: chosen('id', MUG.id), quantity: 1 },
			{ product: chosen('list', '410240'), quantity: '={{ 1 + 2 }}' },
		];
		await create('bundle', { parts: { part } });
		expect(await productInBooks(stage, 'NEW-1')).toMatchObject({
			type: 'BUNDLE_KIT',
			bundledItems: [
				{ bundledProduct: { masterSku: 'MUG' }, bundledProductQuantity: 2 },
				{ bundledProduct: { masterSku: MUG.sku }, bundledProductQuantity: 1 },
				{ bundledProduct: { masterSku: 'POT-CMP-2L' }, bundledProductQuantity: 3 },
			],
		});
	});

	it('takes the components of each bundle from its item', async () => {
		const items = [
			{ sku: 'NEW-1', parts: '[{"sku":"MUG","quantity":2}]' },
			{ sku: 'NEW-2', parts: '[{"sku":"POT","quantity":"1"},{"productId":"410233","quantity":1}]' },
		];
		const result = await create('bundle', { partsFrom: 'json', partsJson: '={{ $json.parts }}' }, items);
		expect(column(result, 'outcome')).toEqual(['created', 'created']);
		expect(await productInBooks(stage, 'NEW-2')).toMatchObject({
			bundledItems: [{ bundledProduct: { masterSku: 'POT' } }, { bundledProduct: { masterSku: MUG.sku } }],
		});
		expect(stage.calls('PUT /v1.1/products/bundles')).toBe(1);
	});

	it('fails only the bundle whose component does not exist', async () => {
		const items = [
			{ sku: 'NEW-1', part: 'MUG' },
			{ sku: 'NEW-2', part: 'MU' },
		];
		const result = await create(
			'bundle',
			{ parts: { part: [{ product: bySku('={{ $json.part }}'), quantity: 1 }] } },
			items,
		);
		expect(result.pairs).toEqual([[0]]);
		expect(failures(result)[0]?.error).toMatch(/NEW-2.*no product with the SKU MU\./);
	});

	it('names the component whose quantity cannot be read', async () => {
		const result = await create('bundle', {
			parts: {
				part: [
					{ product: bySku('MUG'), quantity: 1 },
					{ product: bySku('POT'), quantity: 'two' },
				],
			},
		});
		expect(failures(result)[0]?.error).toMatch(/Quantity of component 2: “two”/);
	});

	it('refuses a bundle without components before anything is sent', async () => {
		const result = await create('bundle', {});
		expect(failures(result)[0]?.error).toMatch(/Components/);
		expect(stage.calls('PUT /v1.1/products/bundles')).toBe(0);
	});

	it('creates a variation below its virtual product', async () => {
		const attributeId = await seedSize();
		await create('variation', { virtualProduct: bySku(SHIRT.sku), attributeIds: [attributeId] });
		expect(await productInBooks(stage, 'NEW-1')).toMatchObject({
			type: 'CORE_PRODUCT',
			parentId: Number(SHIRT.id),
			attributes: ['L'],
		});
	});

	it('says that a variation needs an attribute', async () => {
		const result = await create('variation', { virtualProduct: bySku(SHIRT.sku), attributeIds: '={{ [] }}' });
		expect(failures(result)[0]?.error).toMatch(/Attributes/);
	});

	it('creates a virtual product and its variations in one run, parents first', async () => {
		const attributeId = await seedSize();
		const items = [
			{ sku: 'COAT-L', type: 'variation' },
			{ sku: 'COAT', type: 'virtual' },
		];
		const result = await create(
			'={{ $json.type }}',
			{ virtualProduct: bySku('COAT'), attributeIds: [attributeId] },
			items,
		);
		expect(column(result, 'outcome')).toEqual(['created', 'created']);
		expect((await productInBooks(stage, 'COAT-L'))?.parentId).toBe((await productInBooks(stage, 'COAT'))?.productId);
	});

	it('says that the guide knows core products only, instead of making one of another type', async () => {
		const result = await stage.run('extensivProducts', 'create', automatically({ productType: 'virtual' }), {
			contract: 'guide',
			items: [{ sku: 'NEW-1', name: 'New', brand: 'Northwind', description: 'New' }],
		});
		expect(result.error?.message).toMatch(/Product Types Other Than Core.*not part of the contract/);
		expect(await productInBooks(stage, 'NEW-1')).toBeUndefined();
	});
});
