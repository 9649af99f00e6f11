import type { CustomFieldDefinition, CustomFieldValue } from '../../domain/account/customField';
import type { Label } from '../../domain/account/label';
import type {
	CategoryAssignment,
	CategoryReceipt,
	ImageAddition,
	ImageReceipt,
	NewProduct,
	Product,
	ProductAttribute,
	ProductChange,
	ProductFilter,
	ProductKey,
	ProductReceipt,
	ProductUpsert,
} from '../../domain/product/product';
import type { ItemResult, BatchItem } from '../../batch/types';
import type { CreateOptions, ListOptions, WithRaw } from './types';

type Inputs<T> = ReadonlyArray<BatchItem<T>>;
type Results<T> = Promise<Array<ItemResult<WithRaw<T>>>>;

/** A part of the list that a user chooses from. */
export interface ProductChoices {
	products: Product[];
	/** Where the list continues; absent at its end. */
	next?: string;
}

/**
 * Products. Writes return one result per input, in any order; optional methods are absent if the contract does not
 * support them.
 */
export interface ProductsPort {
	create(products: Inputs<NewProduct>, options: Pick<CreateOptions, 'lookUpFirst'>): Results<ProductReceipt>;
	/** Looks up all SKUs, creates the missing ones (core products) and changes the others. */
	createOrUpdate(products: Inputs<ProductUpsert>): Results<ProductReceipt>;
	update(changes: Inputs<ProductChange>): Results<ProductReceipt>;
	get(keys: Inputs<ProductKey>): Results<Product>;
	list(filter: ProductFilter, options: ListOptions): AsyncIterable<Array<WithRaw<Product>>>;
	/**
	 * Products for a list to choose from.
	 * @param text beginning of a SKU; if no SKU begins with it, part of a name; all products when empty
	 * @param from `next` of the previous part
	 */
	choices(text: string, from?: string): Promise<ProductChoices>;
	addImages?(images: Inputs<ImageAddition>): Results<ImageReceipt>;
	setCategories?(assignments: Inputs<CategoryAssignment>): Results<CategoryReceipt>;
	/** The attributes that variations can have. */
	attributes?(): Promise<ProductAttribute[]>;
}

/** A product with its labels. */
export interface LabelledProduct {
	productId: string;
	sku: string | null;
	labels: Label[];
}

export interface ProductLabelChange {
	key: ProductKey;
	/** Names or ids of labels in the catalogue. */
	labels: string[];
}

export interface ProductLabelsPort {
	get(keys: Inputs<ProductKey>): Results<LabelledProduct>;
	/** Returns the product's labels after the change. */
	add(changes: Inputs<ProductLabelChange>): Results<LabelledProduct>;
	/** Like `add`. */
	remove(changes: Inputs<ProductLabelChange>): Results<LabelledProduct>;
}

/** A product with the custom fields that have a value. */
export interface ProductWithFields {
	productId: string;
	sku: string | null;
	customFields: CustomFieldValue[];
}

export interface ProductFieldsChange {
	key: ProductKey;
	/** Fields by name or id. */
	values: Array<{ field: string; value: unknown }>;
}

export interface ProductFieldsPort {
	definitions(): Promise<Array<WithRaw<CustomFieldDefinition>>>;
	get(keys: Inputs<ProductKey>): Results<ProductWithFields>;
	/** Returns the values that were set. */
	set(changes: Inputs<ProductFieldsChange>): Results<ProductWithFields>;
}
