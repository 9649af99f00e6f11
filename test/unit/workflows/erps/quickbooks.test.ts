import { DateTime } from 'luxon';
import { quickbooks } from '../../../../workflows/parts/erps/quickbooks';
import { type Asked, type Erp, misfits, runPart } from '../../../support/erpPart';
import { orderLineItem, parcelResult, productItem, stockItem } from '../../../support/itemShapes';
import { parcel } from './given';

// Entities and queries after Intuit's reference of the accounting interface (Invoice, Item, "Data queries", sparse updates).

const SETTINGS = { companyId: '9130' };
const URL = 'https://quickbooks.api.intuit.com/v3/company/9130';

const sold = (id: string, quantity: number, price: number) => ({
	Amount: quantity * price,
	DetailType: 'SalesItemLineDetail',
	SalesItemLineDetail: { ItemRef: { value: id, name: `Name ${id}` }, Qty: quantity, UnitPrice: price },
});

const INVOICE = {
	Id: '145',
	SyncToken: '3',
	DocNumber: '1037',
	TxnDate: '2026-03-05',
	Balance: 0,
	CustomerRef: { value: '24', name: 'Amber Teahouse' },
	CurrencyRef: { value: 'USD', name: 'United States Dollar' },
	BillEmail: { Address: 'jordan@example.com' },
	ShipMethodRef: { value: 'Parcel Swift', name: 'Parcel Swift' },
	ShipAddr: {
		Id: '95',
		Line1: '18 Kettle Lane',
		Line2: 'Unit 4',
		City: 'Portland',
		CountrySubDivisionCode: 'OR',
		PostalCode: '97201',
	},
	Line: [
		sold('7', 3, 10),
		{ DetailType: 'GroupLineDetail', GroupLineDetail: { Line: [sold('8', 1, 20)] } },
		sold('9', 1, 50),
		{ Amount: 7.5, DetailType: 'SalesItemLineDetail', SalesItemLineDetail: { ItemRef: { value: 'SHIPPING_ITEM_ID' } } },
		{ Amount: 5, DetailType: 'DiscountLineDetail', DiscountLineDetail: { PercentBased: false } },
		{ Amount: 100, DetailType: 'SubTotalLineDetail', SubTotalLineDetail: {} },
	],
};

const ITEMS = [
	{ Id: '7', Name: 'Tea', Sku: 'TEA', Type: 'Inventory', QtyOnHand: 6, UnitPrice: 10, PurchaseCost: 4 },
	{ Id: '8', Name: 'Cup', Sku: 'CUP', Type: 'NonInventory', UnitPrice: 20, PurchaseCost: 0 },
	{ Id: '9', Name: 'Tasting', Type: 'Service', UnitPrice: 50 },
	{ Id: '10', Name: 'Discount', Type: 'NonInventory', UnitPrice: -5 },
];

const answers =
	(invoices: object[], update?: { statusCode?: number; body: unknown }): Erp =>
	({ query, url, body }) => {
		if (url?.endsWith('/invoice')) return update ?? { body: { Invoice: { ...INVOICE, ...(body as object) } } };
		const items = String(query?.['query']).includes('from Item');
		return { body: { QueryResponse: items ? { Item: ITEMS } : invoices.length ? { Invoice: invoices } : {} } };
	};

describe('invoices of QuickBooks', () => {
	const read = (invoices: object[], settings = {}) =>
		runPart(quickbooks, quickbooks.orders!, [{}], answers(invoices), { ...SETTINGS, ...settings });

	it('become order lines: without services, with the items of bundles, and discounts in shares', () => {
		const { items } = read([INVOICE]);
		expect(misfits(items, orderLineItem)).toEqual([]);
		expect(items).toEqual([
			expect.objectContaining({
				erpId: '145',
				orderNumber: '1037',
				orderDate: '2026-03-05',
				recipientName: 'Amber Teahouse',
				street1: '18 Kettle Lane',
				street2: 'Unit 4',
				state: 'OR',
				postalCode: '97201',
				country: 'US',
				email: 'jordan@example.com',
				shippingService: 'Parcel Swift',
				shippingCost: 7.5,
				currency: 'USD',
				sku: 'TEA',
				quantity: 3,
				unitPrice: 10,
				discount: 1.5,
			}),
			expect.objectContaining({ sku: 'CUP', quantity: 1, unitPrice: 20, discount: 1 }),
		]);
	});

	it('are asked for with one query for each thousand', () => {
		const { asked } = read([INVOICE]);
		expect(asked.map(({ url, query }) => [url, query?.['query']])).toEqual([
			[
				`${URL}/query`,
				"select * from Invoice where MetaData.LastUpdatedTime >= '2026-02-08T12:00:00.000Z' startposition 1 maxresults 1000",
			],
			// Items that are no longer in use are part of orders.
			[`${URL}/query`, 'select * from Item where Active in (true, false) startposition 1 maxresults 1000'],
		]);
		const page = Array.from({ length: 1000 }, (_, id) => ({ ...INVOICE, Id: `${id}` }));
		const pages: Erp = ({ query }) => ({
			body: { QueryResponse: { Invoice: /startposition 1 /.test(String(query?.['query'])) ? page : [INVOICE] } },
		});
		const more = runPart(quickbooks, quickbooks.orders!, [{}], pages, SETTINGS).asked;
		expect(more.filter(({ step }) => step === 'Read the invoices').map(({ query }) => query?.['query'])).toEqual([
			expect.stringMatching(/startposition 1 /),
			expect.stringMatching(/startposition 1001 /),
		]);
	});

	it('are left alone if they are shipped, not paid, or of services only', () => {
		expect(read([{ ...INVOICE, Line: [sold('9', 1, 50)] }]).items).toEqual([]);
		expect(read([{ ...INVOICE, TrackingNum: 'Z1' }]).items).toEqual([]);
		expect(read([{ ...INVOICE, Balance: 5 }]).items).toEqual([]);
		expect(read([{ ...INVOICE, Balance: 5 }], { paidOnly: false }).items).toHaveLength(2);
	});

	it('share a discount that is an item of its own, and send no item below zero', () => {
		const Line = [sold('7', 3, 10), sold('8', 1, 20), sold('10', 1, -5)];
		expect(read([{ ...INVOICE, Line }]).items).toMatchObject([
			{ sku: 'TEA', discount: 3 },
			{ sku: 'CUP', discount: 2 },
		]);
	});

	it('are sent without lines of which nothing is sold', () => {
		expect(read([{ ...INVOICE, Line: [sold('7', 3, 10), sold('8', 0, 20)] }]).items).toMatchObject([{ sku: 'TEA' }]);
	});

	it('are left alone if they are void', () => {
		const zero = { ...sold('7', 0, 0), SalesItemLineDetail: { ItemRef: { value: '7' }, Qty: 0, UnitPrice: 0 } };
		const voided = { ...INVOICE, TotalAmt: 0, PrivateNote: 'Voided', Line: [zero] };
		expect(read([voided]).items).toEqual([]);
		// What costs nothing is shipped all the same.
		expect(read([{ ...INVOICE, TotalAmt: 0, Line: [sold('7', 3, 0)] }]).items).toMatchObject([
			{ sku: 'TEA', quantity: 3 },
		]);
	});

	it('wait with a problem, if they have no number or no shipping address', () => {
		expect(read([{ ...INVOICE, DocNumber: undefined }]).items[0]?.['problem']).toMatch(/ID 145 has no number/);
		expect(read([{ ...INVOICE, ShipAddr: undefined }]).items[0]?.['problem']).toMatch(/1037 has no shipping address/);
	});

	it('wait with a problem, if QuickBooks made free text of the shipping address', () => {
		const ShipAddr = { Line1: 'Jordan', Line2: 'Amber Teahouse', Line3: '18 Kettle Lane', Line4: 'Portland, OR 97201' };
		expect(read([{ ...INVOICE, ShipAddr }]).items[0]?.['problem']).toMatch(
			/invoice 1037 as free text \(Jordan, Amber Teahouse, 18 Kettle Lane, Portland, OR 97201\)/,
		);
	});
});

describe('parcels in QuickBooks', () => {
	const ship = (parcels: object[], invoices: object[], update?: { statusCode?: number; body: unknown }) => {
		const run = runPart(quickbooks, quickbooks.parcels!, parcels as never, answers(invoices, update), SETTINGS);
		expect(misfits(run.items, parcelResult)).toEqual([]);
		return { ...run, calls: run.asked.filter(({ step }: Asked) => step === 'Ask QuickBooks') };
	};

	it('put their tracking numbers and the day into the invoice', () => {
		const { items, asked, calls } = ship([parcel('1037', 'Z1'), parcel('1037', 'Z2')], [INVOICE]);
		expect(asked[0]?.query).toEqual({ query: "select * from Invoice where DocNumber in ('1037') maxresults 1000" });
		expect(calls).toMatchObject([
			{
				method: 'POST',
				url: `${URL}/invoice`,
				body: {
					Id: '145',
					SyncToken: '3',
					sparse: true,
					TrackingNum: 'Z1,Z2',
					ShipDate: '2026-03-09',
					CurrencyRef: { value: 'USD' },
				},
			},
		]);
		expect(items.map(({ outcome }) => outcome)).toEqual(['done', 'done']);
	});

	it('are shipped on the day that it is where the workflow is', () => {
		const evening = { ...parcel('1037', 'Z1'), shipDate: '2026-03-10T01:30:00.000Z' };
		const now = DateTime.fromISO('2026-03-10T12:00:00Z', { zone: 'America/New_York' });
		const { asked } = runPart(quickbooks, quickbooks.parcels!, [evening] as never, answers([INVOICE]), SETTINGS, now);
		expect(asked.at(-1)?.body).toMatchObject({ ShipDate: '2026-03-09' });
	});

	it('are added once, and leave the day alone', () => {
		const shipped = { ...INVOICE, TrackingNum: 'Z1' };
		expect(ship([parcel('1037', 'Z1')], [shipped])).toMatchObject({ calls: [], items: [{ outcome: 'alreadyDone' }] });
		const [call] = ship([parcel('1037', 'Z2')], [shipped]).calls;
		expect(call?.body).toMatchObject({ TrackingNum: 'Z1,Z2' });
		expect(call?.body).not.toHaveProperty('ShipDate');
	});

	it('fail if QuickBooks does not keep their tracking numbers', () => {
		expect(ship([parcel('1037', 'Z1')], [INVOICE], { body: { Invoice: INVOICE } }).items).toMatchObject([
			{ outcome: 'failed', problem: expect.stringMatching(/did not keep the tracking number of invoice 1037.*\(Z1\)/) },
		]);
	});

	it('fail with what QuickBooks says, and guess nothing', () => {
		const body = {
			Fault: { Error: [{ Message: 'Stale Object Error', Detail: 'You and Jordan were working on it.' }] },
		};
		expect(ship([parcel('1037', 'Z1')], [INVOICE], { statusCode: 400, body }).items).toMatchObject([
			{ problem: 'QuickBooks refuses invoice 1037: You and Jordan were working on it.' },
		]);
		expect(ship([parcel("O'1", 'Z1')], []).asked[0]?.query).toEqual({
			query: "select * from Invoice where DocNumber in ('O\\'1') maxresults 1000",
		});
		const twice = [INVOICE, { ...INVOICE, Id: '146' }];
		expect(ship([parcel('1037', 'Z1')], twice).items).toMatchObject([{ problem: expect.stringMatching(/2 open/) }]);
	});
});

describe('stock and products of QuickBooks', () => {
	it('are items with a SKU', () => {
		const stock = runPart(quickbooks, quickbooks.stock!, [{}], answers([]), SETTINGS).items;
		expect(misfits(stock, stockItem)).toEqual([]);
		expect(stock).toEqual([{ sku: 'TEA', warehouse: 'Main', onHand: 6 }]);
		const products = runPart(quickbooks, quickbooks.products!, [{}], answers([]), SETTINGS).items;
		expect(misfits(products, productItem)).toEqual([]);
		expect(products).toMatchObject([
			{ erpId: '7', sku: 'TEA', name: 'Tea', price: 10, cost: 4 },
			{ erpId: '8', sku: 'CUP' },
		]);
	});
});
