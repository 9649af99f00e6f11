import { asItems, oneCallAtATime, SETTLED } from '../steps/callSteps';
import { codeFrom } from '../code';
import { type ErpPart, type ErpParts, setting } from '../erp';
import { ITEMS_OF } from '../failures';
import { code } from '../steps/n8nSteps';
import { type Access, makeCall, ownCredential, post } from '../steps/restSteps';
import type { Step } from '../step';

const CALLS = ['shared/calls.js', 'shared/parcel-tasks.js', 'shared/rest.js', 'erpnext/calls.js'];

const ACCESS: Access = {
	base: `{{ ${setting('erpnextUrl')}.replace(/\\/+$/, '') }}`,
	auth: ownCredential('erpNextApi'),
};

/** All documents of a type that meet the filters, which may have expressions in them; `parent` for rows of documents. */
const list = (name: string, doctype: string, filters: string, fields: readonly string[], parent?: string): Step =>
	post(
		name,
		ACCESS,
		'/api/method/frappe.client.get_list',
		`{
  "doctype": "${doctype}",${parent ? `\n  "parent": "${parent}",` : ''}
  "filters": ${filters},
  "fields": ${JSON.stringify(fields)},
  "limit_page_length": 0
}`,
	);

/** In code of a step: the documents that a step has listed. */
const LISTED = "const listed = (step) => recordsOf($(step).all().map(({ json }) => json), 'message');";

const orders: ErpPart = {
	settings: [
		{ name: 'daysBack', value: 30 },
		{ name: 'postalCodeIfNone', value: '00000' },
		{ name: 'shippingAccounts', value: 'Freight and Forwarding Charges' },
	],
	note:
		'All submitted sales orders of which nothing is delivered yet, if they were changed in the last **daysBack** days. Lines of items ' +
		'without stock are left out, unless they are product bundles.\n\n' +
		'Quantities count in the unit in which the stock is kept. A charge of the type *Actual* on an account under **shippingAccounts** (by ' +
		'the beginning of its name, several with semicolons) becomes the shipping cost. An additional discount is shared among the lines.',
	steps: [
		list(
			'Find the orders to ship',
			'Sales Order',
			`[
    ["docstatus", "=", 1],
    ["status", "in", ["To Deliver and Bill", "To Deliver"]],
    ["modified", ">=", "{{ $now.minus({ days: ${setting('daysBack')} }).toFormat('yyyy-MM-dd') }}"]
  ]`,
			['name'],
		),
		codeFrom(
			'One item for each order',
			['shared/rest.js'],
			`return recordsOf($input.all().map(({ json }) => json), 'message').${asItems};`,
		),
		{
			name: 'Read each order',
			type: 'n8n-nodes-base.erpNext',
			typeVersion: 1,
			parameters: {
				resource: 'document',
				operation: 'get',
				docType: 'Sales%20Order',
				documentName: '={{ encodeURIComponent($json.name) }}',
			},
		},
		codeFrom(
			'Addresses and items',
			['shared/money.js', 'erpnext/orders.js'],
			`const orders = $('Read each order').all().map(({ json }) => json);
return [{ json: { names: addressNames(orders), codes: itemCodes(orders) } }];`,
		),
		list('Read the addresses', 'Address', '[["name", "in", {{ JSON.stringify(["", ...$json.names]) }}]]', [
			'name',
			'address_line1',
			'address_line2',
			'city',
			'state',
			'pincode',
			'country',
			'phone',
			'email_id',
		]),
		list(
			'Read the items',
			'Item',
			`[["name", "in", {{ JSON.stringify(["", ...$('Addresses and items').first().json.codes]) }}]]`,
			['name', 'is_stock_item'],
		),
		codeFrom(
			'One item for each line',
			['shared/money.js', 'shared/rest.js', 'erpnext/orders.js'],
			`${LISTED}
const orders = $('Read each order').all().map(({ json }) => json);
return orderLines(orders, listed('Read the addresses'), listed('Read the items'), $('Settings').first().json)
	.${asItems};`,
		),
	],
};

/** Finds what ERPNext has of items with an `orderNumber`; plans calls, and makes them. */
const withOrders = (
	items: string,
	find: readonly Step[],
	found: string,
	plan: string,
): Pick<ErpPart, 'steps' | 'links' | 'exit'> => {
	const collect = code(
		`Collect the ${items}`,
		`const items = $input.all().map(({ json }) => json);
return [{ json: { items, orderNumbers: [...new Set(items.map(({ orderNumber }) => orderNumber))] } }];`,
	);
	const todo = codeFrom(
		'What to do',
		CALLS,
		`${LISTED}
const { items } = $('${collect.name}').first().json;
return ${plan}(items, ${found}).${asItems};`,
	);
	const prepare = codeFrom(
		'Next request',
		CALLS,
		`${ITEMS_OF}
return [{ json: requestOf($input.first().json, itemsOf('What ERPNext said')[0]) }];`,
	);
	const loop = oneCallAtATime('ERPNext', todo, makeCall('Ask ERPNext', ACCESS), CALLS, prepare);
	const before = [collect, ...find, todo];
	return {
		steps: [...before, ...loop.steps],
		links: [...before.slice(1).map(({ name }, at) => ({ from: before[at]?.name ?? '', to: name })), ...loop.links],
		exit: { step: SETTLED },
	};
};

const numbersOf = (items: string): string =>
	`{{ JSON.stringify($('Collect the ${items}').first().json.orderNumbers) }}`;

const commentsOf = (doctype: string, names: string): Step =>
	list(
		'Find their comments',
		'Comment',
		`[
    ["comment_type", "=", "Comment"],
    ["reference_doctype", "=", "${doctype}"],
    ["reference_name", "in", ${names}],
    ["content", "like", "%Extensiv: %"]
  ]`,
		['reference_name', 'content', 'creation'],
	);

const NOTE_NAMES =
	'{{ JSON.stringify(["", ...$(\'Find their deliveries\').first().json.body.message.map(({ parent }) => parent)]) }}';

const parcels: ErpPart = {
	note:
		'Makes a **delivery note** of what is left of each order, with the tracking number as its *Transport Receipt No*, and submits it. A ' +
		'draft that is there already is submitted instead. What a run that was interrupted has not done, the next one does.\n\n' +
		'The first parcel ships all that is left; further parcels become comments on the delivery note, each once.',
	...withOrders(
		'parcels',
		[
			list('Find the orders', 'Sales Order', `[["name", "in", ${numbersOf('parcels')}]]`, [
				'name',
				'docstatus',
				'status',
			]),
			list(
				'Find their deliveries',
				'Delivery Note Item',
				`[["against_sales_order", "in", ${numbersOf('parcels')}], ["docstatus", "<", 2]]`,
				['parent', 'against_sales_order'],
				'Delivery Note',
			),
			list('Read the delivery notes', 'Delivery Note', `[["name", "in", ${NOTE_NAMES}]]`, [
				'name',
				'docstatus',
				'is_return',
				'lr_no',
			]),
			commentsOf('Delivery Note', NOTE_NAMES),
		],
		`{
	orders: listed('Find the orders'),
	rows: listed('Find their deliveries'),
	notes: listed('Read the delivery notes'),
	comments: listed('Find their comments'),
}`,
		'parcelCalls',
	),
};

const stock: ErpPart = {
	note: 'What is in each warehouse, reserved or not. Items that were never in stock are left out.',
	steps: [
		list('Read the stock', 'Bin', '[]', ['item_code', 'warehouse', 'actual_qty']),
		codeFrom(
			'One item for each product and warehouse',
			['shared/rest.js', 'erpnext/stock.js'],
			`${LISTED}\nreturn stockItems(listed('Read the stock')).${asItems};`,
		),
	],
};

const products: ErpPart = {
	note: 'All items that are sold, except templates of variants. Prices are left alone, since ERPNext keeps them in price lists.',
	steps: [
		list('Read the items', 'Item', '[["disabled", "=", 0], ["is_sales_item", "=", 1], ["has_variants", "=", 0]]', [
			'name',
			'item_code',
			'item_name',
			'brand',
		]),
		codeFrom(
			'One item for each product',
			['shared/rest.js', 'erpnext/stock.js'],
			`${LISTED}\nreturn productItems(listed('Read the items')).${asItems};`,
		),
	],
};

const statuses: ErpPart = {
	note: 'Adds a **comment** to the sales order with the status of its order in Extensiv, once for each change.',
	...withOrders(
		'statuses',
		[
			list('Find the orders', 'Sales Order', `[["name", "in", ${numbersOf('statuses')}]]`, ['name']),
			commentsOf('Sales Order', numbersOf('statuses')),
		],
		"{ orders: listed('Find the orders'), comments: listed('Find their comments') }",
		'statusCalls',
	),
};

/** ERPNext by its REST interface, and by n8n's own node where that reads single documents. */
export const erpnext: ErpParts = {
	folder: 'erpnext',
	title: 'ERPNext',
	tested: 'by shape only',
	settings: [{ name: 'erpnextUrl', value: 'https://example.erpnext.com' }],
	before: [
		'In ERPNext: make a user for n8n with the roles *Sales User*, *Stock User* and, for comments, *Website Manager* (ERPNext lets no ' +
			'lesser role list them). Generate its API key and secret.',
		'In n8n: make a credential of the type *ERPNext API*, and choose it in each step of ERPNext and each *HTTP Request*.',
		'*Settings*: the address of ERPNext.',
	],
	orders,
	parcels,
	stock,
	products,
	statuses,
};
