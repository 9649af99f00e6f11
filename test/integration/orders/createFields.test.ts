import { NEWEST } from '../../engine';
import { CONTRACTS } from '../../support/credentials';
import { newOrder } from '../../support/parameters';
import { column } from '../../support/results';
import { useStage } from '../../support/stage';

const items = [{ no: 'ERP-1' }];

/** Every additional field, and what it is in the service's own words. */
const ADDITIONAL = {
	company: 'Example Ltd',
	street2: 'Building 4',
	street3: 'Floor 2',
	email: 'alex@example.com',
	phone: '555-0100',
	currency: 'eur',
	orderDate: '2026-01-05T08:00:00Z',
	paymentDate: '2026-01-05 09:30:00',
	shipByDate: '2026-01-07',
	receiveByDate: '01/13/2026',
	holdUntilDate: '2026-01-06T00:00:00+02:00',
	shippingCost: '6.50',
	discount: 5,
	amountPaid: 30,
	requestedShipping: 'Ground',
	carrier: 'UPS',
	notesToBuyer: 'Thank you',
	notesFromBuyer: 'Leave at the side door',
	internalNotes: 'Check the box',
	gift: true,
	giftMessage: 'Many happy returns',
	customField1: 'one',
	customField2: 'two',
	customField3: 'three',
};
const LINE = [
	{ sku: 'MUG', name: 'Blue mug', quantity: 2, unitPrice: 14.5, tax: 2.32, discount: 1, notes: 'Engrave: A' },
];

describe.each(NEWEST)('Fields of an order to create, n8n line %s', (line) => {
	const stage = useStage(line);

	it('all reach the live API', async () => {
		const parameters = newOrder({ lines: { line: LINE }, additionalFields: ADDITIONAL });
		const result = await stage.orders('create', parameters, { items, timezone: 'UTC' });
		expect(result).toMatchObject({ status: 'success', hints: [] });
		const euros = (amount: number) => ({ amount, currency: 'EUR' });
		expect(stage.order('ERP-1')).toMatchObject({
			salesChannel: { salesChannelId: 1207 },
			shipName: 'Alex Example',
			shipCompany: 'Example Ltd',
			shipAddress1: '1 Test Street',
			shipAddress2: 'Building 4',
			shipAddress3: 'Floor 2',
			shipCity: 'Albany',
			shipState: 'NY',
			shipZipCode: '12207',
			shipCountry: 'USA',
			shipEmail: 'alex@example.com',
			shipPhone: '555-0100',
			currency: 'EUR',
			orderDate: '2026-01-05T08:00:00Z',
			paymentDate: '2026-01-05T09:30:00Z',
			shipByDate: '2026-01-07T00:00:00Z',
			receiveByDate: '2026-01-13T00:00:00Z',
			holdUntilDate: '2026-01-05T22:00:00Z',
			shippingCost: euros(6.5),
			discount: euros(5),
			amountPaid: euros(30),
			orderTotal: euros(31.82),
			requestedShippingService: 'Ground',
			shipMethod: { shippingCarrier: 'UPS' },
			notesToBuyer: 'Thank you',
			notesFromBuyer: 'Leave at the side door',
			internalNotes: 'Check the box',
			gift: true,
			giftMessage: 'Many happy returns',
			customField1: 'one',
			customField2: 'two',
			customField3: 'three',
			orderItems: [
				{
					listingSku: 'MUG',
					listingName: 'Blue mug',
					quantityOrdered: 2,
					unitPrice: euros(14.5),
					tax: euros(2.32),
					discount: euros(1),
					notes: 'Engrave: A',
				},
			],
		});
	});

	it("reach the guide's contract as far as it has a place; the others are told once", async () => {
		const parameters = newOrder({ lines: { line: LINE }, additionalFields: ADDITIONAL });
		const result = await stage.orders('create', parameters, {
			contract: 'guide',
			items: [{ no: 'ERP-1' }, { no: 'ERP-2' }],
		});
		expect(stage.order('ERP-1')).toMatchObject({
			shipAddress1: '1 Test Street, Building 4, Floor 2',
			shipCountry: 'USA',
			currency: 'EUR',
			shippingCost: { amount: 6.5, currency: 'EUR' },
			requestedShippingService: 'Ground',
			orderItems: [{ listingSku: 'MUG', quantityOrdered: 2, unitPrice: { amount: 14.5 }, tax: { amount: 2.32 } }],
		});
		const placed = ['street2', 'street3', 'currency', 'shippingCost', 'requestedShipping'];
		const unplaced = [
			...Object.keys(ADDITIONAL).filter((field) => !placed.includes(field)),
			'lines.discount',
			'lines.notes',
		].sort();
		for (const notSent of column(result, 'notSent')) expect([...(notSent as string[])].sort()).toEqual(unplaced);
		expect(result.hints).toHaveLength(1);
		for (const field of unplaced) expect(result.hints[0]).toContain(field);
	});

	it.each(CONTRACTS)('that are left out stay at what the service makes of them (%s contract)', async (contract) => {
		const result = await stage.orders('create', newOrder(), { contract, items });
		expect(result.items[0]?.json).not.toHaveProperty('notSent');
		expect(stage.order('ERP-1')).toMatchObject({
			currency: 'USD',
			shipCompany: null,
			gift: false,
			notesToBuyer: null,
			orderItems: [{ listingName: expect.any(String) }],
		});
	});

	it('take dates without an offset in the time zone of the workflow', async () => {
		const additionalFields = {
			paymentDate: '2026-01-05 09:30:00',
			orderDate: '={{ DateTime.fromISO("2026-01-05T09:30:00Z") }}',
		};
		await stage.orders('create', newOrder({ additionalFields }), { items, timezone: 'Europe/Berlin' });
		expect(stage.order('ERP-1')).toMatchObject({
			paymentDate: '2026-01-05T08:30:00Z',
			orderDate: '2026-01-05T09:30:00Z',
		});
	});

	it.each(CONTRACTS)('take a country as code or name and send it as the %s contract wants it', async (contract) => {
		const many = ['DE', 'DEU', 'germany', 'Germany'].map((country, at) => ({ no: `ERP-${at}`, country }));
		const parameters = newOrder({ country: '={{ $json.country }}', state: '' });
		const result = await stage.orders('create', parameters, { contract, items: many });
		expect(result.status).toBe('success');
		for (const { no } of many) expect(stage.order(no)).toMatchObject({ shipCountry: 'DEU' });
	});

	it.each([
		['a text that is too long', { notesToBuyer: 'x'.repeat(1001) }, /Notes to Buyer.*1001.*1000/],
		['a word for an amount', { shippingCost: 'cheap' }, /Shipping Cost.*cheap/],
		['a word for a currency', { currency: 'Dollars' }, /Currency.*Dollars/i],
		['a word for a date', { shipByDate: 'soon' }, /Ship By Date.*soon/],
	])('with %s are refused by name before anything is sent', async (_, additionalFields, message) => {
		const { error } = await stage.orders('create', newOrder({ additionalFields }), { items });
		expect(error?.message).toMatch(message);
		expect(error?.description).toMatch(/\w/);
		expect(stage.calls('PUT /v1/order')).toBe(0);
	});
});
