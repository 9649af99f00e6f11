import { Watch } from '../../../erp/postgres/watch';
import { KillableHost } from '../../../host';
import { erpCases } from '../../erpFolders';
import { packedNodes } from '../../sharedHost';
import { CatalogueBooks } from '../support/catalogueBooks';
import type { Flow } from '../support/flow';
import { killAt, startAll } from '../support/kill';
import { openShop, productsOf, type Shop } from '../support/northwindShop';

const skus = Array.from({ length: 60 }, (_, at) => `NEW-${String(at + 1).padStart(3, '0')}`);
const HALF = skus.length / 2;

describe('n8n, killed while it brings products of Extensiv to PostgreSQL', () => {
	let host: KillableHost;
	let shop: Shop;
	let watch: Watch;
	let back: Flow;
	let books: CatalogueBooks;

	const newInErp = async (): Promise<string[]> =>
		(await productsOf(shop.northwind)).map(({ sku }) => sku).filter((sku) => sku.startsWith('NEW-'));
	const killAfter = async (table: string, rows: number): Promise<void> => {
		await watch.shut({ [table]: rows });
		await startAll(host, [back]);
		const isReached = async (): Promise<boolean> => (await watch.waiting()) === 1;
		await killAt({ name: `while ${table} is written`, isReached }, { host, sandbox: shop.sandbox });
	};

	beforeAll(async () => {
		host = await KillableHost.start(packedNodes());
		shop = await openShop({ rest: host.rest, folder: erpCases[0]!.folder });
		books = new CatalogueBooks(shop.sandbox);
		back = await shop.flow('postgres/products-back.json', { salesChannelId: undefined });
		// Makes the tables.
		await back.run();
		await books.create(...skus.slice(0, 50).map((masterSku) => ({ masterSku, name: `Tea ${masterSku}` })));
		await books.create(...skus.slice(50).map((masterSku) => ({ masterSku, name: `Tea ${masterSku}` })));
		await books.createBundle('SET-1', 'A set', { [skus[0]!]: 2, [skus[1]!]: 1 });
		watch = await Watch.over(shop.northwind);
		await watch.table('products', 'product_id');
		await watch.table('extensiv_products', 'sku');
		await watch.table('extensiv_bundle_components', 'sku');
	});
	afterAll(async () => {
		await host?.remove();
		await shop?.northwind.stop();
		await shop?.sandbox.close();
	});

	it('leaves no half of a product, if what was under way has no effect', async () => {
		await killAfter('products', HALF);
		await watch.cutOff();
		expect((await newInErp()).length).toBeLessThan(skus.length);
	});

	it('is killed once more, when what was under way has its effect, which n8n does not learn', async () => {
		await killAfter('extensiv_bundle_components', 0);
		await watch.letThrough();
		expect(await newInErp()).toEqual(skus);
	});

	it('completes them with the next run, each written once, and has nothing left to do', async () => {
		await back.run();
		expect(await newInErp()).toEqual(skus);
		const names = new Map((await productsOf(shop.northwind)).map(({ sku, name }) => [sku, name]));
		for (const [sku, { name, type }] of await books.products())
			if (type !== 'VIRTUAL_PRODUCT') expect([sku, names.get(sku)]).toEqual([sku, name]);
		expect(
			await shop.northwind.rows(
				`SELECT sku, quantity FROM extensiv_bundle_components WHERE bundle_sku = 'SET-1' ORDER BY 1`,
			),
		).toEqual([
			{ sku: skus[0], quantity: 2 },
			{ sku: skus[1], quantity: 1 },
		]);
		const written = [...skus, 'SET-1'].map((sku) => `INSERT ${sku}`);
		expect(await watch.written('products')).toEqual(written);
		expect(await watch.written('extensiv_products')).toEqual(written);
		await back.run();
		expect(await watch.written('products')).toEqual(written);
		expect(await watch.written('extensiv_products')).toEqual(written);
		expect(await shop.table.rows()).toEqual([]);
	});
});
