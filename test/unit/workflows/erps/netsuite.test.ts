import { netsuite } from '../../../../workflows/parts/erps/netsuite';
import { type Erp, misfits, runPart } from '../../../support/erpPart';
import { orderLineItem, parcelResult, productItem, stockItem } from '../../../support/itemShapes';
import { parcel } from './given';

// Pages of SuiteQL, and calls of the record interface, after NetSuite's help ("Executing SuiteQL Queries Through REST Web
// Services", "Collection Paging", "Record Transformation") and its tutorial "Fulfill Your Sales Order".

const URL = 'https://1234567.suitetalk.api.netsuite.com/services/rest';

const page = (items: unknown[], next?: string) => ({
	body: { links: next ? [{ rel: 'next', href: next }] : [], count: items.length, hasMore: Boolean(next), items },
});

const row = (line: number, sku: string | undefined, more: object = {}) => ({
	id: '501',
	tranid: 'SO1042',
	trandate: '2026-03-05',
	currency: 'USD',
	shipmethod: 'Parcel Swift',
	attention: 'Jordan',
	addressee: 'Amber Teahouse',
	addr1: '18 Kettle Lane',
	city: 'Portland',
	state: 'OR',
	zip: '97201',
	country: 'US',
	line: String(line),
	itemtype: 'InvtPart',
	quantity: '-3',
	amount: '-30',
	isclosed: 'F',
	dropship: 'F',
	...(sku && { sku, displayname: `Name ${sku}` }),
	...more,
});

const ROWS = [
	row(1, 'TEA'),
	row(2, 'CUP', { quantity: '-1', amount: '-20' }),
	row(3, undefined, { itemtype: 'ShipItem', quantity: undefined, amount: '-7.5' }),
	row(4, undefined, { itemtype: 'Discount', quantity: undefined, amount: '5' }),
	row(5, 'TASTING', { itemtype: 'Service', amount: '-50' }),
	row(6, 'BAG', { isclosed: 'T', amount: '0' }),
];

describe('orders of NetSuite', () => {
	it('become order lines: amounts above zero, shipping apart, discounts in shares', () => {
		const { items } = runPart(netsuite, netsuite.orders!, [{}], () => page(ROWS));
		expect(misfits(items, orderLineItem)).toEqual([]);
		expect(items).toEqual([
			expect.objectContaining({
				erpId: '501',
				orderNumber: 'SO1042',
				orderDate: '2026-03-05',
				recipientName: 'Jordan',
				company: 'Amber Teahouse',
				street1: '18 Kettle Lane',
				state: 'OR',
				postalCode: '97201',
				country: 'US',
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

	it('share a discount among the items of a group, and not with its sum', () => {
		const group = [
			row(1, 'SET', { itemtype: 'Group', amount: '0' }),
			row(2, 'TEA'),
			row(3, 'CUP', { quantity: '-1', amount: '-20' }),
			row(4, undefined, { itemtype: 'EndGroup', quantity: undefined, amount: '-50' }),
			row(5, undefined, { itemtype: 'Discount', quantity: undefined, amount: '5' }),
		];
		expect(runPart(netsuite, netsuite.orders!, [{}], () => page(group)).items).toMatchObject([
			{ sku: 'TEA', discount: 3 },
			{ sku: 'CUP', discount: 2 },
		]);
	});

	it('are asked for page by page', () => {
		const next = `${URL}/query/v1/suiteql?limit=1000&offset=1000`;
		const pages: Erp = ({ url }) => (url === next ? page([row(7, 'LAST')]) : page(ROWS, next));
		const { items, asked } = runPart(netsuite, netsuite.orders!, [{}], pages);
		expect(asked.map(({ method, url, headers }) => [method, url, headers])).toEqual([
			['POST', `${URL}/query/v1/suiteql?limit=1000`, { Prefer: 'transient' }],
			['POST', next, { Prefer: 'transient' }],
		]);
		expect((asked[0]?.body as { q: string }).q).toMatch(
			/^SELECT t\.id, .* AND t\.lastmodifieddate >= TO_DATE\('2026-02-08', 'YYYY-MM-DD'\) ORDER BY t\.id, l\.id$/,
		);
		expect(items.map(({ sku }) => sku)).toEqual(['TEA', 'CUP', 'LAST']);
	});

	it('go to the addressee, if they name nobody', () => {
		const { items } = runPart(netsuite, netsuite.orders!, [{}], () => page([row(1, 'TEA', { attention: undefined })]));
		expect(items[0]).toMatchObject({ recipientName: 'Amber Teahouse', company: undefined });
	});
});

describe('parcels in NetSuite', () => {
	const ship = (parcels: object[], orders: object[], fulfillments: object[], answer: object = { statusCode: 204 }) => {
		const run = runPart(netsuite, netsuite.parcels!, parcels as never, ({ step }) =>
			step === 'Find the orders' ? page(orders) : step === 'Find their fulfillments' ? page(fulfillments) : answer,
		);
		expect(misfits(run.items, parcelResult)).toEqual([]);
		return { ...run, calls: run.asked.filter(({ step }) => step === 'Ask NetSuite') };
	};
	const open = { id: '501', tranid: 'SO1042', status: 'B' };
	const billed = { ...open, status: 'SalesOrd:F' };
	const fulfillment = (status: string, memo?: string) => ({
		id: '801',
		tranid: 'IF77',
		status,
		createdfrom: '501',
		...(memo && { memo }),
	});

	it('make a fulfillment of what is left', () => {
		const { items, asked, calls } = ship([parcel('SO1042', 'Z1'), parcel('SO1042', 'Z2')], [open], []);
		expect(asked.slice(0, 2).map(({ body }) => (body as { q: string }).q)).toEqual([
			expect.stringMatching(/t\.tranid IN \('SO1042'\) ORDER BY t\.id$/),
			expect.stringMatching(/l\.createdfrom IN \(501\) ORDER BY f\.id$/),
		]);
		expect(calls).toMatchObject([
			{
				method: 'POST',
				url: `${URL}/record/v1/salesOrder/501/!transform/itemFulfillment`,
				body: { shipStatus: { id: 'C' }, memo: 'Extensiv: Z1,Z2' },
			},
		]);
		expect(items.map(({ outcome }) => outcome)).toEqual(['done', 'done']);
	});

	it('find their orders and fulfillments with at most 1000 values in a list', () => {
		const many = Array.from({ length: 501 }, (_, at) => `SO${at + 1}`);
		const orders = many.map((tranid, at) => ({ ...open, id: `${at + 1}`, tranid }));
		const { asked, items } = ship(
			many.map((number) => parcel(number, 'Z1')),
			orders.slice(0, 300),
			[],
		);
		const lists = (step: string) =>
			asked
				.filter((one) => one.step === step)
				.map(({ body }) => /IN \(([^)]*)\) ORDER/.exec((body as { q: string }).q)?.[1]?.split(', ').length);
		expect(lists('Find the orders')).toEqual([500, 1]);
		// Each query gives the same 300 orders here.
		expect(lists('Find their fulfillments')).toEqual([500, 100]);
		expect(items).toHaveLength(501);
	});

	it('ship one that is packed, and keep what people wrote into its memo', () => {
		expect(ship([parcel('SO1042', 'Z1')], [open], [fulfillment('B', 'dock 4')]).calls).toMatchObject([
			{
				method: 'PATCH',
				url: `${URL}/record/v1/itemFulfillment/801`,
				body: { shipStatus: { id: 'C' }, memo: 'dock 4 Extensiv: Z1' },
			},
		]);
	});

	it('are added once to one that is shipped', () => {
		const shipped = [fulfillment('ItemShip:C', 'dock 4 Extensiv: Z1')];
		const { items, calls } = ship([parcel('SO1042', 'Z1'), parcel('SO1042', 'Z2')], [billed], shipped);
		expect(calls.map(({ body }) => body)).toEqual([{ memo: 'dock 4 Extensiv: Z1,Z2' }]);
		expect(items.map(({ outcome }) => outcome)).toEqual(['alreadyDone', 'done']);
	});

	it('fail with what NetSuite says, and guess nothing', () => {
		const body = { title: 'Bad Request', 'o:errorDetails': [{ detail: 'Please enter a location.' }] };
		expect(ship([parcel('SO1042', 'Z1')], [open], [], { statusCode: 400, body }).items).toMatchObject([
			{ problem: 'NetSuite refuses the fulfillment of order SO1042: Please enter a location.' },
		]);
		expect(ship([parcel("O'1", 'Z1')], [], []).items).toMatchObject([
			{ problem: expect.stringMatching(/no order O'1/) },
		]);
	});
});

describe('stock and products of NetSuite', () => {
	it('are rows of SuiteQL', () => {
		const levels = [
			{ sku: 'TEA', location: 'North', onhand: '6' },
			{ sku: 'CUP', location: 'North' },
		];
		const stock = runPart(netsuite, netsuite.stock!, [{}], () => page(levels)).items;
		expect(misfits(stock, stockItem)).toEqual([]);
		expect(stock).toEqual([
			{ sku: 'TEA', warehouse: 'North', onHand: 6 },
			{ sku: 'CUP', warehouse: 'North', onHand: 0 },
		]);
		const rows = [{ id: '7', sku: 'TEA', upccode: '400638133393' }];
		const products = runPart(netsuite, netsuite.products!, [{}], () => page(rows)).items;
		expect(misfits(products, productItem)).toEqual([]);
		expect(products).toEqual([{ erpId: '7', sku: 'TEA', name: 'TEA', upc: '400638133393' }]);
	});
});
