import type { Flow } from '../support/flow';
import { stockInErp, stockInExtensiv } from '../support/northwindBooks';
import { openShop, type Product, productsOf, type Shop } from '../support/northwindShop';

const TEMPLATE = 'postgres/stock-in.json';
/** The catalogue assumes one call in ten seconds, which is too slow for a test. */
const FAST = { 'Set stock levels': { options: { createMissing: true, requestsPerSecond: 5 } } };

describe('Northwind stock to Extensiv', () => {
	let shop: Shop;
	let products: Product[];
	const writes = (): string[] =>
		Object.keys(shop.sandbox.control.requests().byEndpoint).filter((endpoint) => !/^GET /.test(endpoint));
	const inExtensiv = (): Record<string, number> => stockInExtensiv(shop);
	const inErp = async (): Promise<Record<string, number>> => await stockInErp(shop.northwind);
	const flow = async (settings: Record<string, boolean | number | string>, query?: string): Promise<Flow> =>
		await shop.flow(TEMPLATE, {
			settings,
			parameters: { ...FAST, ...(query === undefined ? {} : { 'Read stock': { query } }) },
		});

	beforeAll(async () => {
		shop = await openShop();
		products = await productsOf(shop.northwind);
	});
	beforeEach(() => shop.sandbox.control.clearRequests());
	afterAll(async () => await shop.close());

	it('shows what it would set and sets nothing, as imported', async () => {
		const run = await (await flow({})).run();
		expect(run.output('Would be set')).toHaveLength((await productsOf(shop.northwind)).length);
		expect(run.ran('Set stock levels').runs).toBe(0);
		expect(writes()).toEqual([]);
		expect(inExtensiv()).toEqual({});
	});

	it('makes the stock of both sides equal, and changes nothing when it runs again', async () => {
		const live = await flow({ dryRun: false });
		await live.run();
		expect(inExtensiv()).toEqual(await inErp());
		shop.sandbox.control.clearRequests();
		const again = await live.run();
		expect(again.output('Figures of the run')).toMatchObject([{ different: 0, refused: 0 }]);
		expect(writes()).toEqual([]);
	});

	it('leaves differences up to the threshold alone', async () => {
		const [{ sku: one }, { sku: other }] = products as [Product, Product];
		const before = inExtensiv();
		await shop.northwind.run(`UPDATE products SET units_in_stock = units_in_stock + 1 WHERE product_id = '${one}';
			UPDATE products SET units_in_stock = units_in_stock + 2 WHERE product_id = '${other}';`);
		await (await flow({ dryRun: false, differenceThreshold: 1 })).run();
		expect(inExtensiv()).toEqual({ ...before, [other]: (before[other] ?? 0) + 2 });
	});

	it('stops and asks before it empties the shops', async () => {
		const before = inExtensiv();
		await shop.northwind.run(`UPDATE products SET units_in_stock = 0 WHERE product_id <> '${products[0]!.sku}';`);
		const stopped = await (await flow({ dryRun: false })).execute();
		expect(stopped.status).toBe('error');
		expect(stopped.error).toMatch(/Nothing was set: the stock of \d+ of \d+ SKUs.*limit is 20 %.*zeroLimitPercent/);
		expect(writes()).toEqual([]);
		expect(inExtensiv()).toEqual(before);
		await (await flow({ dryRun: false, zeroLimitPercent: 100 })).run();
		expect(inExtensiv()).toEqual(await inErp());
	});

	it('names what it cannot set, sets the rest, and guesses nothing', async () => {
		shop.sandbox.control.seed({ warehouses: [{ warehouseId: 5901, name: 'Old Hall', active: false }] });
		const [{ sku: one }, { sku: other }] = products as [Product, Product];
		const query = `SELECT * FROM (VALUES ('${one}', 'Main', 41), ('no-such', 'Main', 5), ('${other}', 'Old Hall', 5),
			('${other}', 'Nowhere', 5), ('${other}', 'Main', -1)) AS stock (sku, warehouse, "onHand")`;
		const run = await (await flow({ dryRun: false }, query)).run();
		expect(inExtensiv()).toMatchObject({ [one]: 41 });
		expect(run.output('Not set').map(({ sku, reason }) => [sku, reason])).toEqual([
			['no-such', 'Extensiv has no product with the SKU no-such.'],
			[other, 'The warehouse “Old Hall” is closed in Extensiv.'],
			[other, 'Extensiv has no warehouse “Nowhere”.'],
			[other, 'The quantity -1 is below zero.'],
		]);
		for (const { remedy } of run.output('Not set')) expect(remedy).toMatch(/\w{3}/);
	});
});
