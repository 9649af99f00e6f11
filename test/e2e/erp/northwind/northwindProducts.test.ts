import { CatalogueBooks } from '../support/catalogueBooks';
import type { Flow } from '../support/flow';
import { CHANNEL, openShop, productsOf, type Shop } from '../support/northwindShop';

/** Everything that products-back may write. */
const TABLES = ['products', 'extensiv_products', 'extensiv_bundle_components', 'extensiv_listings'];
const WEB = { salesChannelId: 1901, name: 'Web shop' };
const ALL = { bundles: true, listings: true };

describe('Products, bundles and listings of Extensiv and of Northwind in PostgreSQL', () => {
	let shop: Shop;
	let books: CatalogueBooks;
	let back: Flow;
	let known: string[];

	const inErp = async (): Promise<Map<string, string>> =>
		new Map((await productsOf(shop.northwind)).map(({ sku, name }) => [sku, name]));
	const bundlesInErp = async (): Promise<Record<string, string[]>> => {
		const rows = await shop.northwind.rows<{ bundle: string; parts: string[] }>(
			`SELECT bundle_sku AS bundle, array_agg(quantity || ' × ' || sku ORDER BY quantity || ' × ' || sku) AS parts
			 FROM extensiv_bundle_components GROUP BY 1`,
		);
		return Object.fromEntries(rows.map(({ bundle, parts }) => [bundle, parts.sort()]));
	};
	const listingsInErp = async (channel: string): Promise<string[]> => {
		const rows = await shop.northwind.rows<{ text: string }>(
			`SELECT listing_sku || ' = ' || sku AS text FROM extensiv_listings WHERE sales_channel = '${channel}'`,
		);
		return rows.map(({ text }) => text).sort();
	};
	/** All rows with the transaction that wrote them: an update that changes nothing shows, too. */
	const state = async (): Promise<unknown[]> =>
		await Promise.all(
			TABLES.map(
				async (table) => await shop.northwind.rows(`SELECT xmin::text AS written, t.* FROM ${table} t ORDER BY 2, 3`),
			),
		);
	const failures = async (): Promise<Array<{ key: string; reason: string; remedy: string }>> =>
		(await shop.table.rows()).map(({ key, reason, remedy }) => ({ key, reason, remedy }));
	const flow = async (name: string, settings: Record<string, boolean>): Promise<Flow> =>
		await shop.flow(`postgres/${name}.json`, { settings, salesChannelId: undefined });

	beforeAll(async () => {
		shop = await openShop();
		shop.sandbox.control.seed({ salesChannels: [WEB] });
		books = new CatalogueBooks(shop.sandbox);
		known = [...(await inErp()).keys()];
		back = await flow('products-back', {});
	});
	beforeEach(() => shop.sandbox.control.clearRequests());
	afterAll(async () => await shop?.close());

	it('are equal after Extensiv’s went to the ERP: new ones, changed names, components, listings', async () => {
		const [one = '', two = ''] = known;
		await books.create({
			masterSku: 'TEA-NEW',
			name: 'New tea',
			upc: '012345678905',
			mapPrice: { amount: 4.2, currency: 'USD' },
		});
		await books.createBundle('SET-1', "Łódź’s set $$ 'of' 🍵", { 'TEA-NEW': 2, [one]: 1 });
		await books.change(two, { name: 'Renamed there' });
		shop.sandbox.control.seed({
			listings: [{ listingSku: 'WEB-TEA', sku: 'TEA-NEW', salesChannelId: WEB.salesChannelId }],
		});

		const run = await back.run();
		expect(run.output('Not written')).toEqual([]);
		const names = await inErp();
		for (const [sku, { name, type }] of await books.products())
			if (type !== 'VIRTUAL_PRODUCT') expect([sku, names.get(sku)]).toEqual([sku, name]);
		expect(names.get('TEA-NEW')).toBe('New tea');
		expect(names.get(two)).toBe('Renamed there');
		const [details] = await shop.northwind.rows(
			`SELECT brand, upc, map_price FROM extensiv_products WHERE sku = 'TEA-NEW'`,
		);
		expect(details).toEqual({ brand: 'Leaf', upc: '012345678905', map_price: 4.2 });
		expect(await bundlesInErp()).toEqual(await books.bundles());
		expect((await bundlesInErp())['SET-1']).toEqual([`1 × ${one}`, '2 × TEA-NEW']);
		for (const { name, salesChannelId } of [CHANNEL, WEB])
			expect(await listingsInErp(name)).toEqual(await books.listings(salesChannelId));
		expect(await listingsInErp(WEB.name)).toContain('WEB-TEA = TEA-NEW');
	});

	it('are not touched by a run without changes', async () => {
		const before = await state();
		const run = await back.run();
		expect(run.output('Written to the ERP')).toEqual([]);
		expect(await state()).toEqual(before);
		expect(books.writes()).toEqual([]);
	});

	it('keep in the ERP what Extensiv does not have', async () => {
		await shop.northwind.run(`INSERT INTO products (product_id, product_name) VALUES ('ERP-ONLY', 'Only here');
			UPDATE extensiv_products SET weight = 7 WHERE sku = 'TEA-NEW';
			INSERT INTO extensiv_bundle_components VALUES ('ERP-SET', 'ERP-ONLY', 3);`);
		await back.run();
		expect((await inErp()).get('ERP-ONLY')).toBe('Only here');
		expect(await shop.northwind.rows(`SELECT weight FROM extensiv_products WHERE sku = 'TEA-NEW'`)).toEqual([
			{ weight: 7 },
		]);
		expect((await bundlesInErp())['ERP-SET']).toEqual(['3 × ERP-ONLY']);
		await shop.northwind.run(`DELETE FROM extensiv_bundle_components WHERE bundle_sku = 'ERP-SET';`);
	});

	it('say what the ERP refuses, with reason and remedy, and the row closes once it is mended', async () => {
		await shop.northwind.run(`ALTER TABLE products ADD CONSTRAINT short_name CHECK (length(product_name) <= 60);`);
		await books.create(
			{ masterSku: 'LONG-1', name: 'Long '.repeat(20).trim() },
			{ masterSku: 'TEA-2', name: 'Second tea' },
		);
		shop.sandbox.control.seed({
			listings: [{ listingSku: 'WEB-LONG', sku: 'LONG-1', salesChannelId: WEB.salesChannelId }],
		});
		const run = await back.run();
		expect(run.output('Written to the ERP').map(({ sku }) => sku)).toEqual(expect.arrayContaining(['TEA-2']));
		expect((await inErp()).get('TEA-2')).toBe('Second tea');
		const rows = await failures();
		expect(rows.find(({ key }) => key === 'LONG-1')).toMatchObject({
			reason: expect.stringContaining('short_name'),
			remedy: expect.stringContaining('Correct it'),
		});
		expect(rows.find(({ key }) => key === 'listing WEB-LONG in Web shop')).toMatchObject({
			reason: expect.stringContaining('no product LONG-1'),
		});
		expect(rows).toHaveLength(2);
		await books.change('LONG-1', { name: 'Long tea' });
		await back.run();
		expect(await failures()).toEqual([]);
		expect((await inErp()).get('LONG-1')).toBe('Long tea');
	});

	it('write nothing more on either side in the second round of both directions', async () => {
		const forth = await flow('products-in', ALL);
		const [one = '', two = ''] = known;
		await shop.northwind.run(`INSERT INTO products (product_id, product_name) VALUES ('ERP-SET', 'Set of the ERP');
			INSERT INTO extensiv_bundle_components VALUES ('ERP-SET', '${one}', 2), ('ERP-SET', '${two}', 1);
			INSERT INTO extensiv_listings (sales_channel, listing_sku, sku)
			VALUES ('${WEB.name}', 'WEB-SET', 'ERP-SET'), ('${WEB.salesChannelId}', 'WEB-ONE', '${one}');`);
		await books.create({ masterSku: 'TEA-3', name: 'Third tea' });
		const round = async (): Promise<void> => {
			expect((await forth.run()).output('Not written')).toEqual([]);
			expect((await back.run()).output('Not written')).toEqual([]);
		};
		await round();
		expect((await books.products()).get('ERP-SET')).toMatchObject({ type: 'BUNDLE_KIT', name: 'Set of the ERP' });
		expect((await books.bundles())['ERP-SET']).toEqual([`1 × ${two}`, `2 × ${one}`].sort());
		expect(await books.bundles()).toEqual(await bundlesInErp());
		expect(await books.listings(WEB.salesChannelId)).toEqual(
			expect.arrayContaining(['WEB-SET = ERP-SET', `WEB-ONE = ${one}`]),
		);

		const before = await state();
		shop.sandbox.control.clearRequests();
		await round();
		expect(books.writes()).toEqual([]);
		expect(await state()).toEqual(before);
		expect(await failures()).toEqual([]);
	});

	it('name bundles, components and listings of the ERP that Extensiv cannot take', async () => {
		const [one = '', two = ''] = known;
		await shop.northwind
			.run(`UPDATE extensiv_bundle_components SET quantity = 5 WHERE bundle_sku = 'ERP-SET' AND sku = '${one}';
			INSERT INTO extensiv_bundle_components VALUES ('SET-9', 'NO-SUCH', 1);
			INSERT INTO extensiv_listings (sales_channel, listing_sku, sku) VALUES ('Nowhere', 'X-1', '${two}');`);
		const forth = await flow('products-in', ALL);
		await forth.run();
		expect(books.writes()).toEqual([]);
		expect(await failures()).toEqual([
			expect.objectContaining({ key: 'bundle ERP-SET', reason: expect.stringContaining(`5 × ${one}`) }),
			expect.objectContaining({ key: 'bundle SET-9', reason: expect.stringContaining('NO-SUCH') }),
			expect.objectContaining({ key: 'listing X-1 in Nowhere', remedy: expect.stringMatching(/name|ID/) }),
		]);
	});

	it('stay plain products as long as nobody wants bundles and listings', async () => {
		const forth = await flow('products-in', {});
		const run = await forth.run();
		expect(run.output('Figures of the run')).toMatchObject([{ bundles: 0, listings: 0, refused: 0 }]);
		expect(books.writes().filter((endpoint) => /bundles|listings/.test(endpoint))).toEqual([]);
	});

	it('follow the ERP in what both have, if the user says so', async () => {
		const [one = ''] = known;
		const careful = await flow('products-back', { changeExisting: false });
		await shop.northwind.run(`UPDATE products SET product_name = 'Named by the ERP' WHERE product_id = '${one}';`);
		await careful.run();
		expect((await inErp()).get(one)).toBe('Named by the ERP');
	});
});
