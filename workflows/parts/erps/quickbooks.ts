import { asItems, oneCallAtATime, SETTLED } from '../steps/callSteps';
import { codeFrom } from '../code';
import { type ErpPart, type ErpParts, setting } from '../erp';
import { code } from '../steps/n8nSteps';
import { type Access, get, makeCall, ownCredential } from '../steps/restSteps';
import type { Step } from '../step';

const FILES = [
	'shared/calls.js',
	'shared/parcel-tasks.js',
	'shared/money.js',
	'shared/rest.js',
	'quickbooks/invoices.js',
];

const ACCESS: Access = {
	base: `{{ ${setting('quickBooksUrl')}.replace(/\\/+$/, '') }}/v3/company/{{ ${setting('companyId')} }}`,
	auth: ownCredential('quickBooksOAuth2Api'),
	headers: { Accept: 'application/json' },
};

const PAGE = 1000;

/** All records of an entity that meet a condition, which is an expression. */
const query = (name: string, entity: 'Invoice' | 'Item', where = "''"): Step =>
	get(
		name,
		ACCESS,
		'/query',
		{},
		{
			parameter: 'query',
			value: `'select * from ${entity} ' + ${where} + ' startposition ' + ($pageCount * ${PAGE} + 1) + ' maxresults ${PAGE}'`,
			last: `($response.body.QueryResponse?.${entity} ?? []).length < ${PAGE}`,
		},
	);

const pagesOf = (step: string): string => `$('${step}').all().map(({ json }) => json)`;

const orders: ErpPart = {
	settings: [
		{ name: 'daysBack', value: 30 },
		{ name: 'paidOnly', value: true },
		{ name: 'postalCodeIfNone', value: '00000' },
		{ name: 'countryIfNone', value: 'US' },
	],
	note:
		'All invoices without a tracking number that were changed in the last **daysBack** days; with **paidOnly**, only those without an ' +
		'open balance. QuickBooks Online has no sales orders in its interface.\n\n' +
		'Services are left out, QuickBooks’ own shipping becomes the shipping cost, and a discount of the invoice is shared among its lines.',
	steps: [
		query(
			'Read the invoices',
			'Invoice',
			`"where MetaData.LastUpdatedTime >= '" + $now.minus({ days: ${setting('daysBack')} }).toUTC().toISO() + "'"`,
		),
		// Without the condition, QuickBooks gives those in use only, and an order may have others.
		{ ...query('Read the items', 'Item', "'where Active in (true, false)'"), executeOnce: true },
		codeFrom(
			'One item for each line',
			FILES,
			`const invoices = rowsOf(${pagesOf('Read the invoices')}, 'Invoice');
const items = rowsOf(${pagesOf('Read the items')}, 'Item');
return orderLines(invoices, items, $('Settings').first().json).${asItems};`,
		),
	],
};

const collect = code('Collect the parcels', 'return [{ json: { items: $input.all().map(({ json }) => json) } }];');
const queries = codeFrom(
	'Invoice numbers',
	FILES,
	`return queriesFor($('${collect.name}').first().json.items).${asItems};`,
);
const find = get('Find the invoices', ACCESS, '/query', { query: '={{ $json.query }}' });
const todo = codeFrom(
	'What to do',
	FILES,
	`const invoices = rowsOf(${pagesOf(find.name)}, 'Invoice');
return parcelCalls($('${collect.name}').first().json.items, invoices, $now.zoneName).${asItems};`,
);
const loop = oneCallAtATime('QuickBooks', todo, makeCall('Ask QuickBooks', ACCESS), FILES);

const parcels: ErpPart = {
	note:
		'QuickBooks needs *Shipping* switched on under *Account and settings → Sales*.\n\nWrites the **tracking number** into the invoice of each order, and its shipping date. Further parcels are added to the tracking ' +
		'number, each once. The day counts in the time zone of the workflow (*••• → Settings → Timezone*).',
	steps: [collect, queries, find, todo, ...loop.steps],
	links: [
		{ from: collect.name, to: queries.name },
		{ from: queries.name, to: find.name },
		{ from: find.name, to: todo.name },
		...loop.links,
	],
	exit: { step: SETTLED },
};

const stock: ErpPart = {
	settings: [{ name: 'erpWarehouse', value: 'Main' }],
	note: 'The quantity on hand of each inventory item with a SKU. QuickBooks Online counts one warehouse: name it in **Settings**.',
	steps: [
		query('Read the stock', 'Item'),
		codeFrom(
			'One item for each product and warehouse',
			FILES,
			`return stockItems(rowsOf(${pagesOf('Read the stock')}, 'Item'), $('Settings').first().json).${asItems};`,
		),
	],
};

const products: ErpPart = {
	note: 'All items with a SKU that can be shipped. Sales price and cost become price and vendor cost.',
	steps: [
		query('Read the items', 'Item'),
		codeFrom(
			'One item for each product',
			FILES,
			`return productItems(rowsOf(${pagesOf('Read the items')}, 'Item')).${asItems};`,
		),
	],
};

/**
 * QuickBooks Online by its accounting interface. n8n's own node is not used: with a condition, its *Return All* gives nothing
 * unless the condition holds for all records.
 */
export const quickbooks: ErpParts = {
	folder: 'quickbooks',
	title: 'QuickBooks Online',
	tested: 'by shape only',
	settings: [
		{ name: 'quickBooksUrl', value: 'https://quickbooks.api.intuit.com' },
		{ name: 'companyId', value: '' },
	],
	before: [
		'In n8n: make a credential of the type *QuickBooks Online OAuth2 API*, and choose it in each *HTTP Request* step.',
		'*Settings*: the ID of your company (in QuickBooks under *Settings → Additional info*). For a sandbox, the address is ' +
			'https://sandbox-quickbooks.api.intuit.com.',
	],
	orders,
	parcels,
	stock,
	products,
};
