import { givenProductFields, type ProductDetails, type ProductField } from '../../../domain/product/fields';
import { PRODUCT_PROPERTIES, type Product, productOf } from '../../../domain/product/product';
import { readDate } from '../../../domain/values/dates/date';
import * as z from '../../../vendor/zod';
import { readAs, recordId } from '../../common/parse';
import { productFieldSchemas, readProductFields } from '../../common/fields/productFields';
import { recordReader } from '../../common/unreadable';
import type { WithRaw } from '../../ports/types';

type Wire = Record<string, unknown>;

const pathOf = ({ name, guide }: ProductField): string | undefined => (guide ? name : undefined);

const wireProduct = z.looseObject({ id: recordId, sku: recordId, ...(productFieldSchemas(pathOf) as object) });

const LAST: ReadonlyArray<keyof Product> = ['productId', 'sku', 'createdAt', 'updatedAt'];
/** This order must not change, because triggers keep fingerprints of products. */
const PROPERTIES = [...PRODUCT_PROPERTIES.filter((key) => !LAST.includes(key)), ...LAST];

/**
 * Converts a product of the guide's contract. What the contract does not have is null; it does not name the unit of the
 * weight.
 */
export const readProduct = recordReader(
	{ what: 'Product', id: 'id', name: 'sku' },
	(raw, endpoint): WithRaw<Product> => {
		const wire = readAs(wireProduct, raw, endpoint);
		const value: Product = {
			...readProductFields(wire, pathOf),
			productId: wire.id,
			sku: wire.sku,
			type: null,
			parentId: null,
			labels: [],
			attributes: [],
			parts: [],
			customFields: [],
			createdAt: readDate(wire.created_at),
			updatedAt: readDate(wire.updated_at),
		};
		return { value: productOf(value, PROPERTIES), raw };
	},
);

/** The fields of a body, and the given fields that have no place in it. */
export function productBody(details: ProductDetails): { body: Wire; notSent: string[] } {
	const values: Wire = details;
	const given = givenProductFields(details);
	return {
		body: Object.fromEntries(given.filter(({ guide }) => guide).map(({ name }) => [name, values[name]])),
		notSent: given.filter(({ guide }) => !guide).map(({ name }) => name),
	};
}
