import { asItems } from '../steps/callSteps';
import { codeFrom } from '../code';
import { type ErpPart, type ErpParts, setting } from '../erp';
import { type Access, genericCredential, get } from '../steps/restSteps';
import type { Step } from '../step';

const FILES = ['shared/money.js', 'shared/rest.js', 'sapb1/documents.js'];

const ADDRESS = `${setting('serviceLayerUrl')}.replace(/\\/+$/, '')`;

const ACCESS: Access = {
	base: `{{ ${ADDRESS} }}/b1s/v2`,
	auth: genericCredential('httpBasicAuth'),
	headers: { Prefer: 'odata.maxpagesize=500' },
};

const NEXT = "$response.body?.['@odata.nextLink']";

/** All records of an entity. The address of the next page has no host. */
const list = (name: string, entity: string, query: Readonly<Record<string, string>>): Step => ({
	...get(name, ACCESS, `/${entity}`, query, {
		next: `${NEXT} && ${ADDRESS} + '/b1s/v2/' + ${NEXT}.split('/').pop()`,
		last: `!${NEXT}`,
	}),
	executeOnce: true,
});

const recordsOf = (step: string): string => `recordsOf($('${step}').all().map(({ json }) => json), 'value')`;

const orders: ErpPart = {
	settings: [
		{ name: 'daysBack', value: 30 },
		{ name: 'currency', value: 'USD' },
		{ name: 'postalCodeIfNone', value: '00000' },
	],
	note:
		'All open and approved sales orders of which nothing is delivered yet, if they were changed in the last **daysBack** days.\n\n' +
		'Quantities count in the inventory unit, freight becomes the shipping cost, the discount of the order is taken off each line. ' +
		'Of a bill of materials for sales, the product is sent and not its components.',
	steps: [
		list('Read the orders', 'Orders', {
			$select:
				'DocEntry,DocNum,DocDate,DocDueDate,CardName,DocCurrency,DiscountPercent,TransportationCode,AddressExtension,' +
				'DocumentLines,DocumentAdditionalExpenses',
			$filter:
				"=DocumentStatus eq 'bost_Open' and Cancelled eq 'tNO' and Confirmed eq 'tYES' and " +
				`UpdateDate ge '{{ $now.minus({ days: ${setting('daysBack')} }).toFormat('yyyy-MM-dd') }}'`,
			$orderby: 'DocEntry',
		}),
		list('Read the shipping types', 'ShippingTypes', { $select: 'Code,Name', $orderby: 'Code' }),
		codeFrom(
			'One item for each line',
			FILES,
			`const orders = ${recordsOf('Read the orders')};
return orderLines(orders, ${recordsOf('Read the shipping types')}, $('Settings').first().json).${asItems};`,
		),
	],
};

const stock: ErpPart = {
	note: 'What is in stock of each inventory item in each warehouse. The code of the warehouse counts, not its name.',
	steps: [
		list('Read the stock', 'Items', {
			$select: 'ItemCode,ItemWarehouseInfoCollection',
			$filter: "InventoryItem eq 'tYES'",
			$orderby: 'ItemCode',
		}),
		codeFrom(
			'One item for each product and warehouse',
			FILES,
			`return stockItems(${recordsOf('Read the stock')}).${asItems};`,
		),
	],
};

const products: ErpPart = {
	note: 'All items that are sold. Prices are left alone, since SAP Business One keeps them in price lists.',
	steps: [
		list('Read the items', 'Items', {
			$select: 'ItemCode,ItemName,BarCode',
			$filter: "SalesItem eq 'tYES'",
			$orderby: 'ItemCode',
		}),
		codeFrom('One item for each product', FILES, `return productItems(${recordsOf('Read the items')}).${asItems};`),
	],
};

/**
 * SAP Business One by its Service Layer. Which delivery notes an order has cannot be asked in a way that every installation
 * answers: so there is no part for parcels.
 */
export const sapBusinessOne: ErpParts = {
	folder: 'sap-business-one',
	title: 'SAP Business One',
	tested: 'by shape only',
	settings: [{ name: 'serviceLayerUrl', value: 'https://sap.example.com:50000' }],
	before: [
		'In SAP Business One: make a user for n8n who may read sales orders and items.',
		'In n8n: make a credential of the type *Basic Auth*. Its user is the text `{"UserName": "n8n", "CompanyDB": "YOUR_COMPANY"}`, its ' +
			'password that of the user. Choose it in each *HTTP Request* step.',
		'*Settings*: the address of the Service Layer, without `/b1s/v2`. If n8n says “self-signed certificate”, have n8n trust it ' +
			'(`NODE_EXTRA_CA_CERTS`), or add *Ignore SSL Issues* to each *HTTP Request* step.',
	],
	orders,
	stock,
	products,
};
