import { row } from '../../endpointRow';
import { ID, READ_BACK, RESULTS, VALUES } from './confirms';
import { FIVE, paged } from './paces';

const WRITE = { pace: FIVE, scope: 'write_products' } as const;
/** No source says how many products one call takes; 50 keeps a refused batch cheap. */
const BULK = { ...WRITE, batch: 50, timeoutMs: 120_000 } as const;

/** Products, their labels and custom fields. */
export const PRODUCTS = {
	listProducts: row('listProducts', 'GET', '/v1.1/products', 'safe', 'SW TAP SV ESB', {
		pace: FIVE,
		paging: paged(20, 100),
		scope: 'read_products',
		timeoutMs: 120_000,
	}),
	getProduct: row('getProduct', 'GET', '/v1.1/product', 'safe', 'SW ESB', { pace: FIVE, scope: 'read_products' }),
	createProducts: row('createProducts', 'PUT', '/v1.1/products/cores', 'lookup', 'SW', { ...BULK, confirms: RESULTS }),
	createBundles: row('createBundles', 'PUT', '/v1.1/products/bundles', 'lookup', 'SW', { ...BULK, confirms: RESULTS }),
	createVariations: row('createVariations', 'PUT', '/v1.1/products/variations', 'lookup', 'SW', {
		...BULK,
		confirms: RESULTS,
	}),
	createVirtualProducts: row('createVirtualProducts', 'PUT', '/v1.1/products/virtuals', 'lookup', 'SW', {
		...BULK,
		confirms: RESULTS,
	}),
	updateProducts: row('updateProducts', 'POST', '/v1/products', 'safe', 'SW', { ...BULK, confirms: RESULTS }),
	// A repeat would add the image a second time.
	addProductImage: row('addProductImage', 'PUT', '/v1/products/images', 'lookup', 'SW', { ...WRITE, confirms: ID }),
	// Names one category and many products; a product is in a category or not, so a repeat changes nothing.
	setProductCategory: row('setProductCategory', 'PUT', '/v1/products/categories', 'safe', 'SW', {
		confirms: ID,
		...WRITE,
		batch: 100,
	}),
	productAttributes: row('productAttributes', 'GET', '/v1/products/variations/attributes/groups', 'safe', 'SW', {
		pace: FIVE,
		paging: paged(50, 50),
	}),
	productLabels: row('productLabels', 'GET', '/v1/product/{productId}/labels', 'safe', 'SW', { pace: FIVE }),
	addProductLabels: row('addProductLabels', 'POST', '/v1/product/{productId}/labels', 'safe', 'SW', {
		...WRITE,
		confirms: READ_BACK,
	}),
	removeProductLabels: row('removeProductLabels', 'DELETE', '/v1/product/{productId}/labels', 'safe', 'SW', {
		...WRITE,
		confirms: READ_BACK,
	}),
	productFieldDefinitions: row(
		'productFieldDefinitions',
		'GET',
		'/v1.1/products/customfielddefinitions',
		'safe',
		'SW TAP',
		{
			pace: FIVE,
			paging: paged(20, 100),
		},
	),
	productFieldValues: row('productFieldValues', 'GET', '/v1.1/products/{productId}/customfieldvalues', 'safe', 'SW', {
		pace: FIVE,
	}),
	// The only call that writes values, for new ones and for others: the same value once more is the same value.
	setProductFieldValues: row(
		'setProductFieldValues',
		'PUT',
		'/v1.1/products/{productId}/customfieldvalues',
		'safe',
		'SW',
		{ ...WRITE, confirms: VALUES },
	),
} as const;
