import type { CredentialData } from '../../../host/credentials';
import type { Heard, Reply } from '../../../support/listener';

/** Answers as an ERP does, after its documentation: one order, with something to ship. */
export interface StandIn {
	/** Types of credential that its steps take, and what is in them. */
	credentials(url: string): Readonly<Record<string, CredentialData>>;
	settings(url: string): Readonly<Record<string, string>>;
	orderNumber: string;
	reply(heard: Heard): Reply;
	/** What a parcel makes it do, as method and address. */
	shipping?: string[];
}

const ok = (body: unknown): Reply => ({ status: 200, body });

const ODOO: Readonly<Record<string, unknown>> = {
	'sale.order/search_read': [
		{
			id: 12,
			name: 'S00012',
			state: 'sale',
			date_order: '2026-03-05 14:02:11',
			commitment_date: false,
			partner_shipping_id: [31, 'Jordan'],
			currency_id: [1, 'USD'],
			carrier_id: false,
		},
	],
	'sale.order.line/search_read': [
		{
			id: 1,
			order_id: [12, 'S00012'],
			product_id: [7, '[TEA] Tea'],
			product_type: 'consu',
			product_uom_qty: 3,
			qty_delivered: 0,
			product_uom_id: [1, 'Units'],
			price_unit: 4.9,
			discount: 0,
			display_type: false,
			is_downpayment: false,
			is_delivery: false,
		},
	],
	'product.product/search_read': [{ id: 7, default_code: 'TEA', name: 'Tea', uom_id: [1, 'Units'] }],
	'res.partner/search_read': [
		{
			id: 31,
			name: 'Jordan',
			parent_id: false,
			commercial_company_name: false,
			street: '18 Kettle Lane',
			street2: false,
			city: 'Portland',
			state_id: [58, 'Oregon (US)'],
			zip: '97201',
			country_code: 'US',
			phone: false,
			email: false,
		},
	],
	'res.country.state/search_read': [{ id: 58, code: 'OR' }],
	'stock.picking/search_read': [
		{ id: 5, name: 'WH/OUT/00005', state: 'confirmed', sale_id: [12, 'S00012'], carrier_tracking_ref: false },
	],
	'stock.picking/write': true,
	'stock.picking/action_assign': true,
	'stock.picking/button_validate': true,
};

const odoo: StandIn = {
	credentials: (url) => ({ odooApiKeyApi: { url, db: 'tea', apiKey: 'test-key' } }),
	settings: (url) => ({ odooUrl: url, odooDatabase: 'tea' }),
	orderNumber: 'S00012',
	reply: ({ url, headers }) => {
		const body = ODOO[url.replace('/json/2/', '')];
		if (headers.authorization !== 'bearer test-key' || headers['x-odoo-database'] !== 'tea')
			return { status: 401, body: { message: 'Invalid apikey' } };
		return body === undefined ? { status: 404, body: { message: `No ${url}` } } : ok(body);
	},
	shipping: [
		'POST /json/2/stock.picking/write',
		'POST /json/2/stock.picking/action_assign',
		'POST /json/2/stock.picking/button_validate',
	],
};

const SALES_ORDER = {
	name: 'SAL-ORD-2026-00012',
	docstatus: 1,
	status: 'To Deliver and Bill',
	customer_name: 'Amber Teahouse',
	transaction_date: '2026-03-05',
	delivery_date: '2026-03-12',
	currency: 'USD',
	shipping_address_name: 'Amber Teahouse-Shipping',
	items: [{ item_code: 'TEA', item_name: 'Tea', stock_qty: 3, conversion_factor: 1, rate: 4.9 }],
	taxes: [],
};
const LISTS: Readonly<Record<string, unknown[]>> = {
	'Sales Order': [SALES_ORDER],
	Address: [
		{
			name: 'Amber Teahouse-Shipping',
			address_line1: '18 Kettle Lane',
			city: 'Portland',
			state: 'Oregon',
			pincode: '97201',
			country: 'United States',
		},
	],
	Item: [{ name: 'TEA', is_stock_item: 1 }],
};

const erpnext: StandIn = {
	credentials: (url) => ({
		erpNextApi: { apiKey: 'key', apiSecret: 'secret', environment: 'selfHosted', domain: url },
	}),
	settings: (url) => ({ erpnextUrl: url }),
	orderNumber: SALES_ORDER.name,
	reply: ({ url, headers, body, method }) => {
		if (headers.authorization !== 'token key:secret') return { status: 401, body: {} };
		if (url.endsWith('/frappe.client.get_list'))
			return ok({ message: LISTS[(JSON.parse(body) as { doctype: string }).doctype] ?? [] });
		if (url.endsWith('.make_delivery_note')) return ok({ message: { doctype: 'Delivery Note', items: [{}] } });
		if (method === 'GET') return ok({ data: SALES_ORDER });
		return ok({ data: { name: 'MAT-DN-2026-00003' } });
	},
	shipping: [
		'POST /api/method/erpnext.selling.doctype.sales_order.sales_order.make_delivery_note',
		'POST /api/resource/Delivery%20Note',
		'PUT /api/resource/Delivery%20Note/MAT-DN-2026-00003',
	],
};

const sapBusinessOne: StandIn = {
	credentials: () => ({ httpBasicAuth: { user: '{"UserName": "n8n", "CompanyDB": "TEA"}', password: 'secret' } }),
	settings: (url) => ({ serviceLayerUrl: url }),
	orderNumber: '1042',
	reply: ({ url, headers }) => {
		const who = Buffer.from(headers.authorization?.replace('Basic ', '') ?? '', 'base64').toString();
		if (who !== '{"UserName": "n8n", "CompanyDB": "TEA"}:secret') return { status: 401, body: {} };
		if (url.includes('/ShippingTypes')) return ok({ value: [{ Code: 4, Name: 'Swift' }] });
		const order = {
			DocEntry: 12,
			DocNum: 1042,
			DocDate: '2026-03-05',
			CardName: 'Amber Teahouse',
			DocCurrency: 'USD',
			TransportationCode: 4,
			AddressExtension: { ShipToStreet: '18 Kettle Lane', ShipToCity: 'Portland', ShipToCountry: 'US' },
			DocumentLines: [{ ItemCode: 'TEA', Quantity: 3, InventoryQuantity: 3, RemainingOpenQuantity: 3, Price: 4.9 }],
		};
		return url.includes('$skip=1') || url.includes('%24skip=1')
			? ok({ value: [{ ...order, DocNum: 1043 }] })
			: ok({ value: [order], '@odata.nextLink': 'Orders?$skip=1' });
	},
};

/** ERPs whose interface can be at any address, and whose credential needs no sign-in with the vendor. */
export const STAND_INS = { odoo, erpnext, sapBusinessOne };
