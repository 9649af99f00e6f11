import { decimal } from '../../../erp/tryton/client';
import { N8N_USER } from '../../../erp/tryton/seed';
import { sharedHost } from '../../sharedHost';
import { CatalogueBooks } from '../support/catalogueBooks';
import type { Flow } from '../support/flow';
import { CHANNEL, openTrytonShop, type TrytonShop } from '../support/trytonShop';

interface Held {
	name: string;
	price: number;
	cost: number;
	type: string;
	ean: string | undefined;
}

const usd = (amount: number): object => ({ amount, currency: 'USD' });
const numberOf = (value: unknown): number => Number((value as { decimal: string }).decimal);

/** The notes say that the user of n8n needs it. */
const allowProducts = async ({ tryton: { admin } }: TrytonShop): Promise<void> => {
	const group = await admin.idOf('res.group', [['name', '=', 'Product Administration']]);
	const user = await admin.idOf('res.user', [['login', '=', N8N_USER.login]]);
	await admin.call('model.res.user.write', [user], { groups: [['add', [group]]] });
};

const productsOf = async ({ tryton: { admin }, seeded }: TrytonShop): Promise<Map<string, Held>> => {
	const fields = ['code', 'name', 'list_price', 'cost_price', 'type', 'identifiers.type', 'identifiers.code'];
	const rows = await admin.readIn<Record<string, unknown>>(
		{ company: seeded.company },
		'product.product',
		[['code', '!=', null]],
		fields,
	);
	return new Map(
		rows.map((row) => [
			String(row['code']),
			{
				name: String(row['name']),
				price: numberOf(row['list_price']),
				cost: numberOf(row['cost_price']),
				type: String(row['type']),
				ean: (row['identifiers.'] as Array<{ code: string }>)[0]?.code,
			},
		]),
	);
};

/** Gives the products that every sandbox has UPCs with a right check digit. */
const correctUpcs = async (books: CatalogueBooks): Promise<void> => {
	await books.change('MUG-BLU-12', { upc: '000000410236' });
	await books.change('POT-CMP-2L', { upc: '000000410243' });
};

/** Records with the time at which they were written last. */
const stateOf = async ({ tryton: { admin } }: TrytonShop, models: readonly string[]): Promise<unknown[]> =>
	await Promise.all(models.map(async (model) => await admin.read(model, [], ['create_date', 'write_date'])));

describe('Products and bundles of Extensiv and of Tryton with kits', () => {
	let shop: TrytonShop;
	let books: CatalogueBooks;
	let back: Flow;

	const kits = async (): Promise<Record<string, string[]>> => {
		const fields = ['parent_template.code', 'product.code', 'quantity'];
		const found: Record<string, string[]> = {};
		for (const row of await shop.tryton.admin.read('product.component', [], fields)) {
			const { code } = row['parent_template.'] as { code: string };
			const part = `${Number(row['quantity'])} × ${(row['product.'] as { code: string }).code}`;
			found[code] = [...(found[code] ?? []), part].sort();
		}
		return found;
	};
	const state = async (): Promise<unknown[]> =>
		await stateOf(shop, ['product.template', 'product.product', 'product.component', 'product.identifier']);

	beforeAll(async () => {
		shop = await openTrytonShop((await sharedHost()).rest, ['product_kit']);
		await allowProducts(shop);
		books = new CatalogueBooks(shop.sandbox);
		await correctUpcs(books);
		back = await shop.flow('products-back');
	});
	beforeEach(() => shop.sandbox.control.clearRequests());
	afterAll(async () => await shop?.close());

	it('are equal after Extensiv’s went to Tryton: new ones, changed ones, kits', async () => {
		const [one = '', two = ''] = [...shop.seeded.products.keys()];
		await books.create({
			masterSku: 'TEA-NEW',
			name: 'New tea',
			upc: '012345678905',
			mapPrice: usd(4.2),
			vendorCost: usd(2.1),
		});
		await books.createBundle('SET-1', 'A set', { 'TEA-NEW': 2, [one]: 1 });
		const before = (await productsOf(shop)).get(two);
		await books.change(two, { name: 'Renamed there' });

		const run = await back.run();
		expect(run.output('Not written')).toEqual([]);
		const held = await productsOf(shop);
		for (const [sku, { name, type, mapPrice, vendorCost }] of await books.products()) {
			if (type === 'VIRTUAL_PRODUCT') continue;
			const tryton = held.get(sku);
			expect([sku, tryton?.name]).toEqual([sku, name]);
			if (mapPrice?.amount) expect([sku, tryton?.price]).toEqual([sku, mapPrice.amount]);
			if (vendorCost?.amount && type !== 'BUNDLE_KIT') expect([sku, tryton?.cost]).toEqual([sku, vendorCost.amount]);
		}
		expect(held.get('TEA-NEW')).toEqual({ name: 'New tea', price: 4.2, cost: 2.1, type: 'goods', ean: '012345678905' });
		expect(held.get('SET-1')).toMatchObject({ name: 'A set', type: 'kit' });
		// Extensiv has no price of it: that empties nothing.
		expect(held.get(two)).toEqual({ ...before, name: 'Renamed there' });
		expect(await kits()).toEqual(await books.bundles());
	});

	it('are not touched by a run without changes', async () => {
		const before = await state();
		const run = await back.run();
		expect(run.output('Written to the ERP')).toEqual([]);
		expect(await state()).toEqual(before);
	});

	it('say what Tryton refuses, with reason and remedy, and the row closes once it is mended', async () => {
		await books.create(
			{ masterSku: 'BAD-UPC', name: 'Bad UPC', upc: '036000291453' },
			{ masterSku: 'FINE-1', name: 'Fine price', mapPrice: usd(4.123456) },
			{ masterSku: 'GOOD-1', name: 'Good one' },
		);
		await back.run();
		const held = await productsOf(shop);
		expect(held.get('GOOD-1')?.name).toBe('Good one');
		expect(held.get('BAD-UPC')).toMatchObject({ name: 'Bad UPC', ean: undefined });
		expect(await shop.table.rows()).toMatchObject([
			{
				key: 'BAD-UPC',
				reason: expect.stringMatching(/UPC 036000291453 of BAD-UPC/),
				remedy: 'Correct the UPC in Extensiv.',
			},
			{
				key: 'FINE-1',
				reason: expect.stringMatching(/Tryton refuses the product FINE-1.*4\.123456/),
				remedy: expect.stringContaining('Correct it'),
			},
		]);
		await books.change('BAD-UPC', { upc: '036000291452' });
		await books.change('FINE-1', { mapPrice: usd(4.12) });
		await back.run();
		expect(await shop.table.rows()).toEqual([]);
		expect((await productsOf(shop)).get('BAD-UPC')?.ean).toBe('036000291452');
	});

	it('write nothing more on either side in the second round of both directions', async () => {
		const forth = await shop.flow('products-in', { settings: { bundles: true } });
		const { unit, products } = shop.seeded;
		const [[one = '', first = 0] = [], [two = '', second = 0] = []] = [...products];
		const component = (product: number, quantity: number) => ({ product, quantity, unit });
		await shop.tryton.admin.create('product.template', {
			...{ name: 'Set of Tryton', code: 'KIT-T', type: 'kit', default_uom: unit, sale_uom: unit, salable: true },
			list_price: decimal('9.90'),
			products: [['create', [{}]]],
			components: [['create', [component(first, 2), component(second, 1)]]],
		});
		await books.create({ masterSku: 'TEA-3', name: 'Third tea' });
		// Tryton has a cost of 0 where nobody has entered one: that must not become the cost in Extensiv.
		const third = [...products.keys()][2] ?? '';
		await books.change(third, { vendorCost: usd(3) });
		const round = async (): Promise<void> => {
			expect((await forth.run()).output('Not written')).toEqual([]);
			expect((await back.run()).output('Not written')).toEqual([]);
		};
		await round();
		expect((await books.products()).get('KIT-T')).toMatchObject({ type: 'BUNDLE_KIT', name: 'Set of Tryton' });
		expect((await books.bundles())['KIT-T']).toEqual([`1 × ${two}`, `2 × ${one}`].sort());
		expect(await books.bundles()).toEqual(await kits());
		expect((await books.products()).get(third)?.vendorCost?.amount).toBe(3);

		const before = await state();
		shop.sandbox.control.clearRequests();
		await round();
		expect(books.writes()).toEqual([]);
		expect(await state()).toEqual(before);
		expect(await shop.table.rows()).toEqual([]);
	});

	it('say that Tryton changes the cost of a product that has moved by its own wizard alone', async () => {
		const changing = await shop.flow('products-back', { settings: { changeCost: true } });
		await changing.run();
		const refused = [{ workflowId: changing.id, reason: expect.stringContaining('Modify Cost Price') }];
		expect(await shop.table.rows()).toMatchObject(refused);
		await back.run();
		expect(await shop.table.rows()).toMatchObject(refused);
	});

	it('name each listing that Tryton has no place for, if somebody wants listings', async () => {
		const wanting = await shop.flow('products-back', {
			settings: { products: false, bundles: false, listings: true },
			salesChannelId: undefined,
		});
		await wanting.run();
		const rows = (await shop.table.rows()).filter(({ workflowId }) => workflowId === wanting.id);
		const listings = await books.listings(CHANNEL.salesChannelId);
		expect(rows.filter(({ key }) => key.endsWith(` in ${CHANNEL.name}`))).toHaveLength(listings.length);
		expect(rows[0]).toMatchObject({
			reason: expect.stringContaining('no place for listings'),
			remedy: expect.stringContaining('Set listings to false'),
		});
	});
});

describe('Bundles of Extensiv and a Tryton without kits', () => {
	let shop: TrytonShop;

	beforeAll(async () => {
		shop = await openTrytonShop((await sharedHost()).rest);
		await allowProducts(shop);
	});
	afterAll(async () => await shop?.close());

	it('are named one by one, with the module that is missing, while products are written', async () => {
		const books = new CatalogueBooks(shop.sandbox);
		await correctUpcs(books);
		const [one = ''] = [...shop.seeded.products.keys()];
		await books.createBundle('SET-1', 'A set', { [one]: 2 });
		await books.change(one, { name: 'Renamed there' });
		const back = await shop.flow('products-back');
		await back.run();
		expect((await productsOf(shop)).get(one)?.name).toBe('Renamed there');
		const rows = await shop.table.rows();
		expect(rows.map(({ key }) => key)).toEqual(Object.keys(await books.bundles()).map((sku) => `bundle ${sku}`));
		for (const row of rows)
			expect(row).toMatchObject({
				reason: expect.stringContaining('module product_kit'),
				remedy: expect.stringContaining('set bundles to false'),
			});
	});
});
