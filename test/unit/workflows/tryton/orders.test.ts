import { orderLines } from '../../../../workflows/code/tryton/orders';

const decimal = (value: string) => ({ __class__: 'Decimal', decimal: value });

const line = (code: string, quantity: number, price: string, more: object = {}) => ({
	type: 'line',
	quantity,
	unit_price: decimal(price),
	shipment_cost: null,
	'unit.': { factor: 1 },
	'product.': { code, name: `Name ${code}`, 'default_uom.': { factor: 1 } },
	...more,
});

const sale = (more: object = {}) => ({
	id: 12,
	number: '7',
	sale_date: { __class__: 'date', year: 2026, month: 3, day: 5 },
	'party.': { name: 'Amber Teahouse', phone: '555-0111', email: '' },
	'shipment_party.': null,
	'shipment_address.': {
		party_name: null,
		name: 'Old Mill',
		street: '18 Kettle Lane\nUnit 4',
		postal_code: null,
		city: 'Portland',
		'subdivision.': { code: 'US-OR' },
		'country.': { code: 'US' },
	},
	'carrier.': { 'party.': { name: 'Parcel Swift' } },
	'currency.': { code: 'USD' },
	'lines.': [line('TEA', 2, '4.90'), line('CUP', 1, '12.80')],
	...more,
});

const read = (...sales: object[]) => orderLines(sales as never, { postalCodeIfNone: '00000' });

describe('the lines of a sale of Tryton', () => {
	it('each carry the order', () => {
		expect(read(sale())).toEqual([
			{
				erpId: '12',
				orderNumber: '7',
				orderDate: '2026-03-05',
				recipientName: 'Amber Teahouse',
				street1: 'Old Mill',
				street2: '18 Kettle Lane, Unit 4',
				city: 'Portland',
				state: 'OR',
				postalCode: '00000',
				country: 'US',
				phone: '555-0111',
				shippingService: 'Parcel Swift',
				currency: 'USD',
				sku: 'TEA',
				productName: 'Name TEA',
				quantity: '2',
				unitPrice: '4.90',
			},
			expect.objectContaining({ orderNumber: '7', sku: 'CUP', quantity: '1', unitPrice: '12.80' }),
		]);
	});

	it('count pieces, where a sale counts dozens', () => {
		const dozen = line('CUP', 2, '60.00', { 'unit.': { factor: 12 } });
		expect(read(sale({ 'lines.': [dozen] }))).toMatchObject([{ quantity: '24', unitPrice: '5' }]);
	});

	it('leave out comments, and make the shipping cost one of the order', () => {
		const lines = [
			{ type: 'comment', shipment_cost: null },
			line('TEA', 1, '4.90'),
			line('', 1, '7.50', { shipment_cost: decimal('7.50') }),
		];
		expect(read(sale({ 'lines.': lines }))).toMatchObject([{ sku: 'TEA', shippingCost: '7.5' }]);
	});

	it('are one item without a SKU, if there are none', () => {
		expect(read(sale({ 'lines.': [] }))).toMatchObject([{ orderNumber: '7' }]);
		expect(read(sale({ 'lines.': [] }))[0]).not.toHaveProperty('sku');
	});

	it('go to the person that the address names, or to the party that receives the goods', () => {
		expect(read(sale({ 'shipment_party.': { name: 'Branch' } }))[0]).toMatchObject({ recipientName: 'Branch' });
		const address = { street: 'X', party_name: 'Jordan', city: null, 'subdivision.': null, 'country.': null };
		expect(read(sale({ 'shipment_address.': address }))[0]).toMatchObject({ recipientName: 'Jordan', street1: 'X' });
	});
});
