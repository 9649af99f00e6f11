import type { IDataObject } from 'n8n-workflow';
import { NEWEST } from '../../engine';
import { CONTRACTS } from '../../support/credentials';
import { automatically, byHand, bySku, MUG, productInBooks } from '../../support/products';
import { jsons } from '../../support/results';
import { useStage } from '../../support/stage';

const CUP = { SKU: 'CUP-1', Name: 'Cup', Brand: 'Northwind', Description: 'A cup' };

describe.each(NEWEST)('Columns of an ERP, n8n line %s', (line) => {
	const stage = useStage(line);
	const create = async (item: IDataObject, contract: 'live' | 'guide' = 'live') =>
		await stage.run('extensivProducts', 'create', automatically(), { items: [item], contract });

	it.each(['Weight', 'weight'])('that name no unit are taken for ounces, and it is said: %s', async (name) => {
		const result = await create({ ...CUP, [name]: 0.4, Height: 3 });
		expect(result.hints).toEqual([
			expect.stringMatching(
				/Weight was assumed to be in ounces; Height was assumed to be in inches, because the column names no unit\. Convert other units first/,
			),
		]);
		expect(await productInBooks(stage, 'CUP-1')).toMatchObject({ weight: 0.4 });
	});

	it('that name their unit need no word', async () => {
		expect((await create({ ...CUP, 'Weight (Ounces)': 9.5 })).hints).toEqual([]);
	});

	it('that are mapped by hand, or empty, need no word', async () => {
		const update = await stage.run('extensivProducts', 'update', { product: bySku(MUG.sku), ...byHand({ weight: 9 }) });
		expect(update.hints).toEqual([]);
		expect((await create({ ...CUP, Weight: '' })).hints).toEqual([]);
	});

	it("have no unit under the guide's contract", async () => {
		expect((await create({ SKU: 'CUP-1', Name: 'Cup', Weight: 9.5 }, 'guide')).hints).toEqual([]);
	});

	it('with the cost are the vendor cost', async () => {
		const result = await create({ ...CUP, Cost: '4.35' });
		expect(result.hints).toEqual([]);
		expect(await productInBooks(stage, 'CUP-1')).toMatchObject({ vendorCost: { amount: 4.35 } });
	});

	it('that compete for one field are chosen by their names, and it is said', async () => {
		const result = await create({ ...CUP, Cost: '9.99', 'Unit Cost': '4.35' });
		expect(result.hints).toEqual(['Column “Cost” was not used: “Unit Cost” supplies the vendor cost.']);
		expect(await productInBooks(stage, 'CUP-1')).toMatchObject({ vendorCost: { amount: 4.35 } });
	});

	it.each(CONTRACTS)(
		'that fit one field equally well and differ are refused, naming both (%s contract)',
		async (contract) => {
			const { SKU: _, ...rest } = CUP;
			const { error } = await create({ ...rest, 'Product SKU': 'CUP-2', 'Master SKU': 'CUP-3' }, contract);
			expect(error?.message).toMatch(/SKU: .*“Product SKU” and “Master SKU”.*“CUP-2” and “CUP-3”/);
		},
	);

	it.each(CONTRACTS)(
		'that nothing stands for are named with what may have been meant (%s contract)',
		async (contract) => {
			const { hints, items } = await create({ ...CUP, Shelf: 'A', 'Product Brand': 'N' }, contract);
			expect(items).toHaveLength(1);
			expect(hints.join('\n')).toMatch(
				/These fields were not used, because no column has their name: Shelf, Product Brand \(Brand\?\)\./,
			);
		},
	);

	it('are helped out for orders too', async () => {
		const item = {
			'Order No': 'ERP-1',
			Name: 'Alex',
			Street: '1 St',
			City: 'Albany',
			State: 'NY',
			Zip: '12207',
			Country: 'US',
			lines: [{ sku: 'MUG', quantity: 1 }],
			'Buyer Note': 'x',
			'Paymnt Date': '',
		};
		const result = await stage.orders(
			'create',
			{ salesChannel: { __rl: true, mode: 'id', value: '1207' }, fieldsFrom: 'columns', ...automatically() },
			{ items: [item] },
		);
		expect(jsons(result)).toMatchObject([{ outcome: 'created' }]);
		expect(result.hints.join('\n')).toMatch(/Paymnt Date \(Payment Date\?\)/);
	});
});
