import type { CustomFieldSetting, CustomFieldValue } from '../account/customField';
import { PRODUCT_FIELDS, type ProductDetails, type ProductType, type ReadProductDetails } from './fields';

export { PRODUCT_TYPES, type ProductType } from './fields';

/** A component of a bundle. */
export interface ProductPart {
	productId: string;
	sku: string;
	name: string | null;
	quantity: number;
}

/**
 * A product as read, the same under both contracts, with all fields that can be set. Lists may be empty, others null.
 */
export interface Product extends ReadProductDetails {
	productId: string;
	sku: string;
	type: ProductType | null;
	/** The virtual product that a variation belongs to. */
	parentId: string | null;
	attributes: string[];
	labels: string[];
	parts: ProductPart[];
	customFields: CustomFieldValue[];
	createdAt: string | null;
	updatedAt: string | null;
}

const FIRST: ReadonlyArray<keyof Product> = ['productId', 'sku', 'name', 'type', 'active', 'brand'];
const LAST: ReadonlyArray<keyof Product> = [
	'parentId',
	'categories',
	'labels',
	'attributes',
	'imageUrls',
	'parts',
	'customFields',
	'createdAt',
	'updatedAt',
];

/** The properties of a product as read. Their order must not change: triggers keep fingerprints of products. */
export const PRODUCT_PROPERTIES: ReadonlyArray<keyof Product> = [
	...FIRST,
	...PRODUCT_FIELDS.map(({ name }) => name).filter((name) => ![...FIRST, ...LAST].includes(name)),
	...LAST,
];

/** A product with its properties in order. */
export const productOf = (product: Product, keys = PRODUCT_PROPERTIES): Product =>
	Object.fromEntries(keys.map((key) => [key, product[key]])) as unknown as Product;

/** Identifies a product: by the service's ID, or by its whole SKU, UPC or manufacturer's part number. */
export type ProductKey = { productId: string } | { sku: string } | { upc: string } | { mpn: string };

/** The labels of the fields that identify a product. */
export const PRODUCT_KEYS = { productId: 'Product ID', sku: 'SKU', upc: 'UPC', mpn: 'MPN' } as const;
export type ProductKeyKind = keyof typeof PRODUCT_KEYS;

/** The kind of a key and its text. */
export function partsOfKey(key: ProductKey): { kind: ProductKeyKind; text: string } {
	const [kind, text] = Object.entries(key)[0] as [ProductKeyKind, string];
	return { kind, text: text.trim() };
}

/** The product's name in messages: `SKU MUG-1`. */
export const nameOfProduct = (key: ProductKey): string =>
	`${PRODUCT_KEYS[partsOfKey(key).kind]} ${partsOfKey(key).text}`;

interface NewBasics {
	sku: string;
	details: ProductDetails;
	customFields?: CustomFieldSetting[];
}

/** A product to create. The SKU keeps it from being created twice. */
export type NewProduct = NewBasics &
	(
		| { type: 'core' | 'virtual' }
		| { type: 'bundle'; parts: Array<{ product: ProductKey; quantity: number }> }
		| { type: 'variation'; parent: ProductKey; attributeIds: string[] }
	);

/** A product to create, or to change if its SKU exists. */
export type ProductUpsert = NewBasics;

/** A change of a product. Fields that are not given stay as they are. */
export interface ProductChange {
	key: ProductKey;
	details: ProductDetails;
	customFields?: CustomFieldSetting[];
}

/** The result of creating or changing a product. */
export interface ProductReceipt {
	/** `existing`: a product with that SKU exists, and nothing was sent. */
	outcome: 'created' | 'existing' | 'updated';
	productId: string | null;
	sku: string | null;
	/** Given fields that the contract, or this type of product, has no place for. */
	notSent: string[];
}

/** Which products to list. Dates are ISO-8601 UTC; texts must match completely; an absent field does not filter. */
export interface ProductFilter {
	active?: boolean;
	skus?: string[];
	upcs?: string[];
	mpns?: string[];
	warehouseId?: string;
	createdFrom?: string;
	createdTo?: string;
	modifiedFrom?: string;
	modifiedTo?: string;
}

/** An image to add to a product. */
export interface ImageAddition {
	key: ProductKey;
	imageUrl: string;
	/** Position among the product's images; last if absent. */
	rank?: number;
}

export interface ImageReceipt {
	/** `existing`: the product has an image with that address, and nothing was sent. */
	outcome: 'added' | 'existing';
	productId: string;
	sku: string;
	imageUrl: string;
}

/** A category for a product. The service creates a category that does not exist. */
export interface CategoryAssignment {
	key: ProductKey;
	category: string;
}

export interface CategoryReceipt {
	outcome: 'assigned';
	productId: string;
	sku: string;
	category: string;
}

/** An attribute that distinguishes variations, for example size M. */
export interface ProductAttribute {
	attributeId: string;
	name: string;
	group: string | null;
}
