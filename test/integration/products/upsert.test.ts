import { NEWEST } from '../../engine';
import { CONTRACTS } from '../../support/credentials';
import { MUG, automatically, byHand, productInBooks } from '../../support/products';
import { column, failures, jsons } from '../../support/results';
import { useStage } from '../../support/stage';

describe.each(NEWEST)('Create or update products, n8n line %s', (line) => {
	const stage = useStage(line);
	const upsert = async (
		...[parameters, settings]: [Parameters<typeof stage.run>[2], Parameters<typeof stage.run>[3]]
	) => await stage.run('extensivProducts', 'upsert', parameters, settings);

	describe.each(CONTRACTS)('%s contract', (contract) => {
		it('creates what is missing and changes the others, by exact SKU', async () => {
			const items = [
				{ sku: 'MUG', name: 'Mug, changed' },
				{ sku: 'MU', name: 'Another', brand: 'Northwind' },
				{ sku: 'pot', name: 'Pot, changed' },
			];
			const result = await upsert(automatically(), { contract, items });
			expect(jsons(result)).toMatchObject([
				{ outcome: 'updated', sku: 'MUG' },
				{ outcome: 'created', sku: 'MU' },
				{ outcome: 'updated', sku: 'POT' },
			]);
			expect(await productInBooks(stage, 'MUG')).toMatchObject({ name: 'Mug, changed' });
			expect(await productInBooks(stage, 'MUG-XL')).toMatchObject({ name: 'Large Mug' });
			expect(await productInBooks(stage, 'MU')).toMatchObject({ name: 'Another' });
		});

		it('changes only what is given', async () => {
			await upsert(automatically(), { contract, items: [{ sku: MUG.sku, brand: 'Southwind', name: '' }] });
			expect(await productInBooks(stage, MUG.sku)).toMatchObject({
				name: 'Enamel Mug, Blue, 12 oz',
				brand: 'Southwind',
				weight: 9.5,
				active: true,
				upc: MUG.upc,
			});
		});

		it('creates nothing twice when the run is repeated', async () => {
			const settings = { contract, items: [{ sku: 'CUP-1', name: 'Cup', brand: 'Northwind' }] };
			const first = await upsert(automatically(), settings);
			const second = await upsert(automatically(), settings);
			expect([column(first, 'outcome'), column(second, 'outcome')]).toEqual([['created'], ['updated']]);
			expect(column(second, 'productId')).toEqual(column(first, 'productId'));
		});

		it('takes a SKU once per run', async () => {
			const items = [
				{ sku: 'MUG', name: 'A' },
				{ sku: 'mug', name: 'B' },
			];
			const result = await upsert(automatically(), { contract, items, onError: 'continueErrorOutput' });
			expect(result.pairs).toEqual([[0]]);
			expect(failures(result)[0]?.error).toMatch(/SKU mug twice: item 1/);
			expect(await productInBooks(stage, 'MUG')).toMatchObject({ name: 'A' });
		});

		it('fails only the new product that lacks its name', async () => {
			const items = [
				{ sku: 'CUP-1', brand: 'Northwind' },
				{ sku: 'MUG', brand: 'Northwind' },
			];
			const result = await upsert(automatically(), { contract, items, onError: 'continueErrorOutput' });
			expect(result.pairs).toEqual([[1]]);
			expect(failures(result)[0]?.error).toMatch(/CUP-1.*Name/);
		});

		it('lets the others through when the service refuses one', async () => {
			const items = [
				{ sku: 'MUG', name: 'A' },
				{ sku: 'CUP-1', name: 'REFUSE ME', brand: 'Northwind' },
				{ sku: 'CUP-2', name: 'C', brand: 'Northwind' },
			];
			const result = await upsert(automatically(), { contract, items, onError: 'continueErrorOutput' });
			expect(result.pairs).toEqual([[0], [2]]);
			expect(failures(result)[0]?.error).toMatch(/CUP-1.*refused as asked/);
		});

		it('needs the SKU, and sends nothing without', async () => {
			const result = await upsert(byHand({ name: 'Cup' }), { contract });
			expect(result.error?.message).toMatch(/SKU.*required/);
			expect(stage.control.requests().total).toBe(0);
		});
	});

	it('reports a product for which nothing is given that can be changed', async () => {
		const result = await upsert(automatically(), { items: [{ sku: 'MUG', categories: 'Kitchen' }] });
		expect(jsons(result)).toMatchObject([{ outcome: 'existing', sku: 'MUG', notSent: ['categories'] }]);
		expect(stage.calls('POST /v1/products')).toBe(0);
	});

	it('keeps the currency that the product has', async () => {
		await upsert(automatically(), { items: [{ sku: 'MUG', vendorCost: 3, currency: 'EUR', mapPrice: 9 }] });
		await upsert(automatically(), { items: [{ sku: 'MUG', vendorCost: 4 }] });
		expect(await productInBooks(stage, 'MUG')).toMatchObject({ vendorCost: { amount: 4, currency: 'EUR' } });
	});

	it('looks many SKUs up in few calls, commas and all', async () => {
		const items = Array.from({ length: 150 }, (_, at) => ({ sku: `CUP,${at}`, name: 'Cup', brand: 'Northwind' }));
		await upsert(automatically(), { items: items.slice(0, 20) });
		stage.control.clearRequests();
		const result = await upsert(automatically(), { items });
		expect(column(result, 'outcome')).toEqual(items.map((_, at) => (at < 20 ? 'updated' : 'created')));
		expect(stage.calls('GET /v1.1/products')).toBeLessThanOrEqual(4);
		expect(stage.calls('POST /v1/products')).toBe(1);
		expect(stage.calls('PUT /v1.1/products/cores')).toBe(3);
	});
});
