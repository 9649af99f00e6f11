import { NEWEST } from '../../engine';
import { CONTRACTS, tokenCredential } from '../../support/credentials';
import { MUG, POT, automatically, byHand, bySku, chosen, productInBooks } from '../../support/products';
import { failures, jsons } from '../../support/results';
import { useStage } from '../../support/stage';

describe.each(NEWEST)('Update products, n8n line %s', (line) => {
	const stage = useStage(line);
	const update = async (
		...[parameters, settings]: [Parameters<typeof stage.run>[2], Parameters<typeof stage.run>[3]]
	) => await stage.run('extensivProducts', 'update', parameters, settings);

	describe.each(CONTRACTS)('%s contract', (contract) => {
		it.each([
			['SKU', bySku(MUG.sku)],
			['ID', chosen('id', MUG.id)],
			['a choice from the list', chosen('list', MUG.id)],
		])('changes the product that is named by %s, and only what is given', async (_, product) => {
			const result = await update({ product, ...byHand({ name: 'Mug' }) }, { contract });
			expect(jsons(result)).toEqual([{ outcome: 'updated', productId: MUG.id, sku: MUG.sku }]);
			expect(await productInBooks(stage, MUG.sku)).toMatchObject({
				name: 'Mug',
				brand: 'Northwind',
				weight: 9.5,
				active: true,
			});
		});

		it('takes the changes from the item, and does not call its SKU unknown', async () => {
			const items = [
				{ sku: MUG.sku, name: 'Mug', active: 'false' },
				{ sku: POT.sku, name: 'Pot', shelf: 4 },
			];
			const result = await update({ product: bySku('={{ $json.sku }}'), ...automatically() }, { contract, items });
			expect(result.hints).toEqual([expect.stringMatching(/: shelf\./)]);
			expect(await productInBooks(stage, MUG.sku)).toMatchObject({ name: 'Mug', active: false });
			expect(await productInBooks(stage, POT.sku)).toMatchObject({ name: 'Pot', active: true });
		});

		it('fails only the product that does not exist, though others begin with its SKU', async () => {
			const items = [{ sku: 'MUG-BLU' }, { sku: MUG.sku }];
			const result = await update(
				{ product: bySku('={{ $json.sku }}'), ...byHand({ name: 'Mug' }) },
				{ contract, items, onError: 'continueErrorOutput' },
			);
			expect(result.pairs).toEqual([[1]]);
			expect(failures(result)[0]?.error).toMatch(/MUG-BLU/);
		});

		it('says that there is nothing to change', async () => {
			const result = await update(
				{ product: bySku(MUG.sku), ...automatically() },
				{ contract, items: [{ sku: MUG.sku }] },
			);
			expect(result.error?.message).toMatch(/nothing to change/);
			expect(stage.calls('POST /v1/products') + stage.calls('PUT /api/products/{id}')).toBe(0);
		});

		it('says that no product is chosen', async () => {
			const result = await update(
				{ product: chosen('id', '={{ $json.none }}'), ...byHand({ name: 'Mug' }) },
				{ contract },
			);
			expect(result.error?.message).toMatch(/Product: Nothing is selected/);
		});
	});

	it('fails only the row that the service refuses', async () => {
		const items = [
			{ sku: 'MUG', name: 'A' },
			{ sku: 'POT', name: 'REFUSE ME' },
		];
		const result = await update(
			{ product: bySku('={{ $json.sku }}'), ...automatically() },
			{ items, onError: 'continueErrorOutput' },
		);
		expect(result.pairs).toEqual([[0]]);
		expect(failures(result)[0]?.error).toMatch(/POT.*refused as asked/);
	});

	it('changes many products in one call', async () => {
		const items = Array.from({ length: 60 }, () => ({}));
		await update(
			{ product: bySku('={{ $itemIndex % 2 ? "MUG" : "POT" }}'), ...byHand({ name: '={{ "N" + $itemIndex }}' }) },
			{ items },
		);
		expect(stage.calls('POST /v1/products')).toBe(2);
		expect(stage.calls('GET /v1.1/products') + stage.calls('GET /v1.1/product')).toBe(0);
	});

	it('keeps the currency of a product when an amount comes without one', async () => {
		await update({ product: bySku('MUG'), ...byHand({ mapPrice: 9, currency: 'EUR' }) }, {});
		await update({ product: bySku('MUG'), ...byHand({ vendorCost: 4 }) }, {});
		expect(await productInBooks(stage, 'MUG')).toMatchObject({ vendorCost: { amount: 4, currency: 'EUR' } });
	});

	it('tells columns that a change has no place for', async () => {
		const result = await update(
			{ product: bySku('MUG'), ...automatically() },
			{ items: [{ name: 'Mug', categories: 'Kitchen', digital: true }] },
		);
		expect(jsons(result)).toMatchObject([{ outcome: 'updated', notSent: ['digital', 'categories'] }]);
	});

	it('sends nothing with a read-only credential', async () => {
		const credentials = tokenCredential(stage.url, { readOnly: true });
		const result = await update({ product: bySku('MUG'), ...byHand({ name: 'X' }) }, { credentials });
		expect(result.error?.message).toMatch(/read-only/i);
		expect(stage.control.requests().total).toBe(0);
	});
});
