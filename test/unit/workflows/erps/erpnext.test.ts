import { erpnext } from '../../../../workflows/parts/erps/erpnext';
import { type Erp, misfits, runPart } from '../../../support/erpPart';
import { orderLineItem, parcelResult, productItem, statusResult, stockItem } from '../../../support/itemShapes';
import { parcel, status } from './given';

// Documents as /api/resource and frappe.client.get_list give them, and make_delivery_note, after the documentation of the
// Frappe framework ("REST API") and of ERPNext ("Sales Cycle Integration"), and the fields of its document types.

const URL = 'https://example.erpnext.com';
const NUMBER = 'SAL-ORD-2026-00012';

const line = (code: string, more: object = {}) => ({
	item_code: code,
	item_name: `Name ${code}`,
	qty: 3,
	uom: 'Nos',
	conversion_factor: 1,
	stock_qty: 3,
	stock_uom: 'Nos',
	rate: 4.9,
	amount: 14.7,
	delivered_by_supplier: 0,
	...more,
});

const ORDER = {
	name: NUMBER,
	customer_name: 'Amber Teahouse',
	transaction_date: '2026-03-05',
	delivery_date: '2026-03-12',
	currency: 'USD',
	shipping_address_name: 'Amber Teahouse-Shipping',
	contact_display: 'Jordan',
	contact_email: null,
	contact_mobile: '555-0111',
	items: [
		line('TEA'),
		line('CUP', { qty: 2, uom: 'Dozen', conversion_factor: 12, stock_qty: 24, rate: 60, amount: 120 }),
	],
	taxes: [
		{ charge_type: 'Actual', account_head: 'Freight and Forwarding Charges - AT', tax_amount: 7.5 },
		{ charge_type: 'On Net Total', account_head: 'VAT - AT', tax_amount: 3 },
	],
};

const ADDRESS = {
	name: 'Amber Teahouse-Shipping',
	address_line1: '18 Kettle Lane',
	address_line2: '',
	city: 'Portland',
	state: 'Oregon',
	pincode: null,
	country: 'United States',
};

/** Answers of frappe.client.get_list by the type of document, and of other calls. */
const answers =
	(lists: Record<string, unknown[]>, others: Erp = () => ({ body: { data: {} } })): Erp =>
	(asked) =>
		asked.url?.endsWith('/frappe.client.get_list')
			? { body: { message: lists[(asked.body as { doctype: string }).doctype] ?? [] } }
			: others(asked);

describe('orders of ERPNext', () => {
	const stocked = (...names: string[]) => names.map((name) => ({ name, is_stock_item: 1 }));
	const read = (order: object = ORDER, address: object[] = [ADDRESS], items: object[] = stocked('TEA', 'CUP')) =>
		runPart(
			erpnext,
			erpnext.orders!,
			[{}],
			answers({ 'Sales Order': [{ name: NUMBER }], Address: address, Item: items }, () => [order]),
		);

	it('become order lines that count in the unit of the stock', () => {
		const { items } = read();
		expect(misfits(items, orderLineItem)).toEqual([]);
		expect(items).toEqual([
			expect.objectContaining({
				orderNumber: NUMBER,
				orderDate: '2026-03-05',
				requiredDate: '2026-03-12',
				recipientName: 'Jordan',
				company: 'Amber Teahouse',
				street1: '18 Kettle Lane',
				state: 'Oregon',
				postalCode: '00000',
				country: 'United States',
				phone: '555-0111',
				shippingCost: 7.5,
				currency: 'USD',
				sku: 'TEA',
				quantity: 3,
				unitPrice: 4.9,
			}),
			expect.objectContaining({ sku: 'CUP', quantity: 24, unitPrice: 5 }),
		]);
	});

	it('are asked for as the documentation says', () => {
		const [list, get, addresses, items] = read().asked;
		expect(list).toMatchObject({
			method: 'POST',
			url: `${URL}/api/method/frappe.client.get_list`,
			body: {
				doctype: 'Sales Order',
				filters: [
					['docstatus', '=', 1],
					['status', 'in', ['To Deliver and Bill', 'To Deliver']],
					['modified', '>=', '2026-02-08'],
				],
				limit_page_length: 0,
			},
		});
		expect(get?.parameters).toMatchObject({ operation: 'get', docType: 'Sales%20Order', documentName: NUMBER });
		expect(addresses?.body).toMatchObject({ filters: [['name', 'in', ['', 'Amber Teahouse-Shipping']]] });
		expect(items?.body).toMatchObject({
			doctype: 'Item',
			filters: [['name', 'in', ['', 'TEA', 'CUP']]],
			fields: ['name', 'is_stock_item'],
		});
	});

	it('are sent without services, and with product bundles, which ERPNext keeps no stock of', () => {
		const order = { ...ORDER, items: [line('TASTING'), line('SET'), line('TEA')] };
		const packed_items = [{ parent_item: 'SET', item_code: 'TEA' }];
		const items = [...stocked('TEA'), { name: 'TASTING', is_stock_item: 0 }, { name: 'SET', is_stock_item: 0 }];
		const codes = (one: object) => read(one, [ADDRESS], items).items.map(({ sku }) => sku);
		expect(codes({ ...order, packed_items })).toEqual(['SET', 'TEA']);
		expect(codes({ ...ORDER, items: [line('TASTING')] })).toEqual([]);
	});

	it('wait as a whole if an item cannot be read, instead of leaving its line out as a service', () => {
		const problem = 'The item “CUP” of SAL-ORD-2026-00012 cannot be read. n8n’s user may not see it.';
		const waiting = [
			expect.objectContaining({ sku: 'TEA', problem }),
			expect.objectContaining({ sku: 'CUP', problem }),
		];
		expect(read(ORDER, [ADDRESS], stocked('TEA')).items).toEqual(waiting);
	});

	it('share the additional discount of the order among its lines', () => {
		expect(read({ ...ORDER, discount_amount: 13.47 }).items.map(({ discount }) => discount)).toEqual([1.47, 12]);
		expect(read({ ...ORDER, discount_amount: 0 }).items.map(({ discount }) => discount)).toEqual([
			undefined,
			undefined,
		]);
	});

	it('are left alone if something of them is delivered: ERPNext calls what is left “To Deliver” too', () => {
		expect(read({ ...ORDER, items: [line('TEA'), line('CUP', { delivered_qty: 1 })] }).items).toEqual([]);
		// What the supplier has sent says nothing about the warehouse.
		const dropShipped = line('CUP', { delivered_by_supplier: 1, delivered_qty: 3 });
		expect(read({ ...ORDER, items: [line('TEA', { delivered_qty: 0 }), dropShipped] }).items).toMatchObject([
			{ sku: 'TEA' },
		]);
	});

	it('go to the customer, if they name no contact, and wait if their address cannot be read', () => {
		expect(read({ ...ORDER, contact_display: null }).items[0]).toMatchObject({ recipientName: 'Amber Teahouse' });
		expect(read(ORDER, []).items[0]?.['problem']).toMatch(/address “Amber Teahouse-Shipping” .* cannot be read/);
	});
});

const OPEN = { name: NUMBER, docstatus: 1, status: 'To Deliver and Bill' };
const DONE = { name: NUMBER, docstatus: 1, status: 'To Bill' };
const NOTE = 'MAT-DN-2026-00003';
const note = (docstatus: number, lr_no: string | null) => ({ name: NOTE, docstatus, lr_no, is_return: 0 });
const ROW = { parent: NOTE, against_sales_order: NUMBER };

const ship = (parcels: object[], lists: Record<string, unknown[]>, others?: Erp) => {
	const made: Erp = ({ url }) =>
		url?.endsWith('make_delivery_note')
			? { body: { message: { doctype: 'Delivery Note', customer: 'Amber Teahouse', items: [{ item_code: 'TEA' }] } } }
			: { body: { data: { name: NOTE } } };
	const { items, asked } = runPart(erpnext, erpnext.parcels!, parcels as never, answers(lists, others ?? made));
	expect(misfits(items, parcelResult)).toEqual([]);
	return {
		items,
		calls: asked
			.filter(({ step }) => step === 'Ask ERPNext')
			.map(({ method, url, body }) => [method, url?.slice(URL.length), body]),
	};
};

describe('parcels in ERPNext', () => {
	it('make a delivery note of what is left, and submit it', () => {
		const { items, calls } = ship([parcel(NUMBER, 'Z1'), parcel(NUMBER, 'Z2')], { 'Sales Order': [OPEN] });
		expect(calls).toEqual([
			[
				'POST',
				'/api/method/erpnext.selling.doctype.sales_order.sales_order.make_delivery_note',
				{ source_name: NUMBER },
			],
			[
				'POST',
				'/api/resource/Delivery Note',
				{ doctype: 'Delivery Note', customer: 'Amber Teahouse', items: [{ item_code: 'TEA' }], lr_no: 'Z1,Z2' },
			],
			['PUT', `/api/resource/Delivery Note/${NOTE}`, { docstatus: 1 }],
		]);
		expect(items.map(({ outcome }) => outcome)).toEqual(['done', 'done']);
	});

	it('submit the draft that an interrupted run has left', () => {
		const lists = { 'Sales Order': [OPEN], 'Delivery Note Item': [ROW], 'Delivery Note': [note(0, 'Z1')] };
		expect(ship([parcel(NUMBER, 'Z1')], lists).calls).toEqual([
			['PUT', `/api/resource/Delivery Note/${NOTE}`, { docstatus: 1 }],
		]);
	});

	it('become comments where the delivery note has no more room, which is 140 characters', () => {
		const numbers = Array.from({ length: 7 }, (_, at) => `9400111899223197428${at}00`);
		const parcels = numbers.map((number) => parcel(NUMBER, number));
		const bodies = (lists: Record<string, unknown[]>) => ship(parcels, lists).calls.map(([, , body]) => body);
		const first = numbers.slice(0, 6).join(',');
		const comment = { reference_doctype: 'Delivery Note', reference_name: NOTE, content: `Extensiv: ${numbers[6]}` };
		expect(bodies({ 'Sales Order': [OPEN] }).slice(1)).toMatchObject([{ lr_no: first }, { docstatus: 1 }, comment]);
		const draft = { 'Sales Order': [OPEN], 'Delivery Note Item': [ROW], 'Delivery Note': [note(0, first)] };
		expect(bodies(draft)).toMatchObject([{ lr_no: first, docstatus: 1 }, comment]);
	});

	it('that come later become comments, each once', () => {
		const lists = {
			'Sales Order': [DONE],
			'Delivery Note Item': [ROW],
			'Delivery Note': [note(1, 'Z1')],
			Comment: [{ reference_name: NOTE, content: '<div>Extensiv: Z2</div>', creation: '2026-03-09 10:00:00' }],
		};
		const { items, calls } = ship([parcel(NUMBER, 'Z1'), parcel(NUMBER, 'Z2'), parcel(NUMBER, 'Z3')], lists);
		expect(calls).toEqual([
			[
				'POST',
				'/api/method/frappe.desk.form.utils.add_comment',
				expect.objectContaining({
					reference_doctype: 'Delivery Note',
					reference_name: NOTE,
					content: 'Extensiv: Z3',
				}),
			],
		]);
		expect(items.map(({ outcome }) => outcome)).toEqual(['alreadyDone', 'alreadyDone', 'done']);
	});

	it('fail with what ERPNext says, and make no further calls', () => {
		const refused = { _server_messages: JSON.stringify([JSON.stringify({ message: '<b>Tea</b> is short.' })]) };
		const { items, calls } = ship([parcel(NUMBER, 'Z1')], { 'Sales Order': [OPEN] }, () => ({
			statusCode: 417,
			body: refused,
		}));
		expect(items).toMatchObject([
			{ outcome: 'failed', problem: `ERPNext refuses the delivery of order ${NUMBER}: Tea is short.` },
		]);
		expect(calls).toHaveLength(1);
	});

	it('guess nothing', () => {
		expect(ship([parcel('X', 'Z1')], {}).items).toMatchObject([{ problem: expect.stringMatching(/no order X/) }]);
		const closed = { ...OPEN, status: 'On Hold' };
		expect(ship([parcel(NUMBER, 'Z1')], { 'Sales Order': [closed] }).items).toMatchObject([
			{ problem: expect.stringMatching(/nothing to ship in ERPNext \(On Hold\)/) },
		]);
	});
});

describe('stock, products and statuses of ERPNext', () => {
	it('are bins and items', () => {
		const bins = [{ item_code: 'TEA', warehouse: 'Stores - AT', actual_qty: 6 }];
		const stock = runPart(erpnext, erpnext.stock!, [{}], answers({ Bin: bins })).items;
		expect(misfits(stock, stockItem)).toEqual([]);
		expect(stock).toEqual([{ sku: 'TEA', warehouse: 'Stores - AT', onHand: 6 }]);
		const rows = [{ name: 'TEA', item_code: 'TEA', item_name: 'Tea', brand: null }];
		const products = runPart(erpnext, erpnext.products!, [{}], answers({ Item: rows })).items;
		expect(misfits(products, productItem)).toEqual([]);
		expect(products).toEqual([{ erpId: 'TEA', sku: 'TEA', name: 'Tea' }]);
	});

	it('become a comment, unless the newest one says so already', () => {
		const write = (comments: string[]) =>
			runPart(
				erpnext,
				erpnext.statuses!,
				[status(NUMBER, 'onHold') as never],
				answers({
					'Sales Order': [{ name: NUMBER }],
					Comment: comments.map((content, at) => ({
						reference_name: NUMBER,
						content,
						creation: `2026-03-0${at + 1} 10:00:00`,
					})),
				}),
			);
		const written = write(['Extensiv: onHold', 'Extensiv: pending']);
		expect(misfits(written.items, statusResult)).toEqual([]);
		expect(written.asked.at(-1)?.body).toMatchObject({ reference_name: NUMBER, content: 'Extensiv: onHold' });
		expect(write(['Extensiv: pending', 'Extensiv: onHold']).items).toMatchObject([{ outcome: 'alreadyDone' }]);
	});
});
