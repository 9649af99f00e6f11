import { toAlpha3 } from '../../../domain/values/address/country';
import { type InputField, InputProblem } from '../../../domain/inputProblem';
import type { NewProduct, ProductDetails, ProductKey } from '../../../domain/product/product';
import { wireId } from '../orders/write';

type Wire = Record<string, unknown>;
type Detail = keyof ProductDetails;

/** A body, and the names of the fields given that it has no place for. */
export interface WireProduct {
	body: Wire;
	notSent: string[];
}

/** The currency that amounts are in when neither the user nor the product tells one. */
const CURRENCY = 'USD';

const CUSTOMS = [
	'customsCountry',
	'customsDescription',
	'customsValue',
	'harmonizationCode',
] as const satisfies readonly Detail[];
const MEASURES = ['weight', 'length', 'width', 'height'] as const satisfies readonly Detail[];
const BUYER = ['buyerName', 'buyerEmail'] as const satisfies readonly Detail[];

/** Details that a body has no place for (putVirtualProduct, postProduct); those of the other creations take all. */
const ABSENT = {
	virtual: ['mpn', ...MEASURES, ...BUYER, ...CUSTOMS, 'imageUrls'],
	update: ['digital', 'giftCard', 'categories', 'imageUrls'],
} as const satisfies Record<string, readonly Detail[]>;

/**
 * What a product to create must have (putCoreProduct, putVariationProduct, putVirtualProduct).
 */
const REQUIRED: Record<NewProduct['type'], ReadonlyArray<Detail & InputField>> = {
	core: ['name', 'brand'],
	bundle: ['name', 'brand'],
	variation: ['name', 'brand'],
	virtual: ['name', 'brand', 'description'],
};

/**
 * The body of one product to create.
 * @param idOf the id of another product that is named: a component, or the parent
 * @throws InputProblem when something is missing
 */
export function newProduct(product: NewProduct, idOf: (key: ProductKey) => string): WireProduct {
	for (const field of REQUIRED[product.type]) {
		if (product.details[field] === undefined) throw new InputProblem({ problem: 'required', field, of: 'product' });
	}
	const { body, notSent } = details(product.details, product.type === 'virtual' ? ABSENT.virtual : []);
	const all = { masterSku: product.sku, ...body };
	if (product.type === 'bundle') {
		const bundledItems = product.parts.map(({ product: key, quantity }) => ({
			productId: wireId(idOf(key), 'productId'),
			quantity,
		}));
		return { body: { bundleProduct: all, bundledItems }, notSent };
	}
	if (product.type !== 'variation') return { body: all, notSent };
	const attributeIds = product.attributeIds.map((one) => wireId(one, 'attributeIds'));
	return { body: { ...all, virtualProductId: wireId(idOf(product.parent), 'parentId'), attributeIds }, notSent };
}

/**
 * The body of one product to change (postProduct).
 * @param identifier `productId` or `masterSku`
 * @param currency of the product as it is, for amounts that come without one
 */
export function productChange(identifier: Wire, given: ProductDetails, currency?: string | null): WireProduct {
	const { body, notSent } = details({ ...given, currency: given.currency ?? currency ?? undefined }, ABSENT.update);
	return { body: { ...identifier, ...body }, notSent };
}

function details(given: ProductDetails, absent: readonly Detail[]): WireProduct {
	const notSent = absent.filter((field) => given[field] !== undefined);
	const kept: ProductDetails = Object.fromEntries(
		Object.entries(given).filter(([field]) => !absent.includes(field as Detail)),
	);
	const money = (amount: number | undefined): Wire | undefined =>
		amount === undefined ? undefined : { amount, currency: kept.currency ?? CURRENCY };
	const {
		name,
		brand,
		description,
		active,
		upc,
		mpn,
		weight,
		length,
		width,
		height,
		hazmat,
		allowBackorders,
		shipsInOwnBox,
		categories,
	} = kept;
	const body: Wire = {
		...{
			name,
			brand,
			description,
			active,
			upc,
			mpn,
			weight,
			length,
			width,
			height,
			hazmat,
			allowBackorders,
			shipsInOwnBox,
			categories,
		},
		vendorCost: money(kept.vendorCost),
		mapPrice: money(kept.mapPrice),
		shippingCost: money(kept.shippingCost),
		// Read back as digital and giftCard.
		isDigital: kept.digital,
		isGiftCard: kept.giftCard,
		imageUrls: kept.imageUrls?.map((url, rank) => ({ url, rank })),
		buyer: BUYER.some((field) => kept[field] !== undefined)
			? { name: kept.buyerName, email: kept.buyerEmail }
			: undefined,
		customsDeclaration: customs(kept, money(kept.customsValue)),
	};
	return { body: Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)), notSent };
}

function customs(kept: ProductDetails, declaredValue: Wire | undefined): Wire | undefined {
	const missing = CUSTOMS.filter((field) => kept[field] === undefined);
	if (missing.length === CUSTOMS.length) return undefined;
	if (missing.length > 0) {
		throw new InputProblem({ problem: 'incomplete', field: 'customs' });
	}
	return {
		country: toAlpha3(kept.customsCountry ?? ''),
		declaredValue,
		description: kept.customsDescription,
		harmonizationCode: kept.harmonizationCode,
	};
}
