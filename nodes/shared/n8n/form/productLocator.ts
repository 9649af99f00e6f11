import type { INodeProperties } from 'n8n-workflow';
import { credentialsFor } from '../../contracts';
import type { ProductKey } from '../../domain/product/product';
import { readUpc } from '../../domain/values/upc';
import type { Fields } from '../read/params';

/**
 * A product, from a searchable list, by ID or by SKU. A node with this field needs `productSearch` among its methods.
 */
export const product: INodeProperties = {
	displayName: 'Product',
	name: 'product',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Choose a product, or search for its SKU or name…',
			typeOptions: { searchListMethod: 'searchProducts', searchable: true },
		},
		{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 410233' },
		{
			displayName: 'By SKU',
			name: 'sku',
			type: 'string',
			placeholder: 'e.g. MUG-BLU-12',
			hint: 'The complete SKU; products whose SKU only begins with it do not match',
		},
	],
};

/** The same with UPC and MPN, where the contract can find products by them. */
export const anyProduct: INodeProperties[] = [
	{
		...product,
		required: true,
		modes: [
			...(product.modes ?? []),
			{ displayName: 'By UPC', name: 'upc', type: 'string', placeholder: 'e.g. 000000410233' },
			{ displayName: 'By MPN', name: 'mpn', type: 'string', placeholder: 'e.g. EM-12-BL' },
		],
		displayOptions: { show: { authentication: credentialsFor('product.upcAndMpn') } },
	},
	{ ...product, required: true, displayOptions: { hide: { authentication: credentialsFor('product.upcAndMpn') } } },
];

/**
 * Reads the chosen product. A plain value (from an expression in place of the locator) is an ID.
 * @throws InputError when no product is chosen
 */
export function readProductKey(fields: Fields, name = 'product', label = 'Product'): ProductKey {
	const value = fields.requiredLocator(name, label);
	const given = fields.raw(name);
	const mode = typeof given === 'object' && given !== null && 'mode' in given ? given.mode : 'id';
	if (mode === 'sku') return { sku: value };
	if (mode === 'upc') return { upc: readUpc(value, label)?.upc ?? value };
	return mode === 'mpn' ? { mpn: value } : { productId: value };
}
