import { NEWEST } from '../../engine';
import { MATERIAL, MUG, automatically, byHand, bySku, live, productInBooks } from '../../support/products';
import { column, failures } from '../../support/results';
import { useStage } from '../../support/stage';

const CUP = { sku: 'CUP-1', name: 'Cup', brand: 'Northwind' };
const VALUES = {
	values: '/v1.1/products/{productId}/customfieldvalues',
	definitions: '/v1.1/products/customfielddefinitions',
};

describe.each(NEWEST)('Custom fields as columns, n8n line %s', (line) => {
	const stage = useStage(line);
	const materialOf = async (sku: string): Promise<unknown> => {
		const values = (await productInBooks(stage, sku))?.customFieldValues as Array<{
			value: unknown;
			customFieldDef: { name: string };
		}>;
		return values.find(({ customFieldDef }) => customFieldDef.name === 'Material')?.value;
	};

	it('sets a custom field that the item has a column for, by its name', async () => {
		const result = await stage.run('extensivProducts', 'create', automatically(), {
			items: [{ ...CUP, material: 'Tin' }],
		});
		expect(result).toMatchObject({ status: 'success', hints: [] });
		expect(await materialOf('CUP-1')).toBe('Tin');
	});

	it('sets one that was mapped by hand', async () => {
		const parameters = byHand({ ...CUP, [`customField:${MATERIAL}`]: '={{ $json.made }}' });
		await stage.run('extensivProducts', 'create', parameters, { items: [{ made: 'Tin' }] });
		expect(await materialOf('CUP-1')).toBe('Tin');
	});

	it('changes one together with other columns, or alone', async () => {
		const parameters = { product: bySku(MUG.sku), ...automatically() };
		await stage.run('extensivProducts', 'update', parameters, { items: [{ name: 'Mug', Material: 'Clay' }] });
		expect(await productInBooks(stage, MUG.sku)).toMatchObject({ name: 'Mug' });
		expect(await materialOf(MUG.sku)).toBe('Clay');
		const alone = await stage.run('extensivProducts', 'update', parameters, {
			items: [{ sku: MUG.sku, Material: 'Glass' }],
		});
		expect(column(alone, 'outcome')).toEqual(['updated']);
		expect(await materialOf(MUG.sku)).toBe('Glass');
		expect(stage.calls('POST /v1/products')).toBe(1);
	});

	it('sets them for what is created and for what is updated', async () => {
		const items = [
			{ ...CUP, Material: 'Tin' },
			{ sku: MUG.sku, name: 'Mug', Material: 'Clay' },
		];
		const result = await stage.run('extensivProducts', 'upsert', automatically(), { items });
		expect(column(result, 'outcome')).toEqual(['created', 'updated']);
		expect([await materialOf('CUP-1'), await materialOf(MUG.sku)]).toEqual(['Tin', 'Clay']);
	});

	it('says that the product is there but not its custom fields, when these are refused', async () => {
		stage.control.faults([{ kind: '500', method: 'PUT', path: VALUES.values }]);
		const options = { requestsPerSecond: 1000, maxTries: 1 };
		const result = await stage.run('extensivProducts', 'create', automatically({ options }), {
			items: [{ ...CUP, Material: 'Tin' }],
			onError: 'continueErrorOutput',
		});
		expect(failures(result)[0]?.error).toMatch(/was created, but its custom fields were not set/);
		expect(await productInBooks(stage, 'CUP-1')).toMatchObject({ masterSku: 'CUP-1', name: CUP.name });
	});

	it('calls a column whose custom field is gone by the name it had', async () => {
		const schema = [{ id: 'customField:gone', displayName: 'Old Field', type: 'string' }];
		const result = await stage.run(
			'extensivProducts',
			'create',
			byHand({ ...CUP, 'customField:gone': 'x' }, schema),
			{},
		);
		expect(result.hints).toEqual([expect.stringMatching(/Old Field/)]);
	});

	it('asks for the custom fields only where columns may be some', async () => {
		await stage.run('extensivProducts', 'create', byHand(CUP), {});
		expect(stage.calls(`GET ${VALUES.definitions}`)).toBe(0);
	});

	it('finds custom fields beyond the first page', async () => {
		const customFieldDefinitions = Array.from({ length: 130 }, (_, at) => ({ name: `Field ${at}` }));
		await live(stage, 'PUT', VALUES.definitions, { customFieldDefinitions });
		await stage.run('extensivProducts', 'create', automatically(), { items: [{ ...CUP, 'field 129': 'last' }] });
		expect((await productInBooks(stage, 'CUP-1'))?.customFieldValues).toMatchObject([
			{ value: 'last', customFieldDef: { name: 'Field 129' } },
		]);
	});

	it('has none under the guide, and says so', async () => {
		const result = await stage.run('extensivProducts', 'create', automatically(), {
			contract: 'guide',
			items: [{ ...CUP, Material: 'Tin' }],
		});
		expect(result.hints).toEqual([expect.stringMatching(/Material/)]);
	});
});
