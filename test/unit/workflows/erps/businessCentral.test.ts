import { businessCentral } from '../../../../workflows/parts/erps/businessCentral';
import { type Erp, misfits, runPart } from '../../../support/erpPart';
import { orderLineItem, productItem, stockItem } from '../../../support/itemShapes';

// Entities after Microsoft's reference of the API v2.0 (salesOrder, salesOrderLine, item).

const COMPANY = '00000000-0000-0000-0000-000000000000';
const URL = `https://api.businesscentral.dynamics.com/v2.0/production/api/v2.0/companies(${COMPANY})`;

const line = (number: string, more: object = {}) => ({
	lineType: 'Item',
	lineObjectNumber: number,
	description: `Name ${number}`,
	unitOfMeasureCode: 'PCS',
	quantity: 3,
	unitPrice: 10,
	discountAmount: 2,
	invoiceDiscountAllocation: 1,
	netAmount: 27,
	shippedQuantity: 0,
	itemVariantId: '00000000-0000-0000-0000-000000000000',
	...more,
});

const ORDER = {
	id: '5d115c9c-44e3-ea11-bb43-000d3a2feca1',
	number: 'S-ORD101042',
	orderDate: '2026-03-05',
	requestedDeliveryDate: '0001-01-01',
	shipToName: 'Amber Teahouse',
	shipToContact: '',
	shipToAddressLine1: '18 Kettle Lane',
	shipToAddressLine2: '',
	shipToCity: 'Portland',
	shipToCountry: '',
	shipToState: 'OR',
	shipToPostCode: '97201',
	currencyCode: 'USD',
	fullyShipped: false,
	status: 'Open',
	phoneNumber: '',
	email: 'jordan@example.com',
	salesOrderLines: [
		line('TEA'),
		line('8430', { lineType: 'Account', netAmount: 7.5 }),
		line('Note', { lineType: 'Comment' }),
	],
};

const ITEMS = [
	{
		id: '1',
		number: 'TEA',
		displayName: 'Tea',
		type: 'Inventory',
		blocked: false,
		gtin: '4006381333931',
		inventory: 6,
		unitPrice: 10,
		unitCost: 4,
		baseUnitOfMeasureCode: 'PCS',
	},
	{ id: '4', number: 'CUP', displayName: 'Cup', type: 'Inventory', blocked: true, baseUnitOfMeasureCode: 'PCS' },
	{ id: '2', number: 'OLD', displayName: 'Old', type: 'Inventory', blocked: true, inventory: 1 },
	{ id: '3', number: 'TASTING', displayName: 'Tasting', type: 'Service', blocked: false, inventory: 0 },
];

const answers =
	(orders: object[]): Erp =>
	({ url }) => ({ body: { value: url?.endsWith('/items') ? ITEMS : orders } });

const read = (order: object, settings = {}) =>
	runPart(businessCentral, businessCentral.orders!, [{}], answers([order]), settings);

describe('orders of Business Central', () => {
	it('become order lines', () => {
		const { items } = read(ORDER, { shippingAccounts: '8430' });
		expect(misfits(items, orderLineItem)).toEqual([]);
		expect(items).toEqual([
			expect.objectContaining({
				orderNumber: 'S-ORD101042',
				orderDate: '2026-03-05',
				requiredDate: undefined,
				recipientName: 'Amber Teahouse',
				street1: '18 Kettle Lane',
				street2: undefined,
				state: 'OR',
				postalCode: '97201',
				country: 'US',
				email: 'jordan@example.com',
				shippingCost: 7.5,
				currency: 'USD',
				sku: 'TEA',
				quantity: 3,
				unitPrice: 10,
				discount: 3,
			}),
		]);
	});

	it('have prices and discounts without tax, also if their prices include it', () => {
		// 3 × 12.00 with 20 % VAT is 30.00 without; 2.40 off the line, and 1.00 (without VAT) off the order leave 27.00.
		const withTax = line('TEA', { unitPrice: 12, taxPercent: 20, discountAmount: 2.4, netAmount: 27 });
		expect(read({ ...ORDER, pricesIncludeTax: true, salesOrderLines: [withTax] }).items).toMatchObject([
			{ unitPrice: 10, discount: 3 },
		]);
	});

	it('go to the contact of the company', () => {
		expect(read({ ...ORDER, shipToContact: 'Jordan' }).items[0]).toMatchObject({
			recipientName: 'Jordan',
			company: 'Amber Teahouse',
		});
	});

	it('are asked for with their lines, page by page', () => {
		const next = `${URL}/salesOrders?$skiptoken=x`;
		const pages: Erp = (asked) =>
			asked.step === 'Read the orders' && asked.url !== next
				? { body: { value: [ORDER], '@odata.nextLink': next } }
				: answers([{ ...ORDER, number: 'LAST' }])(asked);
		const { items, asked } = runPart(businessCentral, businessCentral.orders!, [{}], pages);
		expect(asked[0]).toMatchObject({
			url: `${URL}/salesOrders`,
			query: { $filter: 'lastModifiedDateTime ge 2026-02-08T12:00:00.000Z', $expand: 'salesOrderLines' },
		});
		expect(items.map(({ orderNumber }) => orderNumber)).toEqual(['S-ORD101042', 'LAST']);
		expect(asked.filter(({ step }) => step === 'Read the items')).toHaveLength(1);
	});

	it('are left alone if they are not released, or shipped in part', () => {
		expect(read({ ...ORDER, status: 'Draft' }).items).toEqual([]);
		expect(read({ ...ORDER, salesOrderLines: [line('TEA', { shippedQuantity: 1 })] }).items).toEqual([]);
	});

	it('are sent without lines of which nothing is ordered: one line with a quantity is enough to release them', () => {
		const nothing = line('CUP', { quantity: 0, netAmount: 0 });
		expect(read({ ...ORDER, salesOrderLines: [line('TEA'), nothing] }).items).toMatchObject([{ sku: 'TEA' }]);
	});

	it('wait as a whole, if a unit or a variant would have to be guessed', () => {
		const boxes = { ...ORDER, salesOrderLines: [line('CUP'), line('TEA', { unitOfMeasureCode: 'BOX' })] };
		const problem = expect.stringMatching(/item TEA is sold in BOX.*counted in PCS/);
		expect(read(boxes).items).toMatchObject([
			{ sku: 'CUP', problem },
			{ sku: 'TEA', problem },
		]);
		const variant = { ...ORDER, salesOrderLines: [line('TEA', { itemVariantId: ORDER.id })] };
		expect(read(variant).items[0]?.['problem']).toMatch(/item TEA is a variant/);
		const unread = { ...ORDER, salesOrderLines: [line('SECRET')] };
		expect(read(unread).items[0]?.['problem']).toMatch(/item SECRET cannot be read/);
	});
});

describe('stock and products of Business Central', () => {
	it('are items that are not blocked', () => {
		const stock = runPart(businessCentral, businessCentral.stock!, [{}], answers([])).items;
		expect(misfits(stock, stockItem)).toEqual([]);
		expect(stock).toEqual([{ sku: 'TEA', warehouse: 'Main', onHand: 6 }]);
		const products = runPart(businessCentral, businessCentral.products!, [{}], answers([])).items;
		expect(misfits(products, productItem)).toEqual([]);
		expect(products).toEqual([{ erpId: '1', sku: 'TEA', name: 'Tea', price: 10, cost: 4, upc: '4006381333931' }]);
	});
});
