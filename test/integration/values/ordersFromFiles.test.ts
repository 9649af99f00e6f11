import type { IDataObject } from 'n8n-workflow';
import type { RunResult } from '../../engine';
import { CONTRACTS } from '../../support/credentials';
import { ADDRESS, byId, byNumber, DIRECT, newOrder } from '../../support/parameters';
import { column, failures, hintsBesideAttention } from '../../support/results';
import { selected } from '../../support/selected';
import { type Settings, useStage } from '../../support/stage';

/** A row of a file, with the columns that these tests are about. */
const ROW = {
	'Order No': 'ERP-1',
	'Ship Name': 'Alex Example',
	Address: '1 Test Street',
	City: 'Albany',
	Region: 'NY',
	Zip: '12207',
	Country: 'US',
	SKU: 'MUG',
	Qty: '2',
	Price: '84.00',
};
const AUTOMATIC = { mappingMode: 'autoMapInputData', value: null, matchingColumns: [], schema: [] };
/** The errors of items, with what to do. */
const errorsOf = (result: RunResult): string[] =>
	failures(result).map(({ error, message }) => `${String(error)} ${String(message)}`);

describe('Orders from files', () => {
	const stage = useStage('2');

	/** Creates orders of the lines of a file, by the names of its columns. */
	const fromFile = async (
		rows: IDataObject[],
		options: IDataObject = {},
		settings: Settings = {},
	): Promise<RunResult> =>
		await stage.orders(
			'create',
			{ fieldsFrom: 'columns', inputMode: 'orderLine', salesChannel: byId(DIRECT), columns: AUTOMATIC, options },
			{
				onError: 'continueErrorOutput',
				timezone: 'UTC',
				items: rows.map((row, at) => ({ ...ROW, 'Order No': `ERP-${at + 1}`, ...row })),
				...settings,
			},
		);
	/** Creates orders by the form, with everything from the item. */
	const fromForm = async (parameters: IDataObject, items: IDataObject[], settings: Settings = {}): Promise<RunResult> =>
		await stage.orders('create', newOrder(parameters), {
			onError: 'continueErrorOutput',
			timezone: 'UTC',
			items: items.map((item, at) => ({ no: `ERP-${at + 1}`, ...item })),
			...settings,
		});
	const ordered = (number: number): unknown => stage.order(`ERP-${number}`).orderDate;
	const total = (number: number): unknown => (stage.order(`ERP-${number}`).orderTotal as IDataObject).amount;

	describe('dates that can be read in two ways', () => {
		it('are read as another row of the column shows it', async () => {
			await fromFile([{ Date: '02/03/2026' }, { Date: '13/03/2026' }]);
			expect([ordered(1), ordered(2)]).toEqual(['2026-03-02T00:00:00Z', '2026-03-13T00:00:00Z']);
		});

		it('or as another column of the file shows it', async () => {
			await fromFile([{ Date: '02/03/2026', 'Required Date': '03/25/2026' }]);
			expect(ordered(1)).toBe('2026-02-03T00:00:00Z');
		});

		it('also where expressions give them', async () => {
			const additionalFields = { orderDate: '={{ $json.day + "/" + $json.month + "/2026" }}' };
			await fromForm({ additionalFields }, [
				{ day: '02', month: '03' },
				{ day: '13', month: '03' },
			]);
			expect(ordered(1)).toBe('2026-03-02T00:00:00Z');
		});

		it('or as the user says', async () => {
			await fromFile([{ Date: '02/03/2026' }], { dateOrder: 'day' });
			expect(ordered(1)).toBe('2026-03-02T00:00:00Z');
		});

		it('with AM or PM in capitals are American', async () => {
			await fromFile([{ Date: '3/5/2026 9:05 AM' }]);
			expect(ordered(1)).toBe('2026-03-05T09:05:00Z');
		});

		it('are refused where nothing shows it, naming both and the option', async () => {
			const result = await fromFile([{ Date: '02/03/2026' }]);
			expect(errorsOf(result)).toEqual([
				expect.stringMatching(/ERP-1.*Order Date.*2 March 2026 or 3 February 2026.*Date Order/s),
			]);
		});

		it('are refused where rows contradict each other; the clear ones go through', async () => {
			const result = await fromFile([{ Date: '02/03/2026' }, { Date: '13/03/2026' }, { Date: '03/13/2026' }]);
			expect([column(result, 'orderNumber'), errorsOf(result)]).toEqual([
				['ERP-2', 'ERP-3'],
				[expect.stringMatching(/can mean/)],
			]);
		});
	});

	describe('numbers as dates', () => {
		it('are days of a spreadsheet, seconds or milliseconds', async () => {
			await fromFile([{ Date: 46086 }, { Date: '46086.375' }, { Date: 1772701229 }, { Date: 1772701229000 }]);
			expect([1, 2, 3, 4].map(ordered)).toEqual([
				'2026-03-05T00:00:00Z',
				'2026-03-05T09:00:00Z',
				'2026-03-05T09:00:29Z',
				'2026-03-05T09:00:29Z',
			]);
		});

		it('a flag of payment is no date of payment: an unpaid order must not ship', async () => {
			const result = await fromFile([
				{ Paid: 0 },
				{ Paid: '1' },
				{ Paid: true },
				{ Paid: '1900-01-01' },
				{ Paid: '' },
				{ Paid: 'NULL ' },
			]);
			expect(errorsOf(result)).toHaveLength(4);
			for (const text of errorsOf(result)) expect(text).toMatch(/Payment Date.*(yes\/no value|year 1900)/);
			expect([stage.order('ERP-5').paymentDate, stage.order('ERP-6').paymentDate]).toEqual([null, null]);
		});
	});

	describe('numbers that can be read in two ways', () => {
		it('are read as another row of the column shows it', async () => {
			await fromFile([{ Price: '1,250' }, { Price: '12,50' }]);
			expect([total(1), total(2)]).toEqual([2.5, 25]);
		});

		it('are read as the user says', async () => {
			await fromFile([{ Price: '1,250', Qty: '1,000' }], { decimalSeparator: 'point' });
			expect(total(1)).toBe(1_250_000);
		});

		it('are refused where nothing shows it, naming both and the option', async () => {
			const rows = [{ Price: '1,250' }, { Freight: '2,000' }, { Qty: '1,000' }].map((row) => ({ Price: 84, ...row }));
			const result = await fromFile(rows);
			expect(errorsOf(result)).toEqual([
				expect.stringMatching(/Unit Price.*1250 or 1\.25.*Decimal Separator/s),
				expect.stringMatching(/Shipping Cost.*2000 or 2.*Decimal Separator/s),
				expect.stringMatching(/Quantity.*1000 or 1.*Decimal Separator/s),
			]);
		});

		it('with a point are refused where other columns have decimal commas, and read where they have points', async () => {
			const result = await fromFile([{ Qty: '2.000', Price: '3,50' }]);
			expect(errorsOf(result)).toEqual([expect.stringMatching(/Quantity.*2000 or 2\..*Decimal Separator/s)]);
			await fromFile([{ Qty: '2.000', Price: '3.50' }]);
			expect(total(1)).toBe(7);
		});

		it.each(CONTRACTS)('are compared within lists of lines too (%s contract)', async (contract) => {
			const lines = (price: string): IDataObject[] => [
				{ sku: 'MUG', quantity: 1, unitPrice: price },
				{ sku: 'POT', quantity: 1, unitPrice: 0.5 },
			];
			const items = [{ lines: lines('1,250') }, { lines: lines('12,50') }];
			await fromForm({ linesFrom: 'json', linesJson: '={{ $json.lines }}' }, items, { contract });
			expect(stage.order('ERP-1').orderItems).toMatchObject([
				{ unitPrice: { amount: 1.25 } },
				{ unitPrice: { amount: 0.5 } },
			]);
		});

		it('are compared within the lines of the form', async () => {
			await fromForm({ lines: { line: [{ sku: 'MUG', quantity: 1, unitPrice: '={{ $json.price }}' }] } }, [
				{ price: '1.250' },
				{ price: '12,50' },
			]);
			expect(total(1)).toBe(1250);
		});
	});

	describe('money', () => {
		it.each(CONTRACTS)('is not made of an empty price, wherever it is mapped from (%s contract)', async (contract) => {
			const byHand = {
				fieldsFrom: 'columns',
				columns: {
					...AUTOMATIC,
					mappingMode: 'defineBelow',
					value: {
						orderNumber: '={{ $json.no }}',
						...ADDRESS,
						sku: 'MUG',
						quantity: 1,
						unitPrice: '={{ $json.price }}',
					},
				},
			};
			const results = [
				await fromFile([{ Price: '' }, { Price: null }, { Price: 'NULL' }], {}, { contract }),
				await fromForm(
					{ lines: { line: [{ sku: 'MUG', quantity: 1, unitPrice: '={{ $json.price }}' }] } },
					[{ price: '' }, {}],
					{ contract },
				),
				await fromForm(
					{ linesFrom: 'json', linesJson: '={{ $json.lines }}' },
					[{ lines: [{ sku: 'MUG', quantity: 1, unitPrice: '' }] }],
					{ contract },
				),
				await fromForm({ ...byHand, inputMode: 'orderLine' }, [{ price: '' }, {}], { contract }),
			];
			for (const result of results) {
				expect(column(result, 'orderNumber')).toEqual([]);
				for (const text of errorsOf(result)) expect(text).toMatch(/Unit Price.*empty.*free items/s);
			}
		});

		it.each(CONTRACTS)('a price that is not applicable is no price of 0 (%s contract)', async (contract) => {
			const result = await fromFile([{ Price: 'N/A' }, { Price: ' n/a' }, { Price: 0 }], {}, { contract });
			expect(column(result, 'orderNumber')).toEqual(['ERP-3']);
			for (const text of errorsOf(result)) expect(text).toMatch(/Unit Price.*empty.*free items/s);
		});

		it.each(CONTRACTS)('an order below zero, such as a return, is refused (%s contract)', async (contract) => {
			const result = await fromFile([{ Price: -5 }, { Price: '-84.00', Freight: '168' }], {}, { contract });
			expect(errorsOf(result)).toEqual([
				expect.stringMatching(/ERP-1: Order Total: The order total of -10 is negative/),
			]);
			expect(column(result, 'orderNumber')).toEqual(['ERP-2']);
		});

		it('a currency that is empty is taken as dollars, and pointed out', async () => {
			const result = await fromFile([{ Currency: 'EUR' }, { Currency: '' }, { Currency: 'NULL' }]);
			expect(hintsBesideAttention(result)).toEqual([expect.stringMatching(/currency.*empty.*USD: ERP-2, ERP-3\./)]);
			expect(hintsBesideAttention(await fromFile([{ 'Order No': 'ERP-4' }]))).toEqual([]);
			const lines = [{ Currency: 'EUR' }, { Currency: '' }].map((line) => ({ ...line, 'Order No': 'ERP-5' }));
			expect(hintsBesideAttention(await fromFile(lines))).toEqual([]);
		});

		it('an order that is refused is not said to be sent with a price of 0', async () => {
			const result = await fromForm({ linesFrom: 'json', linesJson: '[{"SKU":"MUG","quantity":1}]' }, [{}]);
			expect(hintsBesideAttention(result)).toEqual([expect.stringMatching(/no such fields: SKU/)]);
		});

		it('may be nothing where that is given, or where there is no column: the latter is pointed out', async () => {
			const { Price: _, ...row } = ROW;
			const items = [
				{ ...row, 'Order No': 'ERP-1' },
				{ ...row, 'Order No': 'ERP-2', Price: 0 },
			];
			const result = await fromFile([], {}, { items });
			expect([total(1), total(2), hintsBesideAttention(result)]).toEqual([
				0,
				0,
				[expect.stringMatching(/without a unit price.*MUG/)],
			]);
		});

		it.each(CONTRACTS)('keeps the places of a price, and rounds only the sum (%s contract)', async (contract) => {
			await fromFile([{ Price: '0.00449', Qty: 10_000 }], {}, { contract });
			expect([total(1), stage.order('ERP-1').orderItems]).toEqual([
				44.9,
				[expect.objectContaining({ unitPrice: { amount: 0.00449, currency: 'USD' } })],
			]);
		});

		it('a discount below zero, or above what it is taken off, is refused', async () => {
			const rows = [
				{ 'Line Discount': -5 },
				{ 'Order Discount': '-5.00' },
				{ 'Line Discount': 169 },
				{ 'Order Discount': 169 },
			];
			expect(errorsOf(await fromFile(rows))).toEqual([
				expect.stringMatching(/Discount.*is negative/),
				expect.stringMatching(/Discount.*is negative/),
				expect.stringMatching(/Discount.*“169” is more than the line of 168/),
				expect.stringMatching(/discount of 169 is more than the order total of 168/),
			]);
		});

		it('a discount below 1 is taken as an amount, and pointed out', async () => {
			const result = await fromFile([{ discount: 0.15 }, { discount: 0 }, { discount: 16.8 }]);
			expect([total(1), hintsBesideAttention(result)]).toEqual([
				167.85,
				[expect.stringMatching(/below 1.*0\.15 on 168.*Line Discount Is/)],
			]);
		});

		it.each([
			['a percent sign', { discount: '15%' }, {}],
			['an option', { discount: 0.15 }, { discountIs: 'fraction' }],
			['another option', { discount: '15' }, { discountIs: 'percentage' }],
			['the name of its column', { 'Discount %': 15 }, {}],
		])('a discount is a rate by %s', async (_, row, options) => {
			const result = await fromFile([row], options);
			expect([total(1), hintsBesideAttention(result)]).toEqual([142.8, []]);
		});

		it('a rate of the whole order is worked out of its goods', async () => {
			await fromForm(
				{
					additionalFields: { discount: '10%', shippingCost: 5 },
					lines: { line: [{ sku: 'MUG', quantity: 2, unitPrice: 50 }] },
				},
				[{}],
			);
			expect([total(1), stage.order('ERP-1').discount]).toEqual([95, { amount: 10, currency: 'USD' }]);
		});

		it.each(CONTRACTS)('prices that include tax are sent without it (%s contract)', async (contract) => {
			await fromForm(
				{
					lines: { line: [{ sku: 'MUG', quantity: 3, unitPrice: 11.9, tax: 5.7 }] },
					options: { pricesIncludeTax: true },
				},
				[{}],
				{ contract },
			);
			expect(stage.order('ERP-1').orderItems).toMatchObject([{ unitPrice: { amount: 10 }, tax: { amount: 5.7 } }]);
			if (contract === 'live') expect(total(1)).toBe(35.7);
		});

		it.each(CONTRACTS)('is in a currency that Order Manager has (%s contract)', async (contract) => {
			const result = await fromFile(
				[
					{ currency: 'ABC' },
					{ currency: '$' },
					{ currency: 'jpy', Price: '1200' },
					{ currency: 'KWD', Price: '1.250' },
				],
				{},
				{ contract },
			);
			expect(column(result, 'orderNumber')).toEqual(['ERP-3', 'ERP-4']);
			for (const text of errorsOf(result)) expect(text).toMatch(/Currency.*(ABC|\$)/);
			for (const text of errorsOf(result)) expect(text.length).toBeLessThan(200);
		});
	});

	describe('order numbers of expressions', () => {
		it.each([
			['the form', { orderNumber: '=ERP-{{ $json.id }}' }],
			[
				'columns',
				{
					fieldsFrom: 'columns',
					columns: {
						...AUTOMATIC,
						mappingMode: 'defineBelow',
						value: {
							orderNumber: '=ERP-{{ $json.id }}',
							...ADDRESS,
							lines: '[{"sku":"MUG","quantity":1,"unitPrice":1}]',
						},
					},
				},
			],
		])('whose field is missing are refused (%s)', async (_, parameters) => {
			const result = await fromForm(parameters, [{}, { id: 7 }]);
			expect([column(result, 'orderNumber'), errorsOf(result)]).toEqual([
				['ERP-7'],
				[expect.stringMatching(/Order Number.*“ERP-”.*expression itself is empty/)],
			]);
		});

		it('that end in a separator by themselves are pointed out', async () => {
			const result = await fromFile([{ 'Order No': 'ERP-' }]);
			expect(hintsBesideAttention(result)).toEqual([expect.stringMatching(/end with a separator: ERP-\./)]);
		});

		it('that need no field go through', async () => {
			const result = await fromForm({ orderNumber: '=ERP-1{{ $json.suffix }}' }, [{}]);
			expect(column(result, 'orderNumber')).toEqual(['ERP-1']);
		});
	});

	it('lines say which of their fields are not used', async () => {
		const result = await fromForm({ linesFrom: 'json', linesJson: '[{"sku":"MUG","quantity":1,"price":5}]' }, [{}]);
		expect(hintsBesideAttention(result)).toEqual([
			expect.stringMatching(/no such fields: price/),
			expect.stringMatching(/without a unit price.*MUG/),
		]);
	});

	it.each(CONTRACTS)(
		'a postal code that lost its zero gets it back, with a hint; one that cannot be right is pointed out (%s contract)',
		async (contract) => {
			const rows = [
				{ Zip: 2134, Region: 'MA' },
				{ Zip: '2134', Region: 'NY' },
				{ Zip: 1067, Region: '', Country: 'DE' },
				{ Zip: '12207.0' },
			];
			const result = await fromFile(rows, {}, { contract });
			expect([1, 2, 3, 4].map((at) => stage.order(`ERP-${at}`).shipZipCode)).toEqual([
				'02134',
				'2134',
				'01067',
				'12207',
			]);
			expect(hintsBesideAttention(result)).toEqual([
				expect.stringMatching(/2134 → 02134, 1067 → 01067/),
				expect.stringMatching(/too short.*: 2134\./),
			]);
		},
	);

	it('phone numbers lose what spreadsheets and programs put around them', async () => {
		const phones = ["'+13125550123", '3125550123.0', 3.125550123e9, '555.0000', '+1 (312) 555-0123'];
		await fromFile(phones.map((Phone) => ({ Phone })));
		expect(phones.map((_, at) => stage.order(`ERP-${at + 1}`).shipPhone)).toEqual([
			'+13125550123',
			'3125550123',
			'3125550123',
			'555.0000',
			'+1 (312) 555-0123',
		]);
	});

	it.each(['XK', 'XKX', 'Kosovo'])('Kosovo, as %s, goes out as the service writes it', async (Country) => {
		await fromFile([{ Country, Region: '' }]);
		expect(stage.order('ERP-1').shipCountry).toBe('XKX');
	});

	it('Kosovo, which the service writes XKX, is read back as XK', async () => {
		await fromFile([{ Country: 'Kosovo', Region: '' }]);
		const get = async (more: IDataObject): Promise<IDataObject | undefined> =>
			(await stage.orders('get', byNumber({ orderNumber: 'ERP-1', ...more }))).items[0]?.json;
		expect(await get({ output: 'raw' })).toMatchObject({ shipCountry: 'XKX' });
		expect(await get({})).toMatchObject({ country: 'XK' });
		expect(await get(selected('shipTo'))).toMatchObject({ shipTo: { country: 'XK' } });
	});

	it('flags are read in all the ways of exports; what is neither is refused', async () => {
		const result = await fromFile(
			['Y', 'x', 1, 'on', 'TRUE', 'N', 0, '', 'perhaps'].map((gift) => ({ 'Is Gift': gift })),
		);
		expect([1, 2, 3, 4, 5, 6, 7, 8].map((at) => stage.order(`ERP-${at}`).gift)).toEqual([
			true,
			true,
			true,
			true,
			true,
			false,
			false,
			false,
		]);
		expect(errorsOf(result)).toEqual([expect.stringMatching(/Gift.*“perhaps” is neither yes nor no/)]);
	});

	it('a carrier with its service is refused, with the carrier that is meant', async () => {
		const result = await fromFile([{ Carrier: 'UPS Ground' }, { Carrier: 'NULL' }, { Carrier: 'fedex' }]);
		expect([column(result, 'orderNumber'), errorsOf(result)]).toEqual([
			['ERP-2', 'ERP-3'],
			[expect.stringMatching(/Carrier.*“UPS Ground”.*Did you mean UPS/)],
		]);
	});

	it.each([
		['dateOrder', 'american', /Date Order.*“american”.*auto, day, month, year/s],
		['decimalSeparator', '.', /Decimal Separator.*auto, point, comma/s],
		['discountIs', 'rate', /Line Discount Is.*amount, percentage, fraction/s],
	])(
		'the option %s as an expression that gives “%s” is refused, not taken for the usual one',
		async (option, value, message) => {
			expect(errorsOf(await fromFile([{}], { [option]: value }))).toEqual([expect.stringMatching(message)]);
		},
	);

	it('odd but real SKUs reach the service as they are', async () => {
		const skus = ['A,B', '24"-TV', '#1', '007', 'MUG-🎁', '12E4'];
		stage.control.seed({ products: [...skus, '4711'].map((sku) => ({ sku, name: sku })) });
		const result = await fromFile([...skus, 4711].map((SKU) => ({ SKU })));
		expect(failures(result)).toEqual([]);
		expect(
			skus.concat('4711').map((_, at) => (stage.order(`ERP-${at + 1}`).orderItems as IDataObject[])[0]?.listingSku),
		).toEqual([...skus, '4711']);
	});

	it.each(CONTRACTS)('what cannot be seen is not part of a value (%s contract)', async (contract) => {
		await fromFile([{ 'Order No': '\ufeffERP-1', SKU: 'MUG\u200b', City: '\u00a0Albany ' }], {}, { contract });
		expect(stage.order('ERP-1')).toMatchObject({ shipCity: 'Albany', orderItems: [{ listingSku: 'MUG' }] });
	});
});
