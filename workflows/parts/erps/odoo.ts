import { asItems, oneCallAtATime, SETTLED } from '../steps/callSteps';
import { codeFrom } from '../code';
import { type ErpPart, type ErpParts, setting } from '../erp';
import { code } from '../steps/n8nSteps';
import { type Access, makeCall, ownCredential, post } from '../steps/restSteps';
import type { Step } from '../step';

const VALUES = 'odoo/values.js';
const CALLS = ['shared/calls.js', 'shared/parcel-tasks.js', 'shared/rest.js', VALUES, 'odoo/calls.js'];

/** For what n8n's node cannot do: methods other than reading and writing. */
const ACCESS: Access = {
	base: `{{ ${setting('odooUrl')}.replace(/\\/+$/, '') }}`,
	auth: ownCredential('odooApiKeyApi'),
	headers: { 'X-Odoo-Database': `={{ ${setting('odooDatabase')} }}` },
};

const FOR_CALLS = [
	{ name: 'odooUrl', value: 'https://example.odoo.com' },
	{ name: 'odooDatabase', value: 'example' },
];

type Filter = [field: string, operator: 'equal' | 'greaterOrEqual' | 'in', value: string];

/** *Get Many* of n8n's own node. Goes on if there are none. */
const read = (
	name: string,
	model: string,
	filters: readonly Filter[],
	fields: string,
	extra: Partial<Step> = { executeOnce: true },
): Step => ({
	name,
	type: 'n8n-nodes-base.odoo',
	typeVersion: 2,
	parameters: {
		authentication: 'odooApiKeyApi',
		resource: 'custom',
		operation: 'getAll',
		customResource: { __rl: true, mode: 'id', value: model },
		returnAll: true,
		options: { fieldsList: fields },
		filters: { filter: filters.map(([fieldName, operator, value]) => ({ fieldName, operator, value })) },
	},
	alwaysOutputData: true,
	...extra,
});

/** In code of a step: the records that another step has read. */
const RECORDS = 'const records = (step) => $(step).all().map(({ json }) => json).filter(({ id }) => id !== undefined);';

/** A step that gives, in `ids`, the records that a link of those of another step leads to. */
const collectIds = (name: string, from: string, field: string): Step =>
	codeFrom(name, [VALUES], `${RECORDS}\nreturn [{ json: { ids: idsOf(records('${from}'), '${field}') } }];`);

const GIVEN = '={{ $json.ids }}';

const orders: ErpPart = {
	settings: [
		{ name: 'daysBack', value: 30 },
		{ name: 'postalCodeIfNone', value: '00000' },
		{ name: 'deliveryMethods', value: true },
	],
	note:
		'All sales orders that are confirmed and of which nothing is delivered yet, if they were changed in the last **daysBack** days.\n\n' +
		'The line with the delivery becomes the shipping cost; lines of services are left out, and discounts of the whole order are ' +
		'shared among its lines. If the module for delivery methods is not ' +
		'installed in Odoo, set **deliveryMethods** to false.',
	steps: [
		read(
			'Read the orders',
			'sale.order',
			[
				['state', 'equal', 'sale'],
				[
					'write_date',
					'greaterOrEqual',
					`={{ $now.minus({ days: ${setting('daysBack')} }).toUTC().toFormat('yyyy-MM-dd HH:mm:ss') }}`,
				],
			],
			"={{ 'name,date_order,commitment_date,partner_shipping_id,currency_id' + " +
				`(${setting('deliveryMethods')} ? ',carrier_id' : '') }}`,
		),
		read(
			'Read their lines',
			'sale.order.line',
			[
				[
					'order_id',
					'in',
					"={{ $('Read the orders').all().map(({ json }) => json.id).filter(Boolean).join(',') || '0' }}",
				],
			],
			"={{ 'order_id,product_id,product_type,product_uom_qty,qty_delivered,product_uom_id,price_unit,discount,display_type,is_downpayment' + " +
				`(${setting('deliveryMethods')} ? ',is_delivery' : '') }}`,
		),
		collectIds('Products of the lines', 'Read their lines', 'product_id'),
		read('Read the products', 'product.product', [['id', 'in', GIVEN]], 'default_code,name,uom_id'),
		collectIds('Addresses of the orders', 'Read the orders', 'partner_shipping_id'),
		read(
			'Read the addresses',
			'res.partner',
			[['id', 'in', GIVEN]],
			'name,parent_id,commercial_company_name,street,street2,city,state_id,zip,country_code,phone,email',
		),
		collectIds('States of the addresses', 'Read the addresses', 'state_id'),
		read('Read the states', 'res.country.state', [['id', 'in', GIVEN]], 'code'),
		codeFrom(
			'One item for each line',
			[VALUES, 'shared/money.js', 'odoo/orders.js'],
			`${RECORDS}
const read = {
	orders: records('Read the orders'),
	lines: records('Read their lines'),
	products: records('Read the products'),
	addresses: records('Read the addresses'),
	states: records('Read the states'),
};
return orderLines(read, $('Settings').first().json).${asItems};`,
		),
	],
};

/** Finds the orders of items with an `orderNumber`, and what belongs to them; plans calls, and makes them. */
const withOrders = (items: string, find: Step, plan: string): Pick<ErpPart, 'steps' | 'links' | 'exit'> => {
	const collect = code(
		`Collect the ${items}`,
		`const items = $input.all().map(({ json }) => json);
return [{ json: { items, orderNumbers: [...new Set(items.map(({ orderNumber }) => orderNumber))] } }];`,
	);
	const findOrders = post(
		'Find the orders',
		ACCESS,
		'/json/2/sale.order/search_read',
		`{
  "domain": [["name", "in", {{ JSON.stringify($json.orderNumbers) }}]],
  "fields": ["name", "state"]
}`,
	);
	const todo = codeFrom(
		'What to do',
		CALLS,
		`const { items } = $('${collect.name}').first().json;
const found = (step) => recordsOf($(step).all().map(({ json }) => json));
return ${plan}(items, found('${findOrders.name}'), found('${find.name}')).${asItems};`,
	);
	const loop = oneCallAtATime('Odoo', todo, makeCall('Ask Odoo', ACCESS), CALLS);
	const before = [collect, findOrders, find, todo];
	return {
		steps: [...before, ...loop.steps],
		links: [...before.slice(1).map(({ name }, at) => ({ from: before[at]?.name ?? '', to: name })), ...loop.links],
		exit: { step: SETTLED },
	};
};

const ORDER_IDS = '{{ JSON.stringify($json.body.map(({ id }) => id)) }}';

const parcels: ErpPart = {
	settings: FOR_CALLS,
	note:
		'Finds the delivery of each order, adds the tracking number to its **Tracking Reference**, reserves the goods, and validates it, as ' +
		'a person would. What a run that was interrupted has not done, the next one does. Odoo needs its module for delivery methods ' +
		'(*stock_delivery*), which has that field.\n\n' +
		'The first parcel ships the whole delivery; further parcels are added to its tracking reference, each once. Where Odoo would ask a ' +
		'person (not all is in stock), nothing is validated, and the parcel waits.',
	...withOrders(
		'parcels',
		post(
			'Find their deliveries',
			ACCESS,
			'/json/2/stock.picking/search_read',
			`{
  "domain": [["sale_id", "in", ${ORDER_IDS}], ["picking_type_code", "=", "outgoing"]],
  "fields": ["name", "state", "sale_id", "carrier_tracking_ref"]
}`,
		),
		'parcelCalls',
	),
};

const stock: ErpPart = {
	note: 'What is in each warehouse, wherever it lies there, reserved or not. Products without an *Internal Reference* are left out.',
	steps: [
		read('Read the warehouses', 'stock.warehouse', [], 'name'),
		read('Read the stocked products', 'product.product', [], 'default_code,is_storable'),
		read(
			'Read the stock',
			'stock.quant',
			[['location_id.usage', 'equal', 'internal']],
			'product_id,warehouse_id,quantity',
		),
		codeFrom(
			'One item for each product and warehouse',
			[VALUES, 'odoo/stock.js'],
			`${RECORDS}
const read = {
	warehouses: records('Read the warehouses'),
	products: records('Read the stocked products'),
	quants: records('Read the stock'),
};
return stockItems(read).${asItems};`,
		),
	],
};

const products: ErpPart = {
	note: 'All products with an *Internal Reference*. Sales price, cost and barcode become price, vendor cost and UPC.',
	steps: [
		read(
			'Read the products',
			'product.product',
			[['type', 'equal', 'consu']],
			'default_code,name,lst_price,standard_price,barcode',
		),
		codeFrom(
			'One item for each product',
			[VALUES, 'odoo/stock.js'],
			`${RECORDS}\nreturn productItems(records('Read the products')).${asItems};`,
		),
	],
};

const statuses: ErpPart = {
	settings: FOR_CALLS,
	note: 'Adds an internal **note** to the sales order with the status of its order in Extensiv, once for each change.',
	...withOrders(
		'statuses',
		post(
			'Find their notes',
			ACCESS,
			'/json/2/mail.message/search_read',
			`{
  "domain": [["model", "=", "sale.order"], ["res_id", "in", ${ORDER_IDS}], ["body", "ilike", "Extensiv: "]],
  "fields": ["res_id", "body"]
}`,
		),
		'statusCalls',
	),
};

/** Odoo by n8n's own node, and by its JSON-2 interface for methods that the node does not have. */
export const odoo: ErpParts = {
	folder: 'odoo',
	title: 'Odoo',
	tested: 'by shape only',
	settings: [],
	before: [
		'For Odoo 19 or later; on Odoo Online, only the plan *Custom* gives access to the interface. In Odoo: make a user for n8n with the ' +
			'rights for *Sales* and *Inventory*, and an API key for it.',
		'In n8n: make a credential of the type *Odoo API (API Key)*, and choose it in each step of Odoo.',
	],
	orders,
	parcels,
	stock,
	products,
	statuses,
};
