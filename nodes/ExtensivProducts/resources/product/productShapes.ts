import type { LabelledProduct, ProductWithFields } from '../../../shared/api/ports/products';
import type { Listing } from '../../../shared/domain/product/listing';
import { PRODUCT_PROPERTIES, type Product } from '../../../shared/domain/product/product';
import { customFieldsShape, labelsShape } from '../../../shared/n8n/output/labelShapes';
import { own, ownWith, shapeOf } from '../../../shared/n8n/output/shape';

/** How products come out. */
export const productShape = shapeOf<Product>({
	columns: [
		...own<Product>('sku', 'name'),
		...ownWith<Product>('product.details', 'type'),
		...own<Product>('active', 'brand', 'upc', 'weight'),
		...ownWith<Product>('product.details', 'vendorCost', 'mapPrice', 'currency'),
		...own<Product>('updatedAt', 'productId'),
	],
	fields: PRODUCT_PROPERTIES,
});

/** How listings come out. */
export const listingShape = shapeOf<Listing>({
	columns: own<Listing>(
		'listingSku',
		'sku',
		'salesChannelId',
		'active',
		'pushInventory',
		'fnSku',
		'createdAt',
		'updatedAt',
		'productId',
		'listingId',
	),
	fields: [],
});

export const productLabelsShape = labelsShape<LabelledProduct>('sku', 'productId');
export const productFieldsShape = customFieldsShape<ProductWithFields>('sku', 'productId');
