import { readCountry } from '../../../domain/values/address/country';
import { readDate } from '../../../domain/values/dates/date';
import type { Product, ProductType } from '../../../domain/product/product';
import * as z from '../../../vendor/zod';
import { flag, number, readAs, recordId, text, textOrNull } from '../../common/parse';
import type { WithRaw } from '../../ports/types';
import { recordReader } from '../../common/unreadable';
import { readFieldValues } from '../wire/customFieldRead';

const money = z.looseObject({ amount: number, currency: text }).nullish();
const texts = z.array(text).nullish();

/** What the pack reads of a product (live-api section 7.2); anything may be null. */
const wireProduct = z.looseObject({
	productId: recordId,
	masterSku: text,
	type: text,
	parentId: text,
	active: flag,
	weight: number,
	length: number,
	width: number,
	height: number,
	hazmat: flag,
	digital: flag,
	giftCard: flag,
	allowBackorders: flag,
	shipsInOwnBox: flag,
	mapPrice: money,
	vendorCost: money,
	shippingCost: money,
	buyer: z.looseObject({}).nullish(),
	customsDeclaration: z.looseObject({ declaredValue: money }).nullish(),
	categories: texts,
	labels: texts,
	attributes: texts,
	imageUrls: z.array(z.looseObject({ url: text })).nullish(),
	bundledItems: z
		.array(
			z.looseObject({
				bundledProduct: z.looseObject({ productId: recordId, masterSku: text, name: text }).nullish(),
				bundledProductQuantity: number,
			}),
		)
		.nullish(),
	customFieldValues: z.unknown(),
});

type WireProduct = z.Infer<typeof wireProduct>;

/** A live product in business words, with the service's own object beside it. */
export const readProduct = recordReader(
	{ what: 'Product', id: 'productId', name: 'masterSku' },
	(raw, endpoint): WithRaw<Product> => {
		const wire = readAs(wireProduct, raw, endpoint);
		return {
			value: {
				productId: wire.productId,
				sku: wire.masterSku ?? '',
				name: textOrNull(wire.name),
				type: typeOf(wire),
				active: wire.active,
				brand: textOrNull(wire.brand),
				description: textOrNull(wire.description),
				upc: textOrNull(wire.upc),
				mpn: textOrNull(wire.mpn),
				...measures(wire),
				...prices(wire),
				hazmat: wire.hazmat,
				digital: wire.digital,
				giftCard: wire.giftCard,
				allowBackorders: wire.allowBackorders,
				shipsInOwnBox: wire.shipsInOwnBox,
				buyerName: textOrNull(wire.buyer?.name),
				buyerEmail: textOrNull(wire.buyer?.email),
				customsCountry: readCountry(wire.customsDeclaration?.country),
				customsDescription: textOrNull(wire.customsDeclaration?.description),
				customsValue: wire.customsDeclaration?.declaredValue?.amount ?? null,
				harmonizationCode: textOrNull(wire.customsDeclaration?.harmonizationCode),
				parentId: hasParent(wire) ? wire.parentId : null,
				categories: given(wire.categories),
				labels: given(wire.labels),
				attributes: given(wire.attributes),
				imageUrls: given(wire.imageUrls?.map(({ url }) => url)),
				parts: partsOf(wire),
				customFields: readFieldValues(wire.customFieldValues, endpoint),
				createdAt: readDate(wire.createdDate),
				updatedAt: readDate(wire.modifiedDate),
			},
			raw,
		};
	},
);

const given = (list: ReadonlyArray<string | null | undefined> | null | undefined): string[] =>
	(list ?? []).filter((text) => text !== null && text !== undefined);

/** Without a parent the id is 0, not null (live-api section 7). */
const hasParent = ({ parentId }: WireProduct): boolean => parentId !== null && parentId !== '0';

function typeOf(wire: WireProduct): ProductType | null {
	if (wire.type === 'VIRTUAL_PRODUCT') return 'virtual';
	if (wire.type === 'BUNDLE_KIT') return 'bundle';
	if (wire.type === 'CORE_PRODUCT') return hasParent(wire) ? 'variation' : 'core';
	return null;
}

const measures = ({ weight, length, width, height }: WireProduct) => ({
	weight,
	length,
	width,
	height,
});

const prices = ({ vendorCost, mapPrice, shippingCost }: WireProduct) => ({
	vendorCost: vendorCost?.amount ?? null,
	mapPrice: mapPrice?.amount ?? null,
	shippingCost: shippingCost?.amount ?? null,
	currency: mapPrice?.currency ?? vendorCost?.currency ?? shippingCost?.currency ?? null,
});

const partsOf = ({ bundledItems }: WireProduct): Product['parts'] =>
	(bundledItems ?? []).flatMap(({ bundledProduct, bundledProductQuantity }) =>
		bundledProduct
			? [
					{
						productId: bundledProduct.productId,
						sku: bundledProduct.masterSku ?? '',
						name: bundledProduct.name ?? null,
						quantity: bundledProductQuantity ?? 0,
					},
				]
			: [],
	);
