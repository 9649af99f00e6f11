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
	/** Where the list goes on; absent at its end. */
	next?: string;
}

/**
 * Products. Writes bring one outcome for each input, in any order; what is optional is absent where the contract has
 * none.
 */
export interface ProductsPort {
	create(products: Inputs<NewProduct>, options: Pick<CreateOptions, 'lookUpFirst'>): Results<ProductReceipt>;
	/** Looks all SKUs up, creates what is missing (core products) and changes the others. */
	createOrUpdate(products: Inputs<ProductUpsert>): Results<ProductReceipt>;
	update(changes: Inputs<ProductChange>): Results<ProductReceipt>;
	get(keys: Inputs<ProductKey>): Results<Product>;
	list(filter: ProductFilter, options: ListOptions): AsyncIterable<Array<WithRaw<Product>>>;
	/**
	 * Products for a list to choose from.
	 * @param text beginning of a SKU; when no SKU begins so, part of a name; all products when empty
	 * @param from `next` of the part before
	 */
	choices(text: string, from?: string): Promise<ProductChoices>;
	addImages?(images: Inputs<ImageAddition>): Results<ImageReceipt>;
	setCategories?(assignments: Inputs<CategoryAssignment>): Results<CategoryReceipt>;
	/** The attributes that variations can have. */
	attributes?(): Promise<ProductAttribute[]>;
}

/** A product with the labels it has. */
export interface LabelledProduct {
	productId: string;
	sku: string | null;
	labels: Label[];
}

export interface ProductLabelChange {
	key: ProductKey;
	/** Names or ids of labels of the catalogue. */
	labels: string[];
}

export interface ProductLabelsPort {
	get(keys: Inputs<ProductKey>): Results<LabelledProduct>;
	/** Gives the labels that the product has afterwards. */
	add(changes: Inputs<ProductLabelChange>): Results<LabelledProduct>;
	/** As `add`. */
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
	/** Gives the values that were set. */
	set(changes: Inputs<ProductFieldsChange>): Results<ProductWithFields>;
}
