import { sapBusinessOne } from '../../../../workflows/parts/erps/sapBusinessOne';
import { type Erp, misfits, runPart } from '../../../support/erpPart';
import { orderLineItem, productItem, stockItem } from '../../../support/itemShapes';

// Entities after SAP's manual "Working with SAP Business One Service Layer" (OData 4, paging) and the reference of the Service
// Layer (Orders with AddressExtension and DocumentLines, Items with ItemWarehouseInfoCollection, ShippingTypes).

const URL = 'https://sap.example.com:50000/b1s/v2';

const line = (code: string, more: object = {}) => ({
	LineNum: 0,
	ItemCode: code,
	ItemDescription: `Name ${code}`,
	Quantity: 3,
	InventoryQuantity: 3,
	RemainingOpenQuantity: 3,
	Price: 10,
	TreeType: 'iNotATree',
	...more,
});

const ORDER = {
	DocEntry: 12,
	DocNum: 1042,
	DocDate: '2026-03-05',
	DocDueDate: '2026-03-12',
	CardName: 'Amber Teahouse',
	DocCurrency: '$',
	DiscountPercent: 10,
	TransportationCode: 4,
	AddressExtension: {
		ShipToStreet: 'Kettle Lane',
		ShipToStreetNo: '18',
		ShipToBlock: null,
		ShipToBuilding: 'Unit 4',
		ShipToCity: 'Portland',
		ShipToZipCode: null,
		ShipToState: 'OR',
		ShipToCountry: 'US',
	},
	DocumentLines: [
		line('TEA'),
		line('CUP', { Quantity: 2, RemainingOpenQuantity: 2, InventoryQuantity: 24, Price: 60 }),
		line('SET', { TreeType: 'iSalesTree' }),
		line('PART', { TreeType: 'iIngredient', Price: 0 }),
	],
	DocumentAdditionalExpenses: [{ ExpenseCode: 1, LineTotal: 7.5 }],
};

const ITEMS = [
	{
		ItemCode: 'TEA',
		ItemName: 'Tea',
		BarCode: '4006381333931',
		ItemWarehouseInfoCollection: [
			{ WarehouseCode: '01', InStock: 6 },
			{ WarehouseCode: '02', InStock: 0 },
		],
	},
];

const answers =
	(orders: object[]): Erp =>
	({ step }) => ({
		body: {
			value: step === 'Read the orders' ? orders : step.includes('types') ? [{ Code: 4, Name: 'Swift' }] : ITEMS,
		},
	});

const read = (...orders: object[]) => runPart(sapBusinessOne, sapBusinessOne.orders!, [{}], answers(orders));

describe('orders of SAP Business One', () => {
	it('become order lines that count in the unit of the stock', () => {
		const { items } = read(ORDER);
		expect(misfits(items, orderLineItem)).toEqual([]);
		expect(items).toEqual([
			expect.objectContaining({
				erpId: '12',
				orderNumber: '1042',
				orderDate: '2026-03-05',
				requiredDate: '2026-03-12',
				recipientName: 'Amber Teahouse',
				street1: 'Kettle Lane 18',
				street2: 'Unit 4',
				city: 'Portland',
				state: 'OR',
				postalCode: '00000',
				country: 'US',
				shippingService: 'Swift',
				shippingCost: 7.5,
				currency: undefined,
				sku: 'TEA',
				quantity: 3,
				unitPrice: 10,
				discount: 3,
			}),
			expect.objectContaining({ sku: 'CUP', quantity: 24, unitPrice: 5, discount: 12 }),
			expect.objectContaining({ sku: 'SET' }),
		]);
	});

	it('are asked for page by page', () => {
		const pages: Erp = (asked) =>
			asked.url === `${URL}/Orders`
				? { body: { value: [ORDER], '@odata.nextLink': 'Orders?$skip=500' } }
				: answers([{ ...ORDER, DocNum: 1043 }])(asked);
		const { items, asked } = runPart(sapBusinessOne, sapBusinessOne.orders!, [{}], pages);
		expect(asked[0]).toMatchObject({
			method: 'GET',
			url: `${URL}/Orders`,
			headers: { Prefer: 'odata.maxpagesize=500' },
			query: {
				$filter:
					"DocumentStatus eq 'bost_Open' and Cancelled eq 'tNO' and Confirmed eq 'tYES' and UpdateDate ge '2026-02-08'",
			},
		});
		expect(asked[1]?.url).toBe(`${URL}/Orders?$skip=500`);
		expect(new Set(items.map(({ orderNumber }) => orderNumber))).toEqual(new Set(['1042', '1043']));
	});

	it('are left alone if something of them is delivered', () => {
		expect(read({ ...ORDER, DocumentLines: [line('TEA', { RemainingOpenQuantity: 1 })] }).items).toEqual([]);
	});

	it('are sent without lines that were closed by hand', () => {
		const closed = line('CUP', { LineStatus: 'bost_Close' });
		expect(read({ ...ORDER, DocumentLines: [line('TEA', { LineStatus: 'bost_Open' }), closed] }).items).toMatchObject([
			{ sku: 'TEA' },
		]);
	});

	it('give freight in the currency of the order', () => {
		const inEuro = { ExpenseCode: 1, LineTotal: 8.25, LineTotalFC: 7.5 };
		expect(read({ ...ORDER, DocCurrency: 'EUR', DocumentAdditionalExpenses: [inEuro] }).items[0]).toMatchObject({
			shippingCost: 7.5,
			currency: 'EUR',
		});
	});

	it('wait as a whole, if a price is in another currency', () => {
		const dollars = line('CUP', { Currency: '$' });
		const order = { ...ORDER, DocCurrency: 'EUR', DocumentLines: [line('TEA', { Currency: 'EUR' }), dollars] };
		const problem = '1042 is in EUR, and the price of CUP in $. Enter its price in EUR.';
		expect(read(order).items).toMatchObject([
			{ sku: 'TEA', problem },
			{ sku: 'CUP', problem },
		]);
	});

	it('name their currency, unless it is a sign', () => {
		expect(read({ ...ORDER, DocCurrency: 'EUR' }).items[0]).toMatchObject({ currency: 'EUR' });
	});
});

describe('stock and products of SAP Business One', () => {
	it('are items, in each warehouse', () => {
		const stock = runPart(sapBusinessOne, sapBusinessOne.stock!, [{}], answers([])).items;
		expect(misfits(stock, stockItem)).toEqual([]);
		expect(stock).toEqual([
			{ sku: 'TEA', warehouse: '01', onHand: 6 },
			{ sku: 'TEA', warehouse: '02', onHand: 0 },
		]);
		const products = runPart(sapBusinessOne, sapBusinessOne.products!, [{}], answers([])).items;
		expect(misfits(products, productItem)).toEqual([]);
		expect(products).toEqual([{ erpId: 'TEA', sku: 'TEA', name: 'Tea', upc: '4006381333931' }]);
	});
});
