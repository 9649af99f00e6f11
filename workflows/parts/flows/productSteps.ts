import { codeFrom } from '../code';
import type { ErpPart, ErpParts } from '../erp';
import { ITEMS_OF } from '../failures';
import { byId, extensiv } from '../steps/n8nSteps';
import { exitOf, type Step } from '../step';
import { listingsOf, salesChannels as readChannels } from './productsBack';

/** What an ERP may give besides plain products. */
export type Offers = Pick<ErpParts, 'bundles' | 'listings'>;

const PRODUCTS = 'Products of Extensiv';
const FIELDS = ['sku', 'name', 'brand', 'upc', 'weight', 'vendorCost', 'mapPrice', 'currency'];

export const existing = (withComponents: boolean): Step =>
	extensiv(
		PRODUCTS,
		'Products',
		{
			resource: 'product',
			operation: 'getAll',
			returnAll: true,
			output: 'fields',
			fields: withComponents ? [...FIELDS, 'type', 'parts'] : FIELDS,
			filters: { active: 'any' },
			options: {},
		},
		{ executeOnce: true, alwaysOutputData: true },
	);

/** Reads them, or ends the run: a run that has not read everything must not create anything. */
const orStop = ({ onError: _, ...step }: Step): Step => step;

export const salesChannels: Step = orStop(readChannels);
export const listingsOfExtensiv: Step = orStop(listingsOf('any'));

export const compare = (read: string): Step =>
	codeFrom(
		'Compare',
		['products/skus.js', 'compare-products.js'],
		`const rows = $('${read}').all().map(({ json }) => json);
return compareProducts(rows, $input.all().map(({ json }) => json), $('Settings').first().json).map((json) => ({ json }));`,
	);

export const compareAll = (products: ErpPart, { bundles, listings }: Offers): Step =>
	codeFrom(
		'Compare',
		[
			...['products/skus.js', 'products/components.js', 'compare-products.js'],
			...['products/compare-bundles.js', 'products/compare-listings.js', 'products/compare-catalogue.js'],
		],
		`${ITEMS_OF}
const erp = {
	products: itemsOf('${exitOf(products).step}'),
	bundles: ${bundles ? `itemsOf('${exitOf(bundles).step}')` : '[]'},
	listings: ${listings ? `itemsOf('${exitOf(listings).step}')` : '[]'},
};
const extensiv = {
	products: itemsOf('${PRODUCTS}'),
	listings: ${listings ? `itemsOf('${listingsOfExtensiv.name}')` : '[]'},
	channels: ${listings ? `itemsOf('${salesChannels.name}')` : '[]'},
};
return compareCatalogue(erp, extensiv, $('Settings').first().json).map((json) => ({ json }));`,
	);

/** *Create or Update* maps the fields of the item by name. */
export const unpack = codeFrom(
	'Columns to write',
	[],
	'return $input.all().map(({ json }, item) => ({ json: json.columns, pairedItem: item }));',
);

export const write = extensiv(
	'Create or update products',
	'Products',
	{
		resource: 'product',
		operation: 'upsert',
		columns: { mappingMode: 'autoMapInputData', value: null, matchingColumns: ['sku'], schema: [] },
		options: {},
	},
	{ onError: 'continueErrorOutput' },
);

/** *Create* maps the fields of the item by name. The components are those of the item before. */
export const bundleColumns = codeFrom(
	'Columns of the bundles',
	[],
	'return $input.all().map(({ json }, item) => ({ json: json.columns, pairedItem: item }));',
);

export const createBundles = extensiv(
	'Create bundles',
	'Products',
	{
		resource: 'product',
		operation: 'create',
		productType: 'bundle',
		partsFrom: 'json',
		partsJson: "={{ JSON.stringify($('A bundle to create?').item.json.components) }}",
		columns: { mappingMode: 'autoMapInputData', value: null, matchingColumns: [], schema: [] },
		options: {},
	},
	{ onError: 'continueErrorOutput' },
);

export const createListings = extensiv(
	'Create listings',
	'Products',
	{
		resource: 'listing',
		operation: 'create',
		salesChannel: byId('={{ $json.salesChannelId }}'),
		listingSku: '={{ $json.listingSku }}',
		product: { __rl: true, mode: 'sku', value: '={{ $json.sku }}' },
		additionalFields: {},
		options: {},
	},
	{ onError: 'continueErrorOutput' },
);
