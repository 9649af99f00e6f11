import type { IDataObject } from 'n8n-workflow';
import { NEWEST } from '../../engine';
import { type Contract, CONTRACTS, credentialFor } from '../../support/credentials';
import { MATERIAL, MUG, live } from '../../support/products';
import { useStage } from '../../support/stage';

describe.each(NEWEST)('The editor of Extensiv Products, n8n line %s', (line) => {
	const stage = useStage(line);
	const call = (method: string, contract: Contract, parameters: IDataObject = {}) => {
		const credentials = credentialFor(contract, stage.url);
		return {
			node: 'extensivProducts',
			method,
			credentials,
			parameters: { authentication: credentials.type, resource: 'product', ...parameters },
		};
	};

	describe('columns', () => {
		const columnsFor = async (operation: string, contract: Contract = 'live', productType = 'core') =>
			(await stage.engine.resourceMapping(call('getProductColumns', contract, { operation, productType }))).fields;
		const required = async (...args: Parameters<typeof columnsFor>) =>
			(await columnsFor(...args)).filter((field) => field.required).map(({ id }) => id);

		it('of a new product say which of them it needs', async () => {
			expect(await required('create')).toEqual(['sku', 'name', 'brand']);
			expect(await required('create', 'live', 'virtual')).toEqual(['sku', 'name', 'brand', 'description']);
			expect(await required('create', 'guide')).toEqual(['sku', 'name']);
			expect(await required('upsert')).toEqual(['sku']);
			expect(await required('update')).toEqual([]);
		});

		it('look products up by SKU, where they are created or updated', async () => {
			const fields = await columnsFor('upsert');
			expect(fields.filter(({ canBeUsedToMatch }) => canBeUsedToMatch)).toMatchObject([
				{ id: 'sku', defaultMatch: true },
			]);
		});

		it('are only those that the product type and the operation have a place for', async () => {
			const ids = async (...args: Parameters<typeof columnsFor>) => (await columnsFor(...args)).map(({ id }) => id);
			expect(await ids('create', 'live', 'virtual')).not.toContain('weight');
			expect(await ids('update')).not.toContain('sku');
			expect(await ids('update')).not.toContain('categories');
			expect(await ids('create', 'guide')).toEqual(['sku', 'name', 'brand', 'upc', 'weight', 'active']);
		});

		it('have types and choices', async () => {
			const fields = await columnsFor('create');
			const byId = new Map(fields.map((field) => [field.id, field]));
			expect(byId.get('weight')).toMatchObject({ type: 'number', displayName: 'Weight (Ounces)' });
			expect(byId.get('currency')).toMatchObject({
				type: 'options',
				options: expect.arrayContaining([{ name: 'USD – US Dollar', value: 'USD' }]),
			});
			expect(byId.get('customsCountry')?.options).toContainEqual({ name: 'Germany', value: 'DE' });
		});

		it('that are switches are not in the form from the start, where n8n would send them as off', async () => {
			for (const field of await columnsFor('create'))
				if (field.type === 'boolean') expect(field).toMatchObject({ removed: true });
		});

		it("include the account's custom fields, as they are now", async () => {
			await live(stage, 'PUT', '/v1.1/products/customfielddefinitions', {
				customFieldDefinitions: [{ name: 'Shelf Life' }, { name: 'Old', active: false }],
			});
			const custom = (await columnsFor('create')).filter(({ id }) => id.startsWith('customField:'));
			expect(custom).toMatchObject([
				{ id: `customField:${MATERIAL}`, displayName: 'Material', type: 'string' },
				{ displayName: 'Shelf Life' },
			]);
		});

		it('tell what is wrong when the service cannot be reached', async () => {
			stage.control.revokeTokens();
			await expect(columnsFor('create')).rejects.toThrow(/does not accept the credential/);
		});
	});

	describe.each(CONTRACTS)('the list of products, %s contract', (contract) => {
		const search = async (filter?: string, paginationToken?: string) =>
			await stage.engine.listSearch({ ...call('searchProducts', contract), filter, paginationToken });

		it('shows SKU and name, and chooses the ID', async () => {
			expect((await search()).results).toContainEqual({ name: `${MUG.sku} – Enamel Mug, Blue, 12 oz`, value: MUG.id });
		});

		it('searches by SKU and by a part of the name', async () => {
			expect((await search('mug')).results.map(({ name }) => name)).toEqual(
				expect.arrayContaining([expect.stringMatching(/^MUG-XL/)]),
			);
			expect((await search('camp pot')).results).toMatchObject([{ value: '410240' }]);
			expect(await search('no such thing')).toEqual({ results: [] });
		});

		it('goes on when the user scrolls', async () => {
			stage.control.seed({ products: Array.from({ length: 150 }, (_, at) => ({ sku: `CUP-${at}`, name: 'Cup' })) });
			const names: string[] = [];
			let token: string | undefined;
			do {
				const { results, paginationToken } = await search('cup-', token);
				names.push(...results.map(({ name }) => name));
				token = paginationToken === undefined ? undefined : String(paginationToken);
			} while (token !== undefined);
			expect(names).toHaveLength(150);
			expect(new Set(names).size).toBe(150);
		});
	});

	it('lists labels, custom fields and attributes to choose from', async () => {
		await live(stage, 'PUT', '/v1/products/variations/attributes/groups', {
			name: 'Size',
			attributes: [{ name: 'M' }, { name: 'L' }],
		});
		expect(await stage.engine.loadOptions(call('getProductAttributes', 'live'))).toMatchObject([
			{ name: 'Size: L' },
			{ name: 'Size: M' },
		]);
		expect(await stage.engine.loadOptions(call('getProductCustomFields', 'live'))).toEqual([
			{ name: 'Material', value: MATERIAL },
		]);
		expect(await stage.engine.loadOptions(call('getLabels', 'live'))).toEqual([
			{ name: 'core-range', value: '13' },
			{ name: 'Priority', value: '12' },
		]);
	});
});
