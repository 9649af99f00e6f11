import { asItems, oneCallAtATime, SETTLED } from '../steps/callSteps';
import { codeFrom } from '../code';
import { type ErpPart, type ErpParts, setting } from '../erp';
import { code } from '../steps/n8nSteps';
import { type Access, genericCredential, makeCall, post } from '../steps/restSteps';
import type { Step } from '../step';

const SALES = ['shared/money.js', 'shared/rest.js', 'netsuite/sales.js'];
const CALLS = ['shared/calls.js', 'shared/parcel-tasks.js', 'shared/rest.js', 'netsuite/calls.js'];

const RECORDS: Access = {
	base: `https://{{ ${setting('netSuiteAccount')} }}.suitetalk.api.netsuite.com/services/rest`,
	auth: genericCredential('oAuth2Api'),
};

const QUERIES: Access = { ...RECORDS, headers: { Prefer: 'transient' } };

/** All rows of a query in SuiteQL, which has to sort them. Expressions may stand in it. */
const suiteQl = (name: string, lines: readonly string[]): Step =>
	post(name, QUERIES, '/query/v1/suiteql?limit=1000', `{ "q": "${lines.join(' ')}" }`, {
		next: "$response.body?.links?.find(({ rel }) => rel === 'next')?.href",
		last: '!$response.body?.hasMore',
	});

const rowsOf = (step: string): string => `recordsOf($('${step}').all().map(({ json }) => json), 'items')`;

const orders: ErpPart = {
	settings: [
		{ name: 'daysBack', value: 30 },
		{ name: 'postalCodeIfNone', value: '00000' },
	],
	note:
		'All sales orders with the status *Pending Fulfillment* that were changed in the last **daysBack** days. Quantities count in the ' +
		'base unit, the line with the shipping becomes the shipping cost, and discounts are shared among the lines.\n\n' +
		'Closed lines, drop shipments and services are left out.',
	steps: [
		suiteQl('Read the orders', [
			"SELECT t.id, t.tranid, TO_CHAR(t.trandate, 'YYYY-MM-DD') AS trandate, t.email, c.symbol AS currency,",
			'BUILTIN.DF(t.shipmethod) AS shipmethod, a.attention, a.addressee, a.addr1, a.addr2, a.addr3, a.city, a.state, a.zip,',
			'a.country, a.addrphone, l.id AS line, l.itemtype, l.quantity, l.foreignamount AS amount, l.isclosed, l.dropship,',
			'l.kitcomponent, i.itemid AS sku, i.displayname',
			'FROM transaction t JOIN transactionline l ON l.transaction = t.id',
			'LEFT JOIN item i ON i.id = l.item',
			'LEFT JOIN currency c ON c.id = t.currency',
			'LEFT JOIN transactionShippingAddress a ON a.nkey = t.shippingaddress',
			"WHERE t.type = 'SalesOrd' AND t.status IN ('B', 'SalesOrd:B') AND l.mainline = 'F' AND NVL(l.taxline, 'F') = 'F'",
			`AND t.lastmodifieddate >= TO_DATE('{{ $now.minus({ days: ${setting('daysBack')} }).toFormat('yyyy-MM-dd') }}', 'YYYY-MM-DD')`,
			'ORDER BY t.id, l.id',
		]),
		codeFrom(
			'One item for each line',
			SALES,
			`return orderLines(${rowsOf('Read the orders')}, $('Settings').first().json).${asItems};`,
		),
	],
};

const collect = code('Collect the parcels', 'return [{ json: { items: $input.all().map(({ json }) => json) } }];');
const orderNumbers = codeFrom(
	'Order numbers',
	CALLS,
	`const { items } = $('${collect.name}').first().json;
return quoted(items.map(({ orderNumber }) => orderNumber)).map((orderNumbers) => ({ json: { orderNumbers } }));`,
);
const findOrders = suiteQl('Find the orders', [
	"SELECT t.id, t.tranid, t.status FROM transaction t WHERE t.type = 'SalesOrd'",
	'AND t.tranid IN ({{ JSON.stringify($json.orderNumbers).slice(1, -1) }}) ORDER BY t.id',
]);
const orderIds = codeFrom(
	'IDs of the orders',
	CALLS,
	`return idsOf(${rowsOf(findOrders.name)}).map((ids) => ({ json: { ids } }));`,
);
const findFulfillments = suiteQl('Find their fulfillments', [
	'SELECT DISTINCT f.id, f.tranid, f.status, f.memo, l.createdfrom FROM transaction f',
	"JOIN transactionline l ON l.transaction = f.id WHERE f.type = 'ItemShip'",
	'AND l.createdfrom IN ({{ $json.ids }}) ORDER BY f.id',
]);
const todo = codeFrom(
	'What to do',
	CALLS,
	`const { items } = $('${collect.name}').first().json;
return parcelCalls(items, ${rowsOf(findOrders.name)}, ${rowsOf(findFulfillments.name)}).${asItems};`,
);
const loop = oneCallAtATime('NetSuite', todo, makeCall('Ask NetSuite', RECORDS), CALLS);
const before = [collect, orderNumbers, findOrders, orderIds, findFulfillments, todo];

const parcels: ErpPart = {
	note:
		'Makes an **item fulfillment** of what is left of each order, with the status *Shipped* and the tracking number in its memo. One ' +
		'that is picked or packed already becomes shipped instead. The lines of the order need a location in NetSuite.\n\n' +
		'The first parcel ships all that is left; further parcels are added to the memo, each once.',
	steps: [...before, ...loop.steps],
	links: [...before.slice(1).map(({ name }, at) => ({ from: before[at]?.name ?? '', to: name })), ...loop.links],
	exit: { step: SETTLED },
};

const stock: ErpPart = {
	note: 'What is on hand of each active item in each location.',
	steps: [
		suiteQl('Read the stock', [
			'SELECT i.itemid AS sku, BUILTIN.DF(l.location) AS location, l.quantityonhand AS onhand',
			"FROM inventoryitemlocations l JOIN item i ON i.id = l.item WHERE i.isinactive = 'F' ORDER BY i.id, l.location",
		]),
		codeFrom(
			'One item for each product and warehouse',
			SALES,
			`return stockItems(${rowsOf('Read the stock')}).${asItems};`,
		),
	],
};

const products: ErpPart = {
	note: 'All active items that can be shipped. Prices are left alone, since NetSuite keeps them in price levels.',
	steps: [
		suiteQl('Read the items', [
			'SELECT i.id, i.itemid AS sku, i.displayname, i.upccode FROM item i',
			"WHERE i.isinactive = 'F' AND i.itemtype IN ('InvtPart', 'Assembly', 'Kit', 'NonInvtPart') ORDER BY i.id",
		]),
		codeFrom('One item for each product', SALES, `return productItems(${rowsOf('Read the items')}).${asItems};`),
	],
};

/** NetSuite by SuiteQL and its REST record interface. */
export const netsuite: ErpParts = {
	folder: 'netsuite',
	title: 'NetSuite',
	tested: 'by shape only',
	settings: [{ name: 'netSuiteAccount', value: '1234567' }],
	before: [
		'In NetSuite: switch on *REST Web Services*, *SuiteAnalytics Workbook* and *OAuth 2.0*, and make an integration record with the scope ' +
			'*REST Web Services*. The role of n8n’s user needs the permissions *REST Web Services*, *Log in using OAuth 2.0 Access Tokens* and ' +
			'*SuiteAnalytics Workbook*, and may view sales orders, items, locations and shipping addresses; for tracking, edit item fulfillments.',
		'In n8n: make a credential of the type *OAuth2 API* with the addresses `https://ACCOUNT.app.netsuite.com/app/login/oauth2/authorize.nl` ' +
			'and `https://ACCOUNT.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/token` and the scope `rest_webservices`. Choose it in each ' +
			'*HTTP Request* step. **NetSuite ends such a connection after seven days: connect the credential again before that.** (The community node ' +
			'`@brokenrubik/n8n-nodes-ns` uses token-based authentication, which does not end.)',
		'*Settings*: the account, as in the address of its interface (`1234567`, `1234567-sb1`).',
	],
	orders,
	parcels,
	stock,
	products,
};
