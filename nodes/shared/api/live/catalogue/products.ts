import { row } from '../../../http/endpoint';
import { ID, READ_BACK, RESULTS, VALUES } from './confirms';
import { FIVE_PER_SECOND, paged } from './rateLimits';

const WRITE = { rateLimit: FIVE_PER_SECOND, scope: 'write_products' } as const;
/** No source says how many products one call accepts; 50 keeps a refused batch cheap. */
const BULK = { ...WRITE, batch: 50, timeoutMs: 120_000 } as const;

/** Products, their labels and custom fields. */
export const PRODUCTS = {
	listProducts: row('listProducts', 'GET', '/v1.1/products', 'retry', 'SW TAP SV ESB', {
		rateLimit: FIVE_PER_SECOND,
		paging: paged(20, 100),
		scope: 'read_products',
		timeoutMs: 120_000,
	}),
	getProduct: row('getProduct', 'GET', '/v1.1/product', 'retry', 'SW ESB', {
		rateLimit: FIVE_PER_SECOND,
		scope: 'read_products',
	}),
	createProducts: row('createProducts', 'PUT', '/v1.1/products/cores', 'reconcile', 'SW', {
		...BULK,
		confirms: RESULTS,
	}),
	createBundles: row('createBundles', 'PUT', '/v1.1/products/bundles', 'reconcile', 'SW', {
		...BULK,
		confirms: RESULTS,
	}),
	createVariations: row('createVariations', 'PUT', '/v1.1/products/variations', 'reconcile', 'SW', {
		...BULK,
		confirms: RESULTS,
	}),
	createVirtualProducts: row('createVirtualProducts', 'PUT', '/v1.1/products/virtuals', 'reconcile', 'SW', {
		...BULK,
		confirms: RESULTS,
	}),
	updateProducts: row('updateProducts', 'POST', '/v1/products', 'retry', 'SW', { ...BULK, confirms: RESULTS }),
	// A repeat would add the image twice.
	addProductImage: row('addProductImage', 'PUT', '/v1/products/images', 'reconcile', 'SW', { ...WRITE, confirms: ID }),
	// One category for many products. A repeat changes nothing.
	setProductCategory: row('setProductCategory', 'PUT', '/v1/products/categories', 'retry', 'SW', {
		confirms: ID,
		...WRITE,
		batch: 100,
	}),
	productAttributes: row('productAttributes', 'GET', '/v1/products/variations/attributes/groups', 'retry', 'SW', {
		rateLimit: FIVE_PER_SECOND,
		paging: paged(50, 50),
	}),
	productLabels: row('productLabels', 'GET', '/v1/product/{productId}/labels', 'retry', 'SW', {
		rateLimit: FIVE_PER_SECOND,
	}),
	addProductLabels: row('addProductLabels', 'POST', '/v1/product/{productId}/labels', 'retry', 'SW', {
		...WRITE,
		confirms: READ_BACK,
	}),
	removeProductLabels: row('removeProductLabels', 'DELETE', '/v1/product/{productId}/labels', 'retry', 'SW', {
		...WRITE,
		confirms: READ_BACK,
	}),
	productFieldDefinitions: row(
		'productFieldDefinitions',
		'GET',
		'/v1.1/products/customfielddefinitions',
		'retry',
		'SW TAP',
		{
			rateLimit: FIVE_PER_SECOND,
			paging: paged(20, 100),
		},
	),
	productFieldValues: row('productFieldValues', 'GET', '/v1.1/products/{productId}/customfieldvalues', 'retry', 'SW', {
		rateLimit: FIVE_PER_SECOND,
	}),
	// The only call that writes values, new or changed. Writing the same value again changes nothing.
	setProductFieldValues: row(
		'setProductFieldValues',
		'PUT',
		'/v1.1/products/{productId}/customfieldvalues',
		'retry',
		'SW',
		{ ...WRITE, confirms: VALUES },
	),
} as const;
