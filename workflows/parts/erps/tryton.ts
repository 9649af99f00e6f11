import { asItems, oneCallAtATime, SETTLED } from '../steps/callSteps';
import { codeFrom } from '../code';
import { type ErpParts, setting } from '../erp';
import { code } from '../steps/n8nSteps';
import type { Chain } from '../step';
import { call, CALLS, read } from '../steps/trytonSteps';
import { bundles, productsBack } from './trytonProducts';

/** So many days ago, as Tryton writes a point in time. */
const daysAgo = (days: string): string =>
	`{{ JSON.stringify({ __class__: 'datetime', microsecond: 0, ...$now.minus({ days: ${days} }).toUTC().toObject() }) }}`;

const SALE_FIELDS = [
	'number',
	'sale_date',
	'party.name',
	'party.phone',
	'party.email',
	'shipment_party.name',
	'shipment_party.phone',
	'shipment_party.email',
	'shipment_address.party_name',
	'shipment_address.name',
	'shipment_address.street',
	'shipment_address.postal_code',
	'shipment_address.city',
	'shipment_address.subdivision.code',
	'shipment_address.country.code',
	'carrier.party.name',
	'currency.code',
	'lines.type',
	'lines.description',
	'lines.quantity',
	'lines.unit.factor',
	'lines.unit_price',
	'lines.shipment_cost',
	'lines.product.code',
	'lines.product.name',
	'lines.product.default_uom.factor',
];

/** Finds the sales of items with an `orderNumber`, plans calls, and makes them. */
const withSales = (
	{ items, file, plan }: { items: string; file: string; plan: string },
	fields: readonly string[],
): Chain => {
	const collect = code(
		`Collect the ${items}`,
		`const items = $input.all().map(({ json }) => json);
return [{ json: { items, orderNumbers: [...new Set(items.map(({ orderNumber }) => orderNumber))] } }];`,
	);
	const find = read(
		'Find the sales',
		'sale.sale',
		'[["number", "in", {{ JSON.stringify($json.orderNumbers) }}]]',
		fields,
	);
	const todo = codeFrom(
		'What to do',
		[...CALLS, file],
		`const { items } = $('${collect.name}').first().json;
return ${plan}(items, resultOf($input.first().json), $('Settings').first().json).${asItems};`,
	);
	const ask = call('Ask Tryton', '{{ $json.method }}', '{{ JSON.stringify($json.params) }}');
	const loop = oneCallAtATime('Tryton', todo, ask, CALLS);
	return {
		steps: [collect, find, todo, ...loop.steps],
		links: [{ from: collect.name, to: find.name }, { from: find.name, to: todo.name }, ...loop.links],
		exit: { step: SETTLED },
	};
};

const SHIPMENT_FIELDS = ['number', 'state', 'company', 'shipments.number', 'shipments.state', 'shipments.reference'];

/** Tryton by its JSON-RPC, for which n8n has no node of its own. */
export const tryton: ErpParts = {
	folder: 'tryton',
	title: 'Tryton',
	tested: 'against the product',
	settings: [
		{ name: 'trytonUrl', value: 'https://tryton.example.com' },
		{ name: 'database', value: 'tryton' },
	],
	before: [
		'In Tryton: make a user for n8n in the groups *Sales* and *Stock*, with access to your company.',
		'In n8n: make a credential of the type *Basic Auth* with the name and password of that user, and choose it in each *HTTP Request* step.',
		'*Settings*: the address of Tryton and the name of its database, as in Tryton’s own client.',
	],
	orders: {
		settings: [
			{ name: 'daysBack', value: 30 },
			{ name: 'postalCodeIfNone', value: '00000' },
		],
		note:
			'All sales that are confirmed or being processed, and were changed in the last **daysBack** days.\n\n' +
			'A dozen counts as twelve pieces. The line with the shipping cost becomes the shipping cost of the order.',
		steps: [
			read(
				'Read the sales',
				'sale.sale',
				`[
      ["state", "in", ["confirmed", "processing"]],
      ["OR", ["write_date", ">=", ${daysAgo(setting('daysBack'))}], ["create_date", ">=", ${daysAgo(setting('daysBack'))}]]
    ]`,
				SALE_FIELDS,
			),
			codeFrom(
				'One item for each line',
				['tryton/answers.js', 'tryton/orders.js'],
				`return orderLines(resultOf($input.first().json), $('Settings').first().json).${asItems};`,
			),
		],
	},
	parcels: {
		settings: [{ name: 'shipWithoutStock', value: false }],
		note:
			'Finds the customer shipment of each order, notes carrier and tracking number in its **reference**, and then ' +
			'assigns, picks, packs and ships it, as a person would. Steps that are behind it are passed over, so a run that was ' +
			'interrupted is completed by the next one.\n\n' +
			'The first parcel ships the whole shipment; further parcels are added to its reference, each once. If Tryton has not enough ' +
			'stock, the shipment waits, unless **shipWithoutStock** is true.',
		...withSales({ items: 'parcels', file: 'tryton/parcels.js', plan: 'parcelCalls' }, SHIPMENT_FIELDS),
	},
	stock: {
		note: 'What is in each warehouse, wherever it lies there. Products without a code are left out.',
		steps: [
			read('Read the warehouses', 'stock.location', '[["type", "=", "warehouse"]]', ['name']),
			codeFrom(
				'One item for each warehouse',
				['tryton/answers.js'],
				`return resultOf($input.first().json).${asItems};`,
			),
			read(
				'Read the stock',
				'product.product',
				'[["type", "=", "goods"], ["code", "!=", null]]',
				['code', 'quantity'],
				'{ "locations": [{{ $json.id }}] }',
			),
			codeFrom(
				'One item for each product and warehouse',
				['tryton/answers.js', 'tryton/stock.js'],
				`const warehouses = $('One item for each warehouse').all().map(({ json }) => json);
return stockItems(warehouses, $input.all().map(({ json }) => json)).${asItems};`,
			),
		],
	},
	products: {
		note: 'All products that can be sold and have a code. Prices are those of the company of the user of n8n.',
		steps: [
			call('Read the company', 'model.res.user.get_preferences', '[true, {}]'),
			read(
				'Read the products',
				'product.product',
				'[["salable", "=", true], ["code", "!=", null]]',
				['code', 'name', 'list_price', 'cost_price', 'identifiers.type', 'identifiers.code'],
				'{ "company": {{ $json.result.company }} }',
			),
			codeFrom(
				'One item for each product',
				['tryton/answers.js', 'tryton/products.js'],
				`return productItems(resultOf($input.first().json)).${asItems};`,
			),
		],
	},
	bundles,
	productsBack,
	statuses: {
		settings: [{ name: 'cancelShipments', value: false }],
		note:
			'Adds a **note** to the sale with the status of its order in Extensiv, once for each change.\n\n' +
			'With **cancelShipments**, a cancelled order also cancels its open shipments in Tryton. Tryton then shows the sale ' +
			'with a shipment exception, and a person decides what becomes of it.',
		...withSales({ items: 'statuses', file: 'tryton/statuses.js', plan: 'statusCalls' }, [
			...SHIPMENT_FIELDS,
			'notes.message',
		]),
	},
};
