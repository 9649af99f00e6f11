import type { IDataObject } from 'n8n-workflow';
import { NEWEST } from '../../engine';
import { CONTRACTS } from '../../support/credentials';
import { defineFields } from '../../support/orderActions';
import { byId, DIRECT, newOrderLine } from '../../support/parameters';
import { failures } from '../../support/results';
import { useStage } from '../../support/stage';

const AUTOMATIC: IDataObject = {
	inputMode: 'orderLine',
	fieldsFrom: 'columns',
	salesChannel: byId(DIRECT),
	columns: { mappingMode: 'autoMapInputData', value: null, matchingColumns: [], schema: [] },
};
const HEAD = {
	orderNumber: 'ERP-1',
	recipientName: 'Alex',
	street1: '1 Test Street',
	city: 'Albany',
	state: 'NY',
	postalCode: '12207',
	country: 'US',
};
const column = (more: IDataObject): IDataObject => ({ ...HEAD, sku: 'MUG', quantity: 1, unitPrice: 2, ...more });
const proceeding = { onError: 'continueErrorOutput' as const };

/** A form whose fields come from the item, all by one expression each. */
const field = (name: string): IDataObject => ({ additionalFields: { [name]: `={{ $json.${name} }}` } });
const row = (more: IDataObject): IDataObject => ({ no: 'ERP-1', sku: 'MUG', quantity: 1, ...more });

/** What an order has once: a value, one like it, and another. */
const FIELDS: Array<[field: string, label: string, one: unknown, alike: unknown, other: unknown]> = [
	['recipientName', 'Recipient Name', 'Alex', ' Alex ', 'Kim'],
	['street1', 'Street', '1 Test Street', '1 Test Street', '2 Test Street'],
	['city', 'City', 'Albany', 'Albany\u200b', 'Troy'],
	['state', 'State', 'NY', 'NY ', 'MA'],
	['postalCode', 'Postal Code', '12207', 12207, '12208'],
	['country', 'Country', 'US', 'United States', 'Canada'],
	['street2', 'Street 2', 'Floor 2', ' Floor 2', 'Floor 3'],
	['currency', 'Currency', 'USD', 'usd', 'EUR'],
	['shippingCost', 'Shipping Cost', 10, '10.00', '12.50'],
	['requestedShipping', 'Requested Shipping', 'Ground', 'Ground ', 'Air'],
];
const LIVE_FIELDS: typeof FIELDS = [
	['company', 'Company', 'Example Inc', 'Example Inc ', 'Sample Ltd'],
	['email', 'Email', 'a@example.com', 'a@example.com ', 'b@example.com'],
	['phone', 'Phone', 5550100, '5550100', '5550101'],
	['orderDate', 'Order Date', '2026-03-05', '2026-03-05 00:00:00', '2026-03-06'],
	['paymentDate', 'Payment Date', '2026-03-05', '05.03.2026', '2026-03-06'],
	['shipByDate', 'Ship By Date', '2026-03-05', '2026-03-05', '2026-03-06'],
	['notesToBuyer', 'Notes To Buyer', 'Thanks', 'Thanks', 'Hello'],
	['internalNotes', 'Internal Notes', 'A', 'A', 'B'],
	['gift', 'Gift', true, 'yes', 'no'],
	['carrier', 'Carrier', 'UPS', 'ups', 'FEDEX'],
	['weight', 'Weight', 9.5, '9.50', 10],
	['saturdayDelivery', 'Saturday Delivery', 'yes', true, 'no'],
];

describe.each(NEWEST)('Lines of one order that contradict each other, n8n line %s', (line) => {
	const stage = useStage(line);
	const isForm = (name: string): boolean => !(name in HEAD);
	const sources = (name: string) =>
		[
			['columns', AUTOMATIC, column],
			['form', newOrderLine(isForm(name) ? field(name) : { [name]: `={{ $json.${name} }}` }), row],
		] as const;

	describe.each(CONTRACTS)('%s contract', (contract) => {
		const run = async (items: IDataObject[], parameters: IDataObject, operation = 'create') =>
			await stage.orders(operation, parameters, { contract, items, ...proceeding });

		it.each(contract === 'live' ? [...FIELDS, ...LIVE_FIELDS] : FIELDS)(
			'are refused by their %s, with field, values and items',
			async (name, label, one, alike, other) => {
				for (const [origin, parameters, item] of sources(name)) {
					const items = [one, '', other, alike].map((value) => item({ [name]: value } as IDataObject));
					const refused = await run(items, parameters);
					expect([origin, refused.items]).toEqual([origin, []]);
					expect(failures(refused)).toHaveLength(4);
					const said = String(failures(refused)[0]?.error);
					expect(said.toLowerCase()).toContain(
						`order erp-1: ${label.toLowerCase()}: item 1 has “${String(one).toLowerCase()}” and item 3 has “${String(other).toLowerCase()}”`,
					);
					expect(stage.control.orders({ number: 'ERP-1' })).toEqual([]);
					const taken = await run([...items.slice(0, 2), items[3] as IDataObject], parameters);
					expect([origin, failures(taken), taken.pairs]).toEqual([origin, [], [[0, 1, 2]]]);
					stage.control.reset();
					stage.control.seed({ products: [{ sku: 'MUG', name: 'Mug' }] });
				}
			},
		);

		it('are refused in Create or Update as well, also for an order that exists', async () => {
			stage.control.seed({ orders: [{ orderNumber: 'ERP-1', items: [{ sku: 'MUG' }] }] });
			const result = await run([column({ city: 'Troy' }), column({ city: 'Utica' })], AUTOMATIC, 'upsert');
			expect(failures(result)).toMatchObject([{ error: expect.stringMatching(/City.*“Troy”.*“Utica”/) }, {}]);
			expect(stage.order('ERP-1')).not.toMatchObject({ shipCity: 'Troy' });
		});

		it('are no such lines where a field is empty in the first: the first value counts', async () => {
			const items = [
				column({ city: '', currency: 'NULL', recipientName: null }),
				column({ city: 'Troy', currency: 'EUR' }),
				column({ city: ' ', currency: '' }),
			];
			const result = await run(items, AUTOMATIC);
			expect(failures(result)).toEqual([]);
			expect(stage.order('ERP-1')).toMatchObject({ shipCity: 'Troy', currency: 'EUR', shipName: 'Alex' });
		});

		it('let the other orders through', async () => {
			const items = [
				column({ currency: 'USD' }),
				column({ orderNumber: 'ERP-2', currency: 'EUR' }),
				column({ currency: 'EUR' }),
			];
			const result = await run(items, AUTOMATIC);
			expect(result.pairs).toEqual([[1]]);
			expect(result.errorItems.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
		});
	});

	it('are no such lines where only blanks between words differ', async () => {
		const items = ['Alex  Example', 'Alex Example', 'Alex\u00a0Example'].map((recipientName) =>
			column({ recipientName }),
		);
		const result = await stage.orders('create', AUTOMATIC, { items, ...proceeding });
		expect([failures(result), result.pairs]).toEqual([[], [[0, 1, 2]]]);
	});

	it('have one freight where each repeats it, and one discount', async () => {
		const items = [
			column({ shippingCost: '12.50', orderDiscount: 1 }),
			column({ shippingCost: 12.5, orderDiscount: '1.00' }),
		];
		await stage.orders('create', AUTOMATIC, { items });
		expect(stage.order('ERP-1')).toMatchObject({ shippingCost: { amount: 12.5 }, discount: { amount: 1 } });
	});

	it('are refused by the discount of the order, not by those of the lines', async () => {
		const taken = await stage.orders('create', AUTOMATIC, {
			items: [column({ discount: 1, notes: 'A' }), column({ discount: 2, notes: 'B' })],
		});
		expect(taken.pairs).toEqual([[0, 1]]);
		const items = [
			column({ orderNumber: 'ERP-2', orderDiscount: 1 }),
			column({ orderNumber: 'ERP-2', orderDiscount: 2 }),
		];
		expect(failures(await stage.orders('create', AUTOMATIC, { items, ...proceeding }))).toMatchObject([
			{ error: expect.stringMatching(/Order Discount/) },
			{},
		]);
	});

	it('are refused by a custom field of the account, under its name', async () => {
		await defineFields(stage, 'Route');
		const result = await stage.orders('create', AUTOMATIC, {
			items: [column({ Route: 'North' }), column({ Route: 'South' })],
			...proceeding,
		});
		expect(failures(result)).toMatchObject([{ error: expect.stringMatching(/Route.*“North”.*“South”/) }, {}]);
	});

	it('are found behind expressions that n8n has to work out', async () => {
		const recipientName = '={{ $json.first + " " + $json.last }}';
		const items = [
			row({ first: 'Alex', last: 'A' }),
			row({ first: 'Alex', last: 'A' }),
			row({ first: 'Alex', last: 'B' }),
		];
		const refused = await stage.orders('create', newOrderLine({ recipientName }), { items, ...proceeding });
		expect(failures(refused)[0]?.error).toMatch(/Item 1 has “Alex A” and item 3 has “Alex B”/);
	});

	it.each([
		['the time of the run', '={{ $now.toISO() }}', {}],
		['what an expression falls back on', '={{ $json.name || "Alex" }}', { name: 'Kim' }],
	])('are not those that differ by %s', async (_, internalNotes, first) => {
		const result = await stage.orders('create', newOrderLine({ additionalFields: { internalNotes } }), {
			items: [row(first), row({})],
		});
		expect(result.pairs).toEqual([[0, 1]]);
	});

	it('are not those whose payment date is now', async () => {
		const result = await stage.orders('create', newOrderLine({ paid: 'orderDate' }), { items: [row({}), row({})] });
		expect(result.pairs).toEqual([[0, 1]]);
	});

	it('are refused by the date on which they were paid', async () => {
		const parameters = newOrderLine({ paid: 'date', paidOn: '={{ $json.paidOn }}' });
		const result = await stage.orders('create', parameters, {
			items: [row({ paidOn: '2026-03-05' }), row({ paidOn: '2026-03-06' })],
			...proceeding,
		});
		expect(failures(result)).toMatchObject([{ error: expect.stringMatching(/Paid On.*2026-03-05.*2026-03-06/) }, {}]);
	});
});
