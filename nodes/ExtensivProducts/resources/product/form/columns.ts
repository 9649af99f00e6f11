import type { Contract } from '../../../../shared/api/ports/capabilities';
import { countries } from '../../../../shared/domain/values/address/country';
import { currencies } from '../../../../shared/domain/values/currencies';
import type { ProductDetails, ProductType } from '../../../../shared/domain/product/product';
import type { Column } from '../../../../shared/n8n/columns/column';

/** What columns are offered for: creating a product of a type, changing one, or either. */
export type ColumnUse = ProductType | 'update' | 'upsert';

interface ProductColumn extends Column {
	id: 'sku' | keyof ProductDetails;
	/** Uses that have no place for it in the live API (putVirtualProduct, postProduct). */
	notFor?: ColumnUse[];
	/** Every contract has it. */
	basic?: boolean;
	/** New products need it: those of all types, or of some. */
	needed?: ProductType[];
}

const EVERY: ProductType[] = ['core', 'bundle', 'variation', 'virtual'];
const goods = { hiddenByDefault: true, notFor: ['virtual' as const] };
const once = { notFor: ['update' as const] };

/** All columns of a product, in the order of the form. */
const COLUMNS: readonly ProductColumn[] = [
	{
		id: 'sku',
		label: 'SKU',
		type: 'string',
		matches: true,
		notFor: ['update'],
		basic: true,
		needed: EVERY,
		alsoCalled: ['masterSku', 'productSku'],
	},
	{ id: 'name', label: 'Name', type: 'string', basic: true, needed: EVERY, alsoCalled: ['productName'] },
	{ id: 'brand', label: 'Brand', type: 'string', basic: true, needed: EVERY },
	{ id: 'description', label: 'Description', type: 'string', needed: ['virtual'] },
	{ id: 'upc', label: 'UPC', type: 'string', basic: true },
	{ id: 'weight', label: 'Weight (Ounces)', type: 'number', notFor: ['virtual'], basic: true },
	{
		id: 'vendorCost',
		label: 'Vendor Cost',
		type: 'number',
		alsoCalled: ['unitCost', 'purchaseCost', 'costPrice'],
		general: ['cost'],
	},
	{ id: 'mapPrice', label: 'MAP Price', type: 'number', alsoCalled: ['minimumAdvertisedPrice'] },
	{ id: 'currency', label: 'Currency', type: 'options', hiddenByDefault: true },
	{ id: 'active', label: 'Active', type: 'boolean', hiddenByDefault: true, basic: true },
	{ id: 'allowBackorders', label: 'Allow Backorders', type: 'boolean', hiddenByDefault: true },
	{ id: 'buyerEmail', label: 'Buyer Email', type: 'string', ...goods },
	{ id: 'buyerName', label: 'Buyer Name', type: 'string', ...goods },
	{ id: 'categories', label: 'Categories', type: 'string', hiddenByDefault: true, ...once },
	{ id: 'customsCountry', label: 'Customs Country', type: 'options', ...goods },
	{ id: 'customsDescription', label: 'Customs Description', type: 'string', ...goods },
	{ id: 'customsValue', label: 'Customs Value', type: 'number', ...goods },
	{ id: 'digital', label: 'Digital', type: 'boolean', hiddenByDefault: true, ...once, alsoCalled: ['isDigital'] },
	{ id: 'giftCard', label: 'Gift Card', type: 'boolean', hiddenByDefault: true, ...once, alsoCalled: ['isGiftCard'] },
	{ id: 'harmonizationCode', label: 'Harmonization Code', type: 'string', ...goods },
	{ id: 'hazmat', label: 'Hazmat', type: 'boolean', hiddenByDefault: true },
	{ id: 'height', label: 'Height (Inches)', type: 'number', ...goods },
	{ id: 'imageUrls', label: 'Image URLs', type: 'string', hiddenByDefault: true, notFor: ['virtual', 'update'] },
	{ id: 'length', label: 'Length (Inches)', type: 'number', ...goods },
	{ id: 'mpn', label: 'MPN', type: 'string', ...goods },
	{ id: 'shippingCost', label: 'Shipping Cost', type: 'number', hiddenByDefault: true },
	{ id: 'shipsInOwnBox', label: 'Ships in Own Box', type: 'boolean', hiddenByDefault: true },
	{ id: 'width', label: 'Width (Inches)', type: 'number', ...goods },
];

/**
 * All columns, for reading: one that an operation has no place for is reported as not sent, and no type of product
 * makes it unknown.
 */
export const allColumns: readonly Column[] = COLUMNS.map(({ alsoCalled = [], ...column }) => ({
	...column,
	alsoCalled: [...alsoCalled, plainLabel(column.label)],
}));

/** What a form or an ERP calls it without the unit. */
function plainLabel(label: string): string {
	return label.replace(/ \(.*\)$/, '');
}

/** Labels of what a product to create must tell. */
export const neededColumns = (contract: Contract, use: ColumnUse): Array<{ id: string; label: string }> =>
	COLUMNS.filter((column) => isNeeded(column, contract, use));

/** The columns that the form offers. */
export const supportedColumns = (contract: Contract, use: ColumnUse): Column[] =>
	COLUMNS.filter(
		({ basic, notFor }) => (contract.supports('product.details') || basic === true) && !notFor?.includes(use),
	).map((column) => ({
		...column,
		required: isNeeded(column, contract, use),
		options: optionsOf(column.id),
	}));

const isNeeded = ({ id, needed = [] }: ProductColumn, contract: Contract, use: ColumnUse): boolean => {
	if (use === 'update') return false;
	if (use === 'upsert') return id === 'sku';
	return needed.includes(use) && (contract.supports('product.needsBrand') || id !== 'brand');
};

function optionsOf(id: ProductColumn['id']): Column['options'] {
	if (id === 'currency') return currencies().map(({ code, name }) => ({ name: `${code} – ${name}`, value: code }));
	if (id === 'customsCountry') return countries().map(({ code, name }) => ({ name, value: code }));
	return undefined;
}
