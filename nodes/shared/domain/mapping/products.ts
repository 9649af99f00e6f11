import type { Product } from '../product/product';
import type { Target } from './target';

/** What a code of the ERP can be. */
export const PRODUCT_CODES = ['sku', 'listingSku', 'upc', 'mpn', 'productId'] as const;
export type ProductCode = (typeof PRODUCT_CODES)[number];

/** A product, with the SKUs of those of its listings that are known. */
export const productTarget = (
	{ productId, sku, name, upc, mpn, active }: Pick<Product, 'productId' | 'sku' | 'name' | 'upc' | 'mpn' | 'active'>,
	listingSkus: readonly string[],
): Target => ({
	id: productId,
	value: sku,
	keys: {
		sku: [sku],
		listingSku: [...new Set(listingSkus)],
		upc: upc === null ? [] : [upc],
		mpn: mpn === null ? [] : [mpn],
		productId: [productId],
	},
	active,
	details: { productId, sku, name },
});
