import { readDate } from '../../../domain/values/dates/date';
import type { ProductField } from '../../../domain/product/fields';
import { type Product, type ProductType, productOf } from '../../../domain/product/product';
import * as z from '../../../vendor/zod';
import { valueAt } from '../../common/fields/paths';
import { number, readAs, recordId, text } from '../../common/parse';
import { productFieldSchemas, readProductFields } from '../../common/fields/productFields';
import type { WithRaw } from '../../ports/types';
import { recordReader } from '../../common/unreadable';
import { readFieldValues } from '../wire/customFieldRead';

const texts = z.array(text).nullish();

const pathOf = ({ live, liveRead }: ProductField): string | undefined => liveRead ?? live;

/** The fields of a product that the package reads (live-api section 7.2); anything may be null. */
const wireProduct = z.looseObject({
	productId: recordId,
	masterSku: text,
	type: text,
	parentId: text,
	labels: texts,
	attributes: texts,
	bundledItems: z
		.array(
			z.looseObject({
				bundledProduct: z.looseObject({ productId: recordId, masterSku: text, name: text }).nullish(),
				bundledProductQuantity: number,
			}),
		)
		.nullish(),
	customFieldValues: z.unknown(),
	...(productFieldSchemas(pathOf) as object),
});

type WireProduct = z.Infer<typeof wireProduct>;

/** Converts a product of the live API, with the raw data. */
export const readProduct = recordReader(
	{ what: 'Product', id: 'productId', name: 'masterSku' },
	(raw, endpoint): WithRaw<Product> => {
		const wire = readAs(wireProduct, raw, endpoint);
		return {
			value: productOf({
				...readProductFields(wire, pathOf),
				productId: wire.productId,
				sku: wire.masterSku ?? '',
				type: typeOf(wire),
				currency: currencyOf(wire),
				parentId: hasParent(wire) ? wire.parentId : null,
				labels: given(wire.labels),
				attributes: given(wire.attributes),
				parts: partsOf(wire),
				customFields: readFieldValues(wire.customFieldValues, endpoint),
				createdAt: readDate(wire.createdDate),
				updatedAt: readDate(wire.modifiedDate),
			}),
			raw,
		};
	},
);

const given = (list: ReadonlyArray<string | null | undefined> | null | undefined): string[] =>
	(list ?? []).filter((text) => text !== null && text !== undefined);

/** A product without a parent has the parent ID 0, not null (live-api section 7). */
const hasParent = ({ parentId }: WireProduct): boolean => parentId !== null && parentId !== '0';

function typeOf(wire: WireProduct): ProductType | null {
	if (wire.type === 'VIRTUAL_PRODUCT') return 'virtual';
	if (wire.type === 'BUNDLE_KIT') return 'bundle';
	if (wire.type === 'CORE_PRODUCT') return hasParent(wire) ? 'variation' : 'core';
	return null;
}

/** The currency of the first amount that has one. */
const currencyOf = (wire: WireProduct): string | null =>
	(['mapPrice', 'vendorCost', 'shippingCost']
		.map((amount) => valueAt(wire, `${amount}.currency`))
		.find((currency) => currency !== null && currency !== undefined) ?? null) as string | null;

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
