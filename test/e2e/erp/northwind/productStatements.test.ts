import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Northwind, startNorthwind } from '../../../erp/postgres/northwind';
import { productsBack } from '../../../../workflows/parts/erps/postgresProducts';

type Kind = 'products' | 'bundles' | 'listings';
interface Outcome {
	outcome: string;
	problem?: string;
}

/** Far more than a statement could search one by one for each item within the time of a test. */
const HUGE = 10_000;

/** `$1` as n8n works it out. */
const replacementOf = (expression: string, items: readonly object[]): string => {
	const source = /^=\{\{ (.*) \}\}$/s.exec(expression)?.[1] ?? '';
	const $input = { all: () => items.map((json) => ({ json })) };
	return (new Function('$input', `return ${source}`) as (input: typeof $input) => [string])($input)[0];
};

describe('The statements that write products, bundles and listings into PostgreSQL', () => {
	let folder: string;
	let northwind: Northwind;

	/** What became of the items. */
	const write = async (kind: Kind, items: readonly object[], changeExisting = true): Promise<Outcome[]> => {
		const { query, options } = productsBack[kind].steps[0]!.parameters as {
			query: string;
			options: { queryReplacement: string };
		};
		const json = replacementOf(options.queryReplacement, items).replaceAll("'", "''");
		const statements = query
			.replace(/^=/, '')
			.replace(/\{\{[^}]*\}\}/g, String(changeExisting))
			.replace('$1', () => `'${json}'`);
		const last = statements.lastIndexOf('SELECT pg_temp.write');
		await northwind.run(`DROP TABLE IF EXISTS test_outcomes;
			${statements.slice(0, last)} CREATE TABLE test_outcomes AS ${statements.slice(last)};`);
		return (await northwind.rows<{ result: Outcome }>('SELECT result FROM test_outcomes')).map(({ result }) => result);
	};
	const outcomes = async (...given: Parameters<typeof write>): Promise<string[]> =>
		(await write(...given)).map(({ outcome }) => outcome);
	const namesLike = async (sku: string): Promise<Record<string, string>> => {
		const rows = await northwind.rows<{ sku: string; name: string }>(
			`SELECT product_id AS sku, product_name AS name FROM products WHERE lower(product_id) = lower('${sku}')`,
		);
		return Object.fromEntries(rows.map((row) => [row.sku, row.name]));
	};

	beforeAll(async () => {
		folder = await mkdtemp(path.join(tmpdir(), 'statements-'));
		northwind = await startNorthwind(folder);
	});
	afterAll(async () => {
		await northwind?.stop();
		await rm(folder, { recursive: true, force: true });
	});

	it('takes names literally, whatever is in them', async () => {
		const names = [
			"O'Neill's",
			'$$ $1 $write$',
			'back\\slash \\u0041',
			"'); DROP TABLE products; --",
			'Łódź 🎉',
			'{{ 1 }}',
		];
		const items = names.map((name, at) => ({ sku: `LIT-${at}`, name }));
		expect(await outcomes('products', items)).toEqual(names.map(() => 'done'));
		for (const { sku, name } of items) expect(await namesLike(sku)).toEqual({ [sku]: name });
	});

	it('fails one product that PostgreSQL cannot store, and writes the others', async () => {
		const [nul, half, good] = await write('products', [
			{ sku: 'NUL', name: 'a\0b' },
			{ sku: 'HALF', name: 'half a letter \ud83c' },
			{ sku: 'GOOD', name: 'Good' },
		]);
		for (const one of [nul, half])
			expect(one).toEqual({ outcome: 'failed', problem: expect.stringContaining('The database refuses it') });
		expect(good).toEqual({ outcome: 'done' });
		expect(await namesLike('GOOD')).toEqual({ GOOD: 'Good' });
	});

	it('changes no other product whose SKU differs only in case', async () => {
		await northwind.run(`INSERT INTO products (product_id, product_name) VALUES ('mug', 'Small'), ('MUG', 'Large');`);
		expect(await outcomes('products', [{ sku: 'mug', name: 'Smaller' }])).toEqual(['done']);
		expect(await namesLike('mug')).toEqual({ mug: 'Smaller', MUG: 'Large' });
		expect(await write('products', [{ sku: 'Mug', name: 'Which?' }])).toEqual([
			{ outcome: 'failed', problem: expect.stringMatching(/several products for the SKU Mug: .*mug/i) },
		]);
	});

	it('keeps one row for a listing that was deleted in Extensiv and made anew', async () => {
		await write('products', [
			{ sku: 'TEA', name: 'Tea' },
			{ sku: 'POT', name: 'Pot' },
		]);
		const listing = { listingId: '1', listingSku: 'WEB-1', sku: 'TEA', salesChannelId: '7', salesChannel: 'Web' };
		const again = { ...listing, listingId: '2', sku: 'POT' };
		expect(await outcomes('listings', [listing])).toEqual(['done']);
		expect(await outcomes('listings', [again])).toEqual(['done']);
		expect(await outcomes('listings', [again])).toEqual(['alreadyDone']);
		expect(await northwind.rows(`SELECT listing_id, sku FROM extensiv_listings WHERE listing_sku = 'WEB-1'`)).toEqual([
			{ listing_id: '2', sku: 'POT' },
		]);
	});

	it('leaves the ERP its brand and prices if it decides, and fills those that are empty', async () => {
		const tea = { sku: 'TEA-5', name: 'Tea', brand: 'Leaf', price: 5 };
		await write('products', [tea]);
		await northwind.run(`UPDATE extensiv_products SET brand = 'Own', map_price = NULL WHERE sku = 'TEA-5';`);
		const details = `SELECT brand, map_price FROM extensiv_products WHERE sku = 'TEA-5'`;
		await write('products', [tea], false);
		expect(await northwind.rows(details)).toEqual([{ brand: 'Own', map_price: 5 }]);
		await write('products', [tea]);
		expect(await northwind.rows(details)).toEqual([{ brand: 'Leaf', map_price: 5 }]);
	});

	it('has a bundle of a product that comes in the same run', async () => {
		const [bundle, other] = await write('bundles', [
			{ sku: 'BOX', name: 'Box', components: [{ sku: 'tea', quantity: 2 }] },
			{ sku: 'CRATE', name: 'Crate', components: [{ sku: 'BOX', quantity: 3 }] },
		]);
		expect([bundle, other]).toEqual([{ outcome: 'done' }, { outcome: 'done' }]);
	});

	it(`takes ${HUGE} products at once, and bundles and listings of them`, async () => {
		const skus = Array.from({ length: HUGE }, (_, at) => `HUGE-${at}`);
		const products = skus.map((sku) => ({ sku, name: `Product ${sku}` }));
		const bundles = skus.slice(0, HUGE / 4).map((sku) => ({
			...{ sku: `SET-${sku}`, name: `Set ${sku}` },
			components: [
				{ sku, quantity: 1 },
				{ sku: 'HUGE-1999', quantity: 2 },
			].slice(sku === 'HUGE-1999' ? 1 : 0),
		}));
		const listings = skus.map((sku) => ({
			...{ listingId: `L-${sku}`, listingSku: `WEB-${sku}`, sku },
			...{ salesChannelId: '7', salesChannel: 'Web' },
		}));
		for (const [kind, items] of Object.entries({ products, bundles, listings })) {
			const first = await outcomes(kind as Kind, items);
			expect([kind, first.filter((outcome) => outcome === 'done').length]).toEqual([kind, items.length]);
			const again = await outcomes(kind as Kind, items);
			expect([kind, again.filter((outcome) => outcome === 'alreadyDone').length]).toEqual([kind, items.length]);
		}
	});
});
