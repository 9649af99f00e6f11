import type { IDataObject } from 'n8n-workflow';
import { NEWEST, type RunResult } from '../../engine';
import { CONTRACTS, tokenCredential } from '../../support/credentials';
import { byId, COLUMBUS, RENO } from '../../support/parameters';
import { column, failures, jsons, sortedColumn, summaries } from '../../support/results';
import { type Settings, useStage } from '../../support/stage';

describe.each(NEWEST)('Stock: Reconcile, n8n line %s', (line) => {
	const stage = useStage(line);
	const PARAMETERS = { sku: '={{ $json.sku }}', onHand: '={{ $json.onHand }}' };
	const reconcile = async (items: IDataObject[], more: IDataObject = {}, settings: Settings = {}): Promise<RunResult> =>
		await stage.run('extensivInsights', 'reconcile', { ...PARAMETERS, ...more }, { items, ...settings });

	beforeEach(() => {
		stage.control.seed({
			stock: [
				{ sku: 'MUG', warehouseId: 5102, onHand: 10 },
				{ sku: 'MUG-XL', warehouseId: 5102, onHand: 4 },
				{ sku: 'POT', warehouseId: 5102, onHand: 7 },
				{ sku: 'POT', warehouseId: 5101, onHand: 1, location: 'A-01' },
			],
		});
	});

	/** The stock that the sandbox begins with, as the ERP would have it. */
	const others = async (): Promise<IDataObject[]> => {
		const ours = ['MUG', 'MUG-XL', 'POT'];
		const rows = jsons(await stage.stock('getAll', { returnAll: true }));
		return rows.filter(({ sku }) => !ours.includes(String(sku))).map(({ sku, onHand }) => ({ sku, onHand }));
	};

	it.each(CONTRACTS)('finds exactly what was changed, and nothing else (%s contract)', async (contract) => {
		const erp = [...(await others()), { sku: 'MUG', onHand: 10 }, { sku: 'POT', onHand: 9 }, { sku: 'CUP', onHand: 2 }];
		const result = await reconcile(erp, {}, { contract });
		expect(jsons(result)).toMatchObject([
			{ outcome: 'different', sku: 'POT', erpOnHand: 9, extensivOnHand: 8, difference: -1 },
			{ outcome: 'missingInExtensiv', sku: 'CUP', erpOnHand: 2, extensivOnHand: null },
			{ outcome: 'missingInErp', sku: 'MUG-XL', erpOnHand: null, extensivOnHand: 4 },
		]);
		const compared = erp.length + 1;
		expect(summaries(result)).toEqual([
			{
				compared,
				equal: compared - 3,
				different: 1,
				missingInExtensiv: 1,
				missingInErp: 1,
				accuracyPercent: expect.any(Number),
				piecesOff: 1 + 2 + 4,
			},
		]);
		// What is in the ERP is linked to its item.
		expect(result.pairs.slice(0, 2)).toEqual([[erp.length - 2], [erp.length - 1]]);
	});

	it('says 100 % when both agree, with nothing on the first output', async () => {
		const erp = [
			...(await others()),
			...[
				['MUG', 10],
				['MUG-XL', 4],
				['POT', 8],
			].map(([sku, onHand]) => ({ sku, onHand })),
		];
		const result = await reconcile(erp as IDataObject[]);
		expect(jsons(result)).toEqual([]);
		expect(summaries(result)).toMatchObject([{ compared: erp.length, equal: erp.length, accuracyPercent: 100 }]);
	});

	it('gives equal ones too where the user wants everything', async () => {
		const result = await reconcile([{ sku: 'MUG', onHand: 10 }], { output: 'everything', scope: 'input' });
		expect(jsons(result)).toMatchObject([{ outcome: 'equal', sku: 'MUG' }]);
	});

	it('looks only at the SKUs of the input where the input is a part, and not at those that begin like them', async () => {
		const result = await reconcile([{ sku: 'MUG', onHand: 9 }], { scope: 'input' });
		expect(column(result, 'sku')).toEqual(['MUG']);
		expect(summaries(result)).toMatchObject([{ compared: 1, missingInErp: 0 }]);
	});

	it('compares the warehouse of each item with that warehouse alone', async () => {
		const warehouse = { warehouse: byId('={{ $json.at }}'), scope: 'input' };
		const erp = [
			{ sku: 'POT', onHand: 7, at: COLUMBUS },
			{ sku: 'POT', onHand: 2, at: RENO },
		];
		expect(jsons(await reconcile(erp, warehouse))).toMatchObject([
			{ sku: 'POT', warehouseName: 'Reno In-House', erpOnHand: 2, extensivOnHand: 1 },
		]);
	});

	it.each([
		[
			'the same SKU twice',
			[
				{ sku: 'POT', onHand: 7 },
				{ sku: 'MUG', onHand: 1 },
				{ sku: 'pot', onHand: 1 },
			],
			{},
			/Items 1 and 3 have the same SKU/,
		],
		[
			'a warehouse that the account does not have',
			[{ sku: 'POT', onHand: 7, at: '9999' }],
			{ warehouse: byId('={{ $json.at }}') },
			/9999/,
		],
		[
			'a warehouse in some items only',
			[
				{ sku: 'POT', onHand: 7, at: COLUMBUS },
				{ sku: 'MUG', onHand: 7 },
			],
			{ warehouse: byId('={{ $json.at }}') },
			/Item 2.*Warehouse/,
		],
	])('refuses %s, and names the items', async (_, items, more, message) => {
		expect((await reconcile(items, more)).error?.message).toMatch(message);
	});

	it('reports on the other items where one cannot be read, and does not call that SKU missing', async () => {
		const items = [
			{ sku: 'POT', onHand: 'many' },
			{ sku: 'MUG', onHand: 11 },
		];
		const result = await reconcile(items, {}, { onError: 'continueErrorOutput' });
		expect(failures(result)).toMatchObject([{ sku: 'POT', error: expect.stringMatching(/On Hand.*many/) }]);
		expect(sortedColumn(result, 'sku')).not.toContain('POT');
		expect(jsons(result)[0]).toMatchObject({ outcome: 'different', sku: 'MUG' });
	});

	it('does not call a SKU missing that may be the one of a record that cannot be read', async () => {
		stage.control.oddValues([
			{ path: '/v1/productstocks/total', where: { 'product.masterSku': 'POT' }, set: { onHandQuantity: 'some' } },
		]);
		const items = [
			{ sku: 'POT', onHand: 8 },
			{ sku: 'MUG', onHand: 11 },
		];
		const result = await reconcile(items, { scope: 'input' }, { onError: 'continueErrorOutput' });
		expect(column(result, 'sku')).toEqual(['MUG']);
		expect(failures(result)).toMatchObject([{ sku: 'POT' }]);
	});

	it('takes negative levels, which ERPs have', async () => {
		expect(jsons(await reconcile([{ sku: 'POT', onHand: -2 }], { scope: 'input' }))).toMatchObject([
			{ difference: 10 },
		]);
	});

	it('works with a read-only credential', async () => {
		const credentials = tokenCredential(stage.url, { readOnly: true });
		expect((await reconcile([{ sku: 'MUG', onHand: 10 }], {}, { credentials })).status).toBe('success');
	});

	describe('does not call a SKU missing in the ERP whose items are refused', () => {
		const continues = { onError: 'continueErrorOutput' } as const;
		const notSaid = async (items: IDataObject[], more: IDataObject = {}): Promise<void> => {
			const result = await reconcile(items, more, continues);
			expect(failures(result).map(({ sku }) => String(sku).toUpperCase())).toContain('POT');
			expect(sortedColumn(result, 'sku')).not.toContain('POT');
			expect(sortedColumn(result, 'sku')).toContain('MUG-XL');
		};

		it('because they come twice', async () => {
			await notSaid([
				{ sku: 'POT', onHand: 7 },
				{ sku: 'MUG', onHand: 1 },
				{ sku: 'pot', onHand: 1 },
			]);
		});

		it('because they have no warehouse, and others do', async () => {
			const items = [
				{ sku: 'MUG', onHand: 10, at: COLUMBUS },
				{ sku: 'POT', onHand: 8 },
			];
			await notSaid(items, { warehouse: byId('={{ $json.at }}') });
		});

		it('because they come twice with a warehouse, and the others have none', async () => {
			const items = [
				{ sku: 'POT', onHand: 7, at: COLUMBUS },
				{ sku: 'POT', onHand: 7, at: COLUMBUS },
				{ sku: 'MUG', onHand: 10 },
			];
			await notSaid(items, { warehouse: byId('={{ $json.at }}') });
		});
	});
});
