import { NEWEST } from '../../engine';
import { MATERIAL, MUG, bySku, chosen, live, productInBooks } from '../../support/products';
import { failures, jsons } from '../../support/results';
import { selected } from '../../support/selected';
import { useStage } from '../../support/stage';

describe.each(NEWEST)('n8n line %s', (line) => {
	const stage = useStage(line);
	const run = async (
		resource: string,
		operation: string,
		parameters: Parameters<typeof stage.run>[2],
		settings: Parameters<typeof stage.run>[3] = {},
	) =>
		await stage.run(
			'extensivProducts',
			operation,
			{
				resource,
				product: bySku('={{ $json.sku ?? "MUG-BLU-12" }}'),
				...selected('productId', 'sku', 'labels', 'customFields'),
				...parameters,
			},
			settings,
		);

	describe('Labels of products', () => {
		const core = { labelId: '13', name: 'core-range', color: '#336699' };
		const priority = { labelId: '12', name: 'Priority', color: '#cc3300' };

		it('are given for each product', async () => {
			const result = await run('productLabel', 'get', {}, { items: [{ sku: MUG.sku }, { sku: 'MUG' }] });
			expect(jsons(result)).toMatchObject([
				{ productId: MUG.id, sku: MUG.sku, labels: [core] },
				{ sku: 'MUG', labels: [] },
			]);
		});

		it.each([
			['IDs, as chosen from the list', ['12', '13']],
			['names, however they are written', '={{ "priority, core-range" }}'],
		])('are added by %s', async (_, labels) => {
			const result = await run('productLabel', 'add', { labels }, { items: [{ sku: 'MUG' }] });
			expect(jsons(result)).toMatchObject([{ sku: 'MUG', labels: [priority, core] }]);
			expect(await productInBooks(stage, 'MUG')).toMatchObject({ labels: ['Priority', 'core-range'] });
		});

		it('are removed, and one that is not there is no trouble', async () => {
			const result = await run(
				'productLabel',
				'remove',
				{ labels: ['12', '13'] },
				{ items: [{ sku: MUG.sku }, { sku: 'MUG' }] },
			);
			expect(jsons(result)).toMatchObject([{ labels: [] }, { labels: [] }]);
			expect(await productInBooks(stage, MUG.sku)).toMatchObject({ labels: [] });
		});

		it('fail only for the item whose product or label does not exist', async () => {
			const items = [
				{ sku: 'NONE', label: 'Priority' },
				{ sku: 'MUG', label: 'No such' },
				{ sku: 'MUG', label: 'Priority' },
			];
			const result = await run(
				'productLabel',
				'add',
				{ labels: '={{ [$json.label] }}' },
				{ items, onError: 'continueErrorOutput' },
			);
			expect(result.pairs).toEqual([[2]]);
			expect(failures(result).map(({ error }) => error)).toEqual([
				expect.stringMatching(/NONE/),
				expect.stringMatching(/no label “No such”/),
			]);
		});

		it('are found beyond the first page of the catalogue', async () => {
			await live(
				stage,
				'PUT',
				'/v1/labels',
				Array.from({ length: 120 }, (_, at) => ({ name: `L${at}`, hexColor: '#000000' })),
			);
			const result = await run('productLabel', 'add', { labels: '={{ ["L119"] }}' }, { items: [{ sku: 'MUG' }] });
			expect(jsons(result)).toMatchObject([{ labels: [{ name: 'L119' }] }]);
		});
	});

	describe('Custom fields of products', () => {
		const material = { fieldId: MATERIAL, name: 'Material', type: 'TEXTSHORT', value: 'Enamelled steel' };

		it('are given for each product', async () => {
			const result = await run('productCustomField', 'get', {}, { items: [{ sku: MUG.sku }, { sku: 'MUG' }] });
			expect(jsons(result)).toMatchObject([{ productId: MUG.id, customFields: [material] }, { customFields: [] }]);
		});

		it.each([
			['its ID', MATERIAL],
			['its name', 'material'],
		])('are set by %s', async (_, field) => {
			const result = await run(
				'productCustomField',
				'set',
				{ customFields: { field: [{ field, value: '={{ $json.made }}' }] } },
				{ items: [{ sku: 'MUG', made: 'Tin' }] },
			);
			expect(jsons(result)).toMatchObject([{ sku: 'MUG', customFields: [{ ...material, value: 'Tin' }] }]);
			expect((await productInBooks(stage, 'MUG'))?.customFieldValues).toMatchObject([{ value: 'Tin' }]);
		});

		it('fail only for the item whose product or field does not exist', async () => {
			const items = [
				{ sku: 'NONE', field: 'Material' },
				{ sku: 'MUG', field: 'Colour' },
				{ sku: 'MUG', field: 'Material' },
			];
			const parameters = { customFields: { field: [{ field: '={{ $json.field }}', value: 'x' }] } };
			const result = await run('productCustomField', 'set', parameters, { items, onError: 'continueErrorOutput' });
			expect(result.pairs).toEqual([[2]]);
			expect(failures(result).map(({ error }) => error)).toEqual([
				expect.stringMatching(/NONE/),
				expect.stringMatching(/no custom field “Colour”/),
			]);
		});

		it('need a value', async () => {
			const result = await run('productCustomField', 'set', {
				customFields: { field: [{ field: MATERIAL, value: '' }] },
			});
			expect(result.error?.message).toMatch(/no value to set/);
			expect(stage.control.requests().total).toBe(0);
		});

		it('say that there is no product with an ID', async () => {
			const result = await run('productCustomField', 'get', { product: chosen('id', '5') });
			expect(result.error?.message).toMatch(/Product ID 5/);
		});
	});

	it.each([
		['productLabel', 'get', {}],
		['productLabel', 'add', { labels: ['12'] }],
		['productCustomField', 'get', {}],
		['productCustomField', 'set', { customFields: { field: [{ field: MATERIAL, value: 'x' }] } }],
		['listing', 'getAll', {}],
	])(
		'says that the guide does not have %s: %s, where an expression asks for it',
		async (resource, operation, parameters) => {
			const result = await run(resource, operation, parameters, { contract: 'guide' });
			expect(result.error?.message).toMatch(/not part of the contract/);
			expect(stage.control.requests().total).toBeLessThanOrEqual(1);
		},
	);
});
