import type { CustomFieldValue, Money } from './common';

/** A product as other records quote it. */
export interface ProductInfo {
	productId: number;
	masterSku: string;
	name: string;
	productType: string;
	upc: string | null;
	mpn: string | null;
	fnSku: string | null;
	description: string | null;
	hazmat: boolean;
	productWeight: number | null;
}

export interface BundledItem {
	bundleItemId: number;
	product: ProductInfo;
	bundledProduct: ProductInfo;
	bundledProductQuantity: number;
}

export interface AttributeGroup {
	attributeGroupId: number;
	name: string;
	attributes: Array<{ attributeId: number; name: string }>;
}

export interface Product {
	productId: number;
	masterSku: string;
	name: string;
	description: string | null;
	type: 'CORE_PRODUCT' | 'VIRTUAL_PRODUCT' | 'BUNDLE_KIT';
	active: boolean;
	bundle: boolean;
	digital: boolean;
	giftCard: boolean;
	hazmat: boolean;
	allowBackorders: boolean;
	customShippingRule: boolean;
	shipsInOwnBox: boolean;
	brand: string | null;
	upc: string | null;
	mpn: string | null;
	/** 0 when there is no parent. */
	parentId: number;
	categories: string[];
	/** Label names; the label endpoints deal in ids. */
	labels: string[];
	attributes: string[];
	attributeGroups: AttributeGroup[];
	imageUrls: Array<{ id: number; url: string; rank: number }>;
	bundledItems: BundledItem[];
	buyer: { name: string | null; email: string | null } | null;
	mapPrice: Money | null;
	vendorCost: Money | null;
	shippingCost: Money | null;
	/** Ounces; pounds and ounces are the same weight split up. */
	weight: number;
	pounds: number;
	ounces: number;
	length: number;
	width: number;
	height: number;
	customsDeclaration: unknown;
	customFieldValues: Array<CustomFieldValue & { productInfo: ProductInfo }>;
	createdDate: string;
	modifiedDate: string;
}

export interface Listing {
	listingId: number;
	listingSku: string;
	masterSku: string;
	productId: number;
	salesChannelId: number;
	fnSku: string | null;
	active: boolean;
	pushInventory: boolean;
	created: string;
	lastModified: string;
}

/** One stock record: a product at a location of a warehouse. Available is on hand less allocated less locked. */
export interface Stock {
	productStockId: number;
	productId: number;
	warehouseId: number;
	stockLocationId: number;
	location: string;
	quantity: number;
	allocated: number;
	locked: number;
	minStock: number;
	drawRank: number;
	pickable: boolean;
	receivable: boolean;
	active: boolean;
	/** Epoch milliseconds. */
	created: number;
	modified: number;
}

export const availableOf = (stock: Stock): number => stock.quantity - stock.allocated - stock.locked;

export function productInfo(product: Product): ProductInfo {
	return {
		productId: product.productId,
		masterSku: product.masterSku,
		name: product.name,
		productType: product.type,
		upc: product.upc,
		mpn: product.mpn,
		fnSku: null,
		description: product.description,
		hazmat: product.hazmat,
		productWeight: product.weight,
	};
}

/** A core product with every key of the read shape; the caller overrides what it knows. */
export function newProduct(
	given: Partial<Product> & Pick<Product, 'productId' | 'masterSku' | 'name' | 'createdDate'>,
): Product {
	const weight = given.weight ?? 0;
	return {
		description: null,
		type: 'CORE_PRODUCT',
		active: true,
		bundle: false,
		digital: false,
		giftCard: false,
		hazmat: false,
		allowBackorders: false,
		customShippingRule: false,
		shipsInOwnBox: false,
		brand: null,
		upc: null,
		mpn: null,
		parentId: 0,
		categories: [],
		labels: [],
		attributes: [],
		attributeGroups: [],
		imageUrls: [],
		bundledItems: [],
		buyer: null,
		mapPrice: null,
		vendorCost: null,
		shippingCost: null,
		weight,
		pounds: Math.floor(weight / 16),
		ounces: weight % 16,
		length: 0,
		width: 0,
		height: 0,
		customsDeclaration: null,
		customFieldValues: [],
		modifiedDate: given.createdDate,
		...given,
	};
}
