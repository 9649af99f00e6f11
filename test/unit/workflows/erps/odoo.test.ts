import { odoo } from '../../../../workflows/parts/erps/odoo';
import { type Erp, misfits, runPart } from '../../../support/erpPart';
import { orderLineItem, productItem, stockItem } from '../../../support/itemShapes';

// Records as `search_read` gives them, after Odoo's "External JSON-2 API" (documentation 19.0) and the fields of its models
// sale.order, sale.order.line, res.partner and stock.quant.

const ORDER = {
	id: 12,
	name: 'S00012',
	date_order: '2026-03-05 14:02:11',
	commitment_date: false,
	partner_shipping_id: [31, 'Amber Teahouse, Jordan'],
	currency_id: [1, 'USD'],
	carrier_id: [4, 'Parcel Swift'],
};

const line = (id: number, product: unknown, more: object = {}) => ({
	id,
	order_id: [12, 'S00012'],
	product_id: product,
	product_type: 'consu',
	product_uom_qty: 3,
	qty_delivered: 0,
	product_uom_id: [1, 'Units'],
	price_unit: 4.9,
	discount: 0,
	display_type: false,
	is_downpayment: false,
	is_delivery: false,
	...more,
});

const TEA = [7, '[TEA] Tea'];
const CUP = [8, '[CUP] Cup'];

const LINES = [
	line(1, TEA, { discount: 10 }),
	line(2, CUP, { product_uom_qty: 1, price_unit: 12.8 }),
	line(3, [9, 'Delivery'], { product_type: 'service', is_delivery: true, product_uom_qty: 1, price_unit: 7.5 }),
	line(4, [10, 'Tasting'], { product_type: 'service' }),
	line(5, false, { display_type: 'line_note', product_type: false }),
];

const PRODUCTS = [
	{ id: 7, default_code: 'TEA', name: 'Tea', uom_id: [1, 'Units'] },
	{ id: 8, default_code: 'CUP', name: 'Cup', uom_id: [1, 'Units'] },
];

const ADDRESS = {
	id: 31,
	name: 'Jordan',
	parent_id: [30, 'Amber Teahouse'],
	commercial_company_name: 'Amber Teahouse',
	street: '18 Kettle Lane',
	street2: false,
	city: 'Portland',
	state_id: [58, 'Oregon (US)'],
	zip: false,
	country_code: 'US',
	phone: '555-0111',
	email: false,
};

const reads = (more: Record<string, unknown[]> = {}): Erp => {
	const answers: Record<string, unknown[]> = {
		'sale.order': [ORDER],
		'sale.order.line': LINES,
		'product.product': PRODUCTS,
		'res.partner': [ADDRESS],
		'res.country.state': [{ id: 58, code: 'OR' }],
		...more,
	};
	return ({ parameters }) => answers[(parameters?.['customResource'] as { value: string }).value] ?? [];
};

const readOrders = (more: Record<string, unknown[]> = {}, settings = {}) =>
	runPart(odoo, odoo.orders!, [{}], reads(more), settings);

describe('orders of Odoo', () => {
	it('become order lines', () => {
		const { items } = readOrders();
		expect(misfits(items, orderLineItem)).toEqual([]);
		expect(items).toEqual([
			expect.objectContaining({
				erpId: '12',
				orderNumber: 'S00012',
				orderDate: '2026-03-05T14:02:11Z',
				recipientName: 'Jordan',
				company: 'Amber Teahouse',
				street1: '18 Kettle Lane',
				city: 'Portland',
				state: 'OR',
				postalCode: '00000',
				country: 'US',
				phone: '555-0111',
				shippingService: 'Parcel Swift',
				shippingCost: 7.5,
				currency: 'USD',
				sku: 'TEA',
				quantity: 3,
				unitPrice: 4.9,
				discount: 1.47,
			}),
			expect.objectContaining({ sku: 'CUP', quantity: 1, unitPrice: 12.8, discount: undefined }),
		]);
	});

	it('are asked for by state and date, and what they link to by ids, each once', () => {
		const { asked } = readOrders();
		const filters = asked.map(({ parameters: p }) => [
			(p?.['customResource'] as { value: string }).value,
			...(p?.['filters'] as { filter: Array<Record<string, string>> }).filter.map((one) =>
				Object.values(one).join(' '),
			),
		]);
		expect(filters).toEqual([
			['sale.order', 'state equal sale', 'write_date greaterOrEqual 2026-02-08 12:00:00'],
			['sale.order.line', 'order_id in 12'],
			['product.product', 'id in 7,8,9,10'],
			['res.partner', 'id in 31'],
			['res.country.state', 'id in 58'],
		]);
	});

	it('go to the company, if the address has no name', () => {
		const { items } = readOrders({ 'res.partner': [{ ...ADDRESS, name: false }] });
		expect(items[0]).toMatchObject({ recipientName: 'Amber Teahouse', company: undefined });
	});

	it('wait as a whole, if a unit, a product or an address would have to be guessed', () => {
		const dozen = line(1, TEA, { product_uom_id: [2, 'Dozens'] });
		const problem = expect.stringMatching(/S00012 has .* in Dozens.*counted in Units\. Change the line/);
		expect(readOrders({ 'sale.order.line': [line(2, CUP), dozen] }).items).toMatchObject([
			{ sku: 'CUP', problem },
			{ sku: 'TEA', problem },
		]);
		expect(readOrders({ 'product.product': [] }).items[0]?.['problem']).toMatch(/\[TEA\] Tea.*cannot be read/);
		expect(readOrders({ 'res.partner': [] }).items[0]?.['problem']).toMatch(
			/delivery address of S00012 cannot be read/,
		);
	});

	it('are read without the module for delivery methods too', () => {
		const { asked } = readOrders({}, { deliveryMethods: false });
		const fields = asked.map(({ parameters }) => (parameters?.['options'] as { fieldsList: string }).fieldsList);
		expect(fields.join()).not.toMatch(/carrier_id|is_delivery/);
		expect(readOrders().asked[0]?.parameters).toMatchObject({
			options: { fieldsList: expect.stringMatching(/,carrier_id$/) },
		});
	});

	it('share a discount or coupon of the order among its lines', () => {
		const discount = line(9, [11, 'Discount'], { product_type: 'service', product_uom_qty: 1, price_unit: -5 });
		const lines = [line(1, TEA, { price_unit: 10 }), line(2, CUP, { product_uom_qty: 1, price_unit: 20 }), discount];
		expect(readOrders({ 'sale.order.line': lines }).items).toMatchObject([
			{ sku: 'TEA', unitPrice: 10, discount: 3 },
			{ sku: 'CUP', unitPrice: 20, discount: 2 },
		]);
	});

	it('are sent without lines that were set to 0 because a confirmed order keeps its lines', () => {
		const removed = line(2, CUP, { product_uom_qty: 0 });
		expect(readOrders({ 'sale.order.line': [line(1, TEA), removed] }).items).toMatchObject([{ sku: 'TEA' }]);
	});

	it('are left alone if something of them is delivered', () => {
		expect(readOrders({ 'sale.order.line': [line(1, TEA), line(2, CUP, { qty_delivered: 1 })] }).items).toEqual([]);
	});

	it('may be none', () => {
		expect(readOrders({ 'sale.order': [], 'sale.order.line': [] }).items).toEqual([]);
	});
});

describe('stock and products of Odoo', () => {
	it('are added up for each warehouse, and 0 where Odoo has forgotten a quantity', () => {
		const { items } = runPart(
			odoo,
			odoo.stock!,
			[{}],
			reads({
				'stock.warehouse': [
					{ id: 1, name: 'North' },
					{ id: 2, name: 'South' },
				],
				'product.product': [
					{ id: 7, default_code: 'TEA', is_storable: true },
					{ id: 8, default_code: false, is_storable: true },
					{ id: 9, default_code: 'BAG', is_storable: false },
				],
				'stock.quant': [
					{ id: 1, product_id: TEA, warehouse_id: [1, 'North'], quantity: 4 },
					{ id: 2, product_id: TEA, warehouse_id: [1, 'North'], quantity: 2 },
				],
			}),
		);
		expect(misfits(items, stockItem)).toEqual([]);
		expect(items).toEqual([
			{ sku: 'TEA', warehouse: 'North', onHand: 6 },
			{ sku: 'TEA', warehouse: 'South', onHand: 0 },
		]);
	});

	it('have price, cost and barcode', () => {
		const tea = {
			id: 7,
			default_code: 'TEA',
			name: 'Tea',
			lst_price: 4.9,
			standard_price: 2.1,
			barcode: '4006381333931',
		};
		const { items } = runPart(
			odoo,
			odoo.products!,
			[{}],
			reads({ 'product.product': [tea, { id: 8, default_code: false }] }),
		);
		expect(misfits(items, productItem)).toEqual([]);
		expect(items).toEqual([{ erpId: '7', sku: 'TEA', name: 'Tea', price: 4.9, cost: 2.1, upc: '4006381333931' }]);
	});
});
