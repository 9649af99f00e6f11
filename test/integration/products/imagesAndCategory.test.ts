import { NEWEST } from '../../engine';
import { MUG, POT, bySku, chosen, productInBooks } from '../../support/products';
import { column, failures, jsons } from '../../support/results';
import { useStage } from '../../support/stage';

const IMAGE = 'https://images.example.com/new.jpg';

describe.each(NEWEST)('n8n line %s', (line) => {
	const stage = useStage(line);
	const imagesOf = async (sku: string): Promise<string[]> =>
		((await productInBooks(stage, sku))?.imageUrls as Array<{ url: string }>).map(({ url }) => url);

	describe('Add an image', () => {
		const add = async (parameters: Parameters<typeof stage.run>[2], settings: Parameters<typeof stage.run>[3] = {}) =>
			await stage.run(
				'extensivProducts',
				'addImage',
				{ product: bySku('={{ $json.sku }}'), imageUrl: IMAGE, ...parameters },
				{ items: [{ sku: MUG.sku }], ...settings },
			);

		it('adds it to the product, behind the others or at its rank', async () => {
			const items = [{ sku: MUG.sku }, { sku: POT.sku }];
			const result = await add({ additionalFields: { rank: 3 } }, { items });
			expect(jsons(result)).toEqual(
				items.map(({ sku }, at) => ({ outcome: 'added', productId: [MUG.id, POT.id][at], sku, imageUrl: IMAGE })),
			);
			expect(await imagesOf(MUG.sku)).toEqual(['https://images.example.com/410233.jpg', IMAGE]);
			expect((await productInBooks(stage, POT.sku))?.imageUrls).toMatchObject([{ url: IMAGE, rank: 3 }]);
		});

		it('reports one that is there already', async () => {
			await add({});
			expect(column(await add({}), 'outcome')).toEqual(['existing']);
			expect(await imagesOf(MUG.sku)).toHaveLength(2);
		});

		it('adds it once when the answer is lost', async () => {
			stage.control.faults([{ kind: 'lostAnswer', method: 'PUT', path: '/v1/products/images', at: [1] }]);
			expect(column(await add({}), 'outcome')).toEqual(['added']);
			expect(await imagesOf(MUG.sku)).toHaveLength(2);
		});

		it('fails only the item whose product does not exist', async () => {
			const result = await add(
				{ product: chosen('id', '={{ $json.id }}') },
				{ items: [{ id: '5' }, { id: MUG.id }], onError: 'continueErrorOutput' },
			);
			expect(result.pairs).toEqual([[1]]);
			expect(failures(result)[0]?.error).toMatch(/no product with the Product ID 5/);
		});

		it('refuses what is no web address', async () => {
			const result = await add({ imageUrl: 'mug.jpg' });
			expect(result.error?.message).toMatch(/Image URL: “mug\.jpg” is not a web address/);
			expect(stage.control.requests().total).toBe(0);
		});
	});

	describe('Set a category', () => {
		const set = async (items: Array<Record<string, string>>) =>
			await stage.run(
				'extensivProducts',
				'setCategory',
				{ product: bySku('={{ $json.sku }}'), category: '={{ $json.category }}' },
				{ items, onError: 'continueErrorOutput' },
			);

		it('puts products into it, with one call for each category, and keeps those they have', async () => {
			const result = await set([
				{ sku: MUG.sku, category: 'Gifts' },
				{ sku: 'MUG', category: 'Sale' },
				{ sku: 'POT', category: 'Gifts' },
			]);
			expect(jsons(result)).toMatchObject([
				{ outcome: 'assigned', productId: MUG.id, sku: MUG.sku, category: 'Gifts' },
				{ sku: 'MUG', category: 'Sale' },
				{ sku: 'POT', category: 'Gifts' },
			]);
			expect(await productInBooks(stage, MUG.sku)).toMatchObject({ categories: ['Kitchen', 'Gifts'] });
			expect(stage.calls('PUT /v1/products/categories')).toBe(2);
		});

		it('fails only the item whose product does not exist, and the one without a category', async () => {
			const result = await set([
				{ sku: 'NONE', category: 'Gifts' },
				{ sku: 'MUG', category: 'Gifts' },
				{ sku: 'POT', category: '' },
			]);
			expect(result.pairs).toEqual([[1]]);
			expect(failures(result).map(({ error }) => error)).toEqual([
				expect.stringMatching(/NONE/),
				expect.stringMatching(/Category.*required/),
			]);
		});
	});

	it.each(['addImage', 'setCategory'])(
		'says that the guide does not have %s, where an expression asks for it',
		async (operation) => {
			const result = await stage.run(
				'extensivProducts',
				operation,
				{ product: bySku('MUG'), imageUrl: IMAGE, category: 'Gifts' },
				{ contract: 'guide' },
			);
			expect(result.error?.message).toMatch(/not part of the contract/);
		},
	);
});
