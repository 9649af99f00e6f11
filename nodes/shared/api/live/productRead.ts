import { readCountry } from '../../domain/country';
import { readDate } from '../../domain/date';
import type { Product, ProductType } from '../../domain/product';
import * as z from '../../vendor/zod';
import { id, numberOrNull, readAs, textOrNull } from '../answers';
import type { Sourced } from '../port';
import { readFieldValues } from './customFieldRead';

const money = z.looseObject({ amount: z.number().nullish(), currency: z.string().nullish() }).nullish();
const texts = z.array(z.string().nullish()).nullish();

/** What the pack reads of a product (live-api section 7.2); anything may be null. */
const wireProduct = z.looseObject({
	productId: id,
	masterSku: z.string().nullish(),
	type: z.string().nullish(),
	parentId: id.nullish(),
	mapPrice: money,
	vendorCost: money,
	shippingCost: money,
	buyer: z.looseObject({}).nullish(),
	customsDeclaration: z.looseObject({ declaredValue: money }).nullish(),
	categories: texts,
	labels: texts,
	attributes: texts,
	imageUrls: z.array(z.looseObject({ url: z.string().nullish() })).nullish(),
	bundledItems: z
		.array(
			z.looseObject({
				bundledProduct: z.looseObject({ productId: id, masterSku: z.string().nullish(), name: z.string().nullish() }).nullish(),
				bundledProductQuantity: z.number().nullish(),
			}),
		)
		.nullish(),
	customFieldValues: z.unknown(),
});

type WireProduct = z.Infer<typeof wireProduct>;

/** A live product in business words, with the service's own object beside it. */
export function readProduct(source: unknown, endpoint: string): Sourced<Product> {
	const wire = readAs(wireProduct, source, endpoint);
	return {
		value: {
			productId: String(wire.productId),
			sku: wire.masterSku ?? '',
			name: textOrNull(wire.name),
			type: typeOf(wire),
			active: flag(wire.active),
			brand: textOrNull(wire.brand),
			description: textOrNull(wire.description),
			upc: textOrNull(wire.upc),
			mpn: textOrNull(wire.mpn),
			...measures(wire),
			...prices(wire),
			hazmat: flag(wire.hazmat),
			digital: flag(wire.digital),
			giftCard: flag(wire.giftCard),
			allowBackorders: flag(wire.allowBackorders),
			shipsInOwnBox: flag(wire.shipsInOwnBox),
			buyerName: textOrNull(wire.buyer?.name),
			buyerEmail: textOrNull(wire.buyer?.email),
			customsCountry: readCountry(wire.customsDeclaration?.country),
			customsDescription: textOrNull(wire.customsDeclaration?.description),
			customsValue: numberOrNull(wire.customsDeclaration?.declaredValue?.amount),
			harmonizationCode: textOrNull(wire.customsDeclaration?.harmonizationCode),
			parentId: hasParent(wire) ? String(wire.parentId) : null,
			categories: given(wire.categories),
			labels: given(wire.labels),
			attributes: given(wire.attributes),
			imageUrls: given(wire.imageUrls?.map(({ url }) => url)),
			parts: partsOf(wire),
			customFields: readFieldValues(wire.customFieldValues),
			createdAt: readDate(wire.createdDate),
			updatedAt: readDate(wire.modifiedDate),
		},
		source,
	};
}

const flag = (value: unknown): boolean | null => (typeof value === 'boolean' ? value : null);
const given = (list: ReadonlyArray<string | null | undefined> | null | undefined): string[] => (list ?? []).filter((text) => text !== null && text !== undefined);

/** Without a parent the id is 0, not null (live-api section 7). */
const hasParent = ({ parentId }: WireProduct): boolean => parentId !== null && parentId !== undefined && String(parentId) !== '0';

function typeOf(wire: WireProduct): ProductType | null {
	if (wire.type === 'VIRTUAL_PRODUCT') return 'virtual';
	if (wire.type === 'BUNDLE_KIT') return 'bundle';
	if (wire.type === 'CORE_PRODUCT') return hasParent(wire) ? 'variation' : 'core';
	return null;
}

const measures = ({ weight, length, width, height }: WireProduct) => ({
	weight: numberOrNull(weight),
	length: numberOrNull(length),
	width: numberOrNull(width),
	height: numberOrNull(height),
});

const prices = ({ vendorCost, mapPrice, shippingCost }: WireProduct) => ({
	vendorCost: numberOrNull(vendorCost?.amount),
	mapPrice: numberOrNull(mapPrice?.amount),
	shippingCost: numberOrNull(shippingCost?.amount),
	currency: mapPrice?.currency ?? vendorCost?.currency ?? shippingCost?.currency ?? null,
});

const partsOf = ({ bundledItems }: WireProduct): Product['parts'] =>
	(bundledItems ?? []).flatMap(({ bundledProduct, bundledProductQuantity }) =>
		bundledProduct
			? [{ productId: String(bundledProduct.productId), sku: bundledProduct.masterSku ?? '', name: bundledProduct.name ?? null, quantity: bundledProductQuantity ?? 0 }]
			: [],
	);
