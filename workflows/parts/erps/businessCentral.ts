import { asItems } from '../steps/callSteps';
import { codeFrom } from '../code';
import { type ErpPart, type ErpParts, setting } from '../erp';
import { type Access, genericCredential, get, type Pages } from '../steps/restSteps';
import type { Step } from '../step';

const FILES = ['shared/money.js', 'shared/rest.js', 'businesscentral/sales.js'];

const ACCESS: Access = {
	base:
		`https://api.businesscentral.dynamics.com/v2.0/{{ ${setting('environment')} }}/api/v2.0/` +
		`companies({{ ${setting('companyId')} }})`,
	auth: genericCredential('oAuth2Api'),
};

const PAGES: Pages = {
	next: "$response.body?.['@odata.nextLink']",
	last: "!$response.body?.['@odata.nextLink']",
};

const items = (name: string): Step => ({ ...get(name, ACCESS, '/items', {}, PAGES), executeOnce: true });

const recordsOf = (step: string): string => `recordsOf($('${step}').all().map(({ json }) => json), 'value')`;

const orders: ErpPart = {
	settings: [
		{ name: 'daysBack', value: 30 },
		{ name: 'shippingAccounts', value: '' },
		{ name: 'postalCodeIfNone', value: '00000' },
		{ name: 'countryIfNone', value: 'US' },
	],
	note:
		'All released sales orders of which nothing is shipped yet, if they were changed in the last **daysBack** days. The interface gives ' +
		'orders that wait for a prepayment the same status: they are sent too.\n\n' +
		'Lines with accounts, resources and charges are left out; those with a number under **shippingAccounts** (several with semicolons) ' +
		'become the shipping cost.',
	steps: [
		get(
			'Read the orders',
			ACCESS,
			'/salesOrders',
			{
				$filter: `=lastModifiedDateTime ge {{ $now.minus({ days: ${setting('daysBack')} }).toUTC().toISO() }}`,
				$expand: 'salesOrderLines',
			},
			PAGES,
		),
		items('Read the items'),
		codeFrom(
			'One item for each line',
			FILES,
			`const orders = ${recordsOf('Read the orders')};
return orderLines(orders, ${recordsOf('Read the items')}, $('Settings').first().json).${asItems};`,
		),
	],
};

const stock: ErpPart = {
	settings: [{ name: 'erpWarehouse', value: 'Main' }],
	note:
		'The inventory of each item. The interface gives the sum of all locations, so that this is for companies with one warehouse: name ' +
		'it in **Settings**.',
	steps: [
		items('Read the stock'),
		codeFrom(
			'One item for each product and warehouse',
			FILES,
			`return stockItems(${recordsOf('Read the stock')}, $('Settings').first().json).${asItems};`,
		),
	],
};

const products: ErpPart = {
	note: 'All items that are not blocked, except services. Unit price, unit cost and GTIN become price, vendor cost and UPC.',
	steps: [
		items('Read the items'),
		codeFrom('One item for each product', FILES, `return productItems(${recordsOf('Read the items')}).${asItems};`),
	],
};

/**
 * Business Central by its API v2.0. It has no field for a tracking number, and ships an order only together with its invoice:
 * so there is no part for parcels.
 */
export const businessCentral: ErpParts = {
	folder: 'business-central',
	title: 'Business Central',
	tested: 'by shape only',
	settings: [
		{ name: 'environment', value: 'production' },
		{ name: 'companyId', value: '00000000-0000-0000-0000-000000000000' },
	],
	before: [
		'In Microsoft Entra: register an app with the permission *API.ReadWrite.All* of Dynamics 365 Business Central, and add it in Business ' +
			'Central under *Microsoft Entra Applications* with the rights to read sales orders and items.',
		'In n8n: make a credential of the type *OAuth2 API* with the grant type *Client Credentials*, the token address of your tenant ' +
			'(https://login.microsoftonline.com/…/oauth2/v2.0/token) and the scope https://api.businesscentral.dynamics.com/.default. Choose it in ' +
			'each *HTTP Request* step.',
		'*Settings*: the name of the environment and the ID of the company (from `…/api/v2.0/companies`).',
	],
	orders,
	stock,
	products,
};
