/**
 * The kinds of fields. Measures and amounts are numbers of at least 0; an amount is in the product's currency. A
 * country is ISO 3166-1 alpha-2, a currency ISO 4217.
 */
interface Kinds {
	text: string;
	code: string;
	upc: string;
	flag: boolean;
	measure: number;
	amount: number;
	currency: string;
	country: string;
	list: string[];
	urls: string[];
}
export type ProductFieldKind = keyof Kinds;

/**
 * `core` is a plain product, `bundle` a kit of others, and `variation` a plain product under a `virtual` one, which is
 * a parent without stock.
 */
export const PRODUCT_TYPES = ['core', 'bundle', 'variation', 'virtual'] as const;
export type ProductType = (typeof PRODUCT_TYPES)[number];

/** One field of a product: the columns, the reading, both contracts and the output follow from its row. */
export interface ProductField {
	name: string;
	label: string;
	kind: ProductFieldKind;
	/** Unit of a measure in the live API; the guide's contract names none. */
	unit?: 'Ounces' | 'Inches';
	/** Other names of its column in exports; a general one may also mean something else. */
	alsoCalled?: readonly string[];
	general?: readonly string[];
	/** The form shows its column from the start. */
	shown?: true;

	/** Its path in the live API's body for creating or changing a product, if it has one of its own. */
	live?: string;
	/** Its path in a product as read, if it differs. */
	liveRead?: string;
	/** The guide's contract has it, under the same name. Otherwise it is not sent. */
	guide?: true;
	/** Bodies of the live API that have no place for it (putVirtualProduct, postProduct). */
	notFor?: ReadonlyArray<'virtual' | 'update'>;
	/** Types of new products that require it in the live API. */
	needed?: readonly ProductType[];
}

type More = Partial<Omit<ProductField, 'name' | 'label' | 'kind'>>;

/** A row of the table. Most fields have the same name in the live API. */
const field = <const Name extends string, Kind extends ProductFieldKind, const Facts extends More = object>(
	name: Name,
	label: string,
	kind: Kind,
	facts?: Facts,
) => ({ live: name, ...facts, name, label, kind }) as ProductField & { name: Name; kind: Kind } & Facts;

const goods = { notFor: ['virtual'] } as const;
const inches = { ...goods, unit: 'Inches' } as const;
const once = { notFor: ['update'] } as const;

/**
 * The fields of a product that can be set. A new field is a new row: bodies, `notSent` and the output follow the order
 * of the rows.
 */
export const PRODUCT_FIELDS = [
	field('name', 'Name', 'text', { shown: true, guide: true, needed: PRODUCT_TYPES, alsoCalled: ['productName'] }),
	field('brand', 'Brand', 'text', { shown: true, guide: true, needed: PRODUCT_TYPES }),
	field('description', 'Description', 'text', { shown: true, needed: ['virtual'] }),
	field('active', 'Active', 'flag', { guide: true }),
	field('upc', 'UPC', 'upc', { shown: true, guide: true }),
	field('mpn', 'MPN', 'code', goods),
	field('weight', 'Weight', 'measure', { ...goods, shown: true, unit: 'Ounces', guide: true }),
	field('length', 'Length', 'measure', inches),
	field('width', 'Width', 'measure', inches),
	field('height', 'Height', 'measure', inches),
	field('vendorCost', 'Vendor Cost', 'amount', {
		shown: true,
		alsoCalled: ['unitCost', 'purchaseCost', 'costPrice'],
		general: ['cost'],
	}),
	field('mapPrice', 'MAP Price', 'amount', { shown: true, alsoCalled: ['minimumAdvertisedPrice'] }),
	field('shippingCost', 'Shipping Cost', 'amount'),
	// The currency of the amounts, which is part of each amount.
	field('currency', 'Currency', 'currency', { live: undefined }),
	field('hazmat', 'Hazmat', 'flag'),
	field('digital', 'Digital', 'flag', { ...once, live: 'isDigital', liveRead: 'digital', alsoCalled: ['isDigital'] }),
	field('giftCard', 'Gift Card', 'flag', {
		...once,
		live: 'isGiftCard',
		liveRead: 'giftCard',
		alsoCalled: ['isGiftCard'],
	}),
	field('allowBackorders', 'Allow Backorders', 'flag'),
	field('shipsInOwnBox', 'Ships in Own Box', 'flag'),
	field('categories', 'Categories', 'list', once),
	field('imageUrls', 'Image URLs', 'urls', { notFor: ['virtual', 'update'] }),
	field('buyerName', 'Buyer Name', 'text', { ...goods, live: 'buyer.name' }),
	field('buyerEmail', 'Buyer Email', 'text', { ...goods, live: 'buyer.email' }),
	field('customsCountry', 'Customs Country', 'country', { ...goods, live: 'customsDeclaration.country' }),
	field('customsDescription', 'Customs Description', 'text', { ...goods, live: 'customsDeclaration.description' }),
	field('customsValue', 'Customs Value', 'amount', { ...goods, live: 'customsDeclaration.declaredValue' }),
	field('harmonizationCode', 'Harmonization Code', 'code', {
		...goods,
		live: 'customsDeclaration.harmonizationCode',
	}),
] as const;

type Row = (typeof PRODUCT_FIELDS)[number];

/** The fields given for a product to create or change. */
export type ProductDetails = { [Field in Row as Field['name']]?: Kinds[Field['kind']] };

/** The fields as read: what a contract or a product does not have is null, or an empty list. */
export type ReadProductDetails = {
	[Field in Row as Field['name']]: Kinds[Field['kind']] extends unknown[]
		? Kinds[Field['kind']]
		: Kinds[Field['kind']] | null;
};

/** The rows of the given fields. */
export const givenProductFields = (details: ProductDetails): ProductField[] =>
	PRODUCT_FIELDS.filter(({ name }) => details[name] !== undefined);
