import type { IDataObject } from 'n8n-workflow';
import { NEWEST } from '../../engine';
import { CONTRACTS } from '../../support/credentials';
import { codes, map, typed } from '../../support/mapping';
import { COLUMBUS, RENO } from '../../support/parameters';
import { useStage } from '../../support/stage';

const LIST = { live: 'GET /v1/warehouses', guide: 'GET /api/warehouses' } as const;

describe.each(NEWEST)('Extensiv Mapping, n8n line %s', (line) => {
	const stage = useStage(line);

	describe.each(CONTRACTS)('of warehouses, %s contract', (contract) => {
		it('takes IDs and names, without regard to capitals and spaces, and reads the list once', async () => {
			const { mapped, unmapped } = await map(
				stage,
				'warehouse',
				codes(RENO, 'RENO IN-HOUSE', 'columbus3pl', 'Columbus'),
				{},
				{ contract },
			);
			expect(mapped).toMatchObject([
				{ mapped: { warehouseId: RENO, matchedBy: 'id' } },
				{ mapped: { warehouseId: RENO, matchedBy: 'name' } },
				{ mapped: { warehouseId: COLUMBUS } },
			]);
			expect(unmapped).toMatchObject([{ code: 'Columbus', candidates: [{ warehouseId: COLUMBUS }] }]);
			expect(stage.calls(LIST[contract])).toBe(1);
		});

		it('gives the code that the table has for a warehouse', async () => {
			const table = { ...typed(['WEST', 'Reno In-House'], ['EAST', COLUMBUS]), direction: 'from' };
			const { mapped, unmapped } = await map(stage, 'warehouse', codes(RENO, 'Columbus 3PL', '5103'), table, {
				contract,
			});
			expect(mapped).toMatchObject([
				{ mapped: { code: 'WEST', warehouseId: RENO } },
				{ mapped: { code: 'EAST', warehouseId: COLUMBUS } },
			]);
			expect(unmapped).toMatchObject([{ code: '5103', reason: expect.stringMatching(/No table has a code/) }]);
		});

		it('takes the items of another branch, as n8n gives them or as plain objects, with their two columns', async () => {
			const rows = [{ erp: 'WEST', om: Number(RENO) }];
			for (const tableItems of [rows.map((json) => ({ json, pairedItem: 0 })), JSON.stringify(rows)]) {
				const table = { sources: ['branch'], tableItems, codeColumn: 'erp', valueColumn: 'om' };
				const { mapped } = await map(stage, 'warehouse', codes('west'), table, { contract });
				expect(mapped).toMatchObject([{ mapped: { warehouseId: RENO, matchedBy: 'table' } }]);
			}
		});
	});

	it('reads a table from another branch with an expression, once', async () => {
		const table = {
			sources: ['branch'],
			tableItems: "={{ $('Start').all() }}",
			codeColumn: 'code',
			valueColumn: 'om',
		};
		const { mapped } = await map(
			stage,
			'warehouse',
			[
				{ code: 'A', om: RENO },
				{ code: 'B', om: COLUMBUS },
			],
			table,
		);
		expect(mapped).toMatchObject([{ mapped: { warehouseId: RENO } }, { mapped: { warehouseId: COLUMBUS } }]);
	});

	it.each([
		['no list', { tableItems: 'WEST' }, /Table Items: This is not a JSON list/],
		['a column that is not there', { tableItems: '[{"code":"W","om":"1"}]' }, /No row has the column “value”/],
	])('refuses a table of another branch with %s, before anything is sent', async (_, table, message) => {
		const { result } = await map(stage, 'warehouse', codes('W'), { sources: ['branch'], ...table });
		expect(result.error?.message).toMatch(message);
		expect(stage.control.requests().total).toBe(0);
	});

	it('leaves a warehouse that is closed unmapped, also when the table says it', async () => {
		stage.control.seed({ warehouses: [{ name: 'Closed Shed', active: false }] });
		const live = await map(stage, 'warehouse', codes('Closed Shed'));
		expect(live.unmapped).toMatchObject([{ reason: expect.stringMatching(/not active/) }]);
		const table = await map(stage, 'warehouse', codes('W'), typed(['W', 'Closed Shed']));
		expect(table.unmapped).toMatchObject([{ reason: expect.stringMatching(/not active/) }]);
	});

	it('says that a code may be that of a record that cannot be read', async () => {
		stage.control.oddValues([
			{ path: '/v1/warehouses', where: { warehouseId: Number(RENO) }, set: { active: 'maybe' } },
		]);
		const { mapped, unmapped } = await map(stage, 'warehouse', codes(COLUMBUS, 'Reno In-House'));
		expect(mapped).toMatchObject([{ mapped: { warehouseId: COLUMBUS } }]);
		expect(unmapped).toMatchObject([{ reason: expect.stringMatching(/one of 1 records.*cannot be read/) }]);
	});

	it('of sales channels tells the closed ones apart', async () => {
		const { mapped, unmapped } = await map(
			stage,
			'salesChannel',
			codes('northwind shopify', '1207', 'Northwind Outlet (closed)', 'Etsy'),
		);
		expect(mapped).toMatchObject([{ mapped: { salesChannelId: '1210' } }, { mapped: { salesChannelId: '1207' } }]);
		expect(unmapped).toMatchObject([
			{ reason: expect.stringMatching(/not active/) },
			{ reason: expect.stringMatching(/no sales channel/) },
		]);
	});

	it("of shipping methods takes an ERP's texts, and offers what is near", async () => {
		const texts = ['UPS Ground', 'ups_ground', 'FedEx International', 'Ground', 'UPS', 'UPS Next Day'];
		const { mapped, unmapped } = await map(stage, 'shippingMethod', codes(...texts));
		expect(mapped).toMatchObject([
			{ mapped: { carrier: 'UPS', service: 'UPS Ground', serviceCode: 'GROUND', serviceId: '31' } },
			{ mapped: { carrier: 'UPS', serviceCode: 'GROUND' } },
			{ mapped: { carrier: 'FEDEX', serviceCode: 'INTERNATIONAL' } },
		]);
		expect(unmapped).toMatchObject([
			{ code: 'Ground', reason: expect.stringMatching(/several/), candidates: [{}, {}, {}, {}] },
			{ code: 'UPS', candidates: [{ service: 'UPS Ground' }, { service: 'UPS International' }] },
			{ code: 'UPS Next Day', candidates: expect.arrayContaining([expect.objectContaining({ carrier: 'UPS' })]) },
		]);
		expect(stage.control.requests().total).toBe(1);
	});

	it('of shipping methods tells codes of a table apart that differ in a mark', async () => {
		const table = typed(['EXP', 'UPS Ground'], ['EXP+', '31'], ['EXP*', 'FedEx International'], ['NEXT-DAY', '31']);
		const { mapped, unmapped } = await map(stage, 'shippingMethod', codes('exp', 'EXP*', 'EXP#', 'next day'), table);
		expect(mapped).toMatchObject([
			{ code: 'exp', mapped: { serviceId: '31' } },
			{ code: 'EXP*', mapped: { carrier: 'FEDEX' } },
			{ code: 'next day', mapped: { serviceId: '31' } },
		]);
		expect(unmapped).toMatchObject([{ code: 'EXP#' }]);
	});

	it('gives candidates to the first thousand unmapped codes, and says so', async () => {
		const table = { ...typed(['WEST-1', RENO], ['WEST-2', COLUMBUS]), sources: ['typed'] };
		const all = codes(...Array.from({ length: 1_002 }, (_, at) => `WEST-1${at}`));
		const { unmapped, result } = await map(stage, 'warehouse', all, table);
		const numbers = unmapped.map(({ candidates }) => (candidates as unknown[]).length);
		expect(numbers.slice(0, 1_000)).not.toContain(0);
		expect(numbers.slice(1_000)).toEqual([0, 0]);
		expect(result.hints).toContainEqual(expect.stringMatching(/first 1000 unmapped codes.*1002/));
		expect((await map(stage, 'warehouse', all.slice(2), table)).result.hints).toEqual([]);
	});

	it("of order statuses goes both ways, with the ERP's own words from a table", async () => {
		const words = typed(
			['draft', 'unresolved'],
			['processing', 'pending'],
			['done', 'fulfilled'],
			['picking', 'AWAITING_3PL_EXPORT'],
		);
		const there = await map(stage, 'orderStatus', codes('done', 'processing', 'shipped', 'lost'), {
			...words,
			sources: ['typed', 'account'],
		});
		expect(there.mapped).toMatchObject([
			{ mapped: { status: 'fulfilled', matchedBy: 'table' } },
			{ mapped: { status: 'pending', serviceStatuses: expect.stringMatching(/AWAITING_SHIPMENT/) } },
			{ mapped: { status: 'SHIPPED', stage: 'fulfilled' } },
		]);
		expect(there.unmapped).toMatchObject([{ code: 'lost' }]);
		const back = await map(
			stage,
			'orderStatus',
			codes('SHIPPED', 'AWAITING_SHIPMENT', 'AWAITING_3PL_EXPORT', 'ON_HOLD'),
			{
				...words,
				direction: 'from',
				output: 'value',
			},
		);
		expect(back.mapped.map(({ mapped }) => mapped)).toEqual(['done', 'processing', 'picking']);
		expect(back.unmapped).toMatchObject([{ code: 'ON_HOLD' }]);
	});

	it.each(['salesChannel', 'shippingMethod'])(
		"of a %s says that the guide's contract does not have it",
		async (resource) => {
			const { result } = await map(stage, resource, codes('x'), {}, { contract: 'guide' });
			expect(result.error?.message).toMatch(/not part of the contract/);
			expect(stage.control.requests().total).toBe(0);
		},
	);

	it.each([
		['country', codes('Germany', 'Atlantis'), {}, { country: 'DE', alpha3: 'DEU' }],
		['state', codes('new york', 'Ontario'), { country: 'USA' }, { state: 'NY', country: 'US' }],
		['unit', codes('kg', 'pallet'), { quantity: '2' }, { unit: 'oz', kind: 'weight', quantity: 70.547924 }],
		['unit', codes('cm', 'pallet'), { quantity: '1', convert: 'from' }, { unit: 'in', quantity: 2.54 }],
	] as Array<[string, IDataObject[], IDataObject, IDataObject]>)(
		'of a %s needs no call',
		async (resource, items, parameters, expected) => {
			const { mapped, unmapped } = await map(stage, resource, items, parameters, { contract: 'guide' });
			expect(mapped).toMatchObject([{ mapped: expected }]);
			expect(unmapped).toMatchObject([{ code: items[1]?.code, reason: expect.any(String) }]);
			expect(stage.control.requests().total).toBe(0);
		},
	);

	it('of states takes each item with its own country; where states are not known, tables decide', async () => {
		const items = [
			{ code: 'WA', country: 'US' },
			{ code: 'WA', country: 'AU' },
			{ code: 'BY', country: 'DE' },
			{ code: 'HH', country: 'DE' },
			{ code: 'WA', country: 'Atlantis' },
		];
		const parameters = { ...typed(['BY', 'Bayern']), sources: ['typed', 'account'], country: '={{ $json.country }}' };
		const { mapped, unmapped } = await map(stage, 'state', items, parameters);
		expect(mapped.map(({ mapped: state }) => (state as IDataObject).name)).toEqual([
			'Washington',
			'Western Australia',
			'Bayern',
		]);
		expect(unmapped).toMatchObject([
			{ code: 'HH', reason: expect.stringMatching(/No table has the code “HH”/) },
			{ reason: expect.stringMatching(/Country: “Atlantis” is not a known country/) },
		]);
	});
});

describe.each(NEWEST)('Map tax, n8n line %s', (line) => {
	const stage = useStage(line);
	const lines = [
		{ sku: 'A', quantity: 1, unitPrice: '10,00' },
		{ sku: 'B', quantity: 2, unitPrice: '5,00' },
		{ sku: 'C', quantity: 1, unitPrice: '10,00' },
	];
	const taxes = ({ mapped }: { mapped: IDataObject[] }): unknown =>
		mapped.map(({ mapped: tax }) => ((tax as IDataObject).lines as IDataObject[]).map((row) => row.tax));

	it('splits the amount of an order by its lines, and the last takes the rest', async () => {
		const amount = { taxGivenAs: 'amount', taxAmount: '={{ $json.tax }}' };
		const result = await map(stage, 'tax', [{ tax: '1,00', lines }], amount);
		expect(result.mapped).toMatchObject([{ tax: '1,00', mapped: { tax: 1, lines } }]);
		expect(taxes(result)).toEqual([[0.33, 0.33, 0.34]]);
	});

	it("takes a rate, or the rate of the ERP's tax code, and gives net prices where prices include the tax", async () => {
		const rate = await map(stage, 'tax', [{ lines }], { taxRate: '19 %', pricesIncludeTax: true, output: 'value' });
		expect(rate.mapped).toMatchObject([
			{ mapped: [{ sku: 'A', tax: 1.6, netUnitPrice: 8.4 }, { tax: 1.6 }, { tax: 1.59 }] },
		]);
		const code = { taxGivenAs: 'code', code: '={{ $json.code }}', ...typed(['VAT', '20']) };
		const result = await map(
			stage,
			'tax',
			[
				{ code: 'vat', lines },
				{ code: 'VAT0', lines },
			],
			code,
		);
		expect(taxes(result)).toEqual([[2, 2, 2]]);
		expect(result.unmapped).toMatchObject([
			{ reason: expect.stringMatching(/No table has the code “VAT0”/), candidates: [{ code: 'VAT', rate: '20' }] },
		]);
		expect(stage.control.requests().total).toBe(0);
	});

	it.each([
		['no lines', { lines: [] }, /Order Lines: The order has no lines/],
		['a line without a price', { lines: [{ quantity: 1 }] }, /Order Lines, line 1, unitPrice/],
		['an unreadable rate', { lines, rate: 'full' }, /Rate \(%\): “full” is not a number/],
	])('leaves an order with %s unmapped, and says why', async (_, item, reason) => {
		const { mapped, unmapped } = await map(stage, 'tax', [item], { taxRate: '={{ $json.rate ?? 10 }}' });
		expect(mapped).toEqual([]);
		expect(unmapped).toMatchObject([{ ...item, reason: expect.stringMatching(reason) }]);
	});
});
