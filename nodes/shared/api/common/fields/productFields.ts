import {
	PRODUCT_FIELDS,
	type ProductField,
	type ProductFieldKind,
	type ReadProductDetails,
} from '../../../domain/product/fields';
import { readCountry } from '../../../domain/values/address/country';
import * as z from '../../../vendor/zod';
import type { ZodType } from '../../../vendor/zod';
import { valueAt } from './paths';
import { flag, number, text, textOrNull } from '../parse';

type PathOf = (field: ProductField) => string | undefined;

const money = z.looseObject({ amount: number, currency: text }).nullish();

/** What a field must look like; a text may come from any value. */
const SCHEMAS: Partial<Record<ProductFieldKind, ZodType>> = {
	flag,
	measure: number,
	amount: money,
	list: z.array(text).nullish(),
	urls: z.array(z.looseObject({ url: text })).nullish(),
};

const unchanged = (value: unknown): unknown => value;
const list = (values: unknown): string[] =>
	((values ?? []) as Array<string | null>).filter((one) => one !== null && one !== undefined);

/** Converts what the schema has checked. */
const READERS: Record<ProductFieldKind, (value: unknown) => unknown> = {
	text: textOrNull,
	code: textOrNull,
	upc: textOrNull,
	currency: textOrNull,
	country: readCountry,
	flag: unchanged,
	measure: unchanged,
	amount: (value) => valueAt(value, 'amount') ?? null,
	list,
	urls: (images) => list(((images ?? []) as Array<{ url: string | null }>).map(({ url }) => url)),
};

/**
 * The schemas of a product's fields, for the product's schema.
 * @param pathOf a field's path in the contract; undefined if the contract does not have it
 */
export function productFieldSchemas(pathOf: PathOf): Record<string, ZodType> {
	const own: Record<string, ZodType> = {};
	const nested = new Map<string, Record<string, ZodType>>();
	for (const field of PRODUCT_FIELDS) {
		const [name = '', child] = pathOf(field)?.split('.') ?? [];
		const schema = SCHEMAS[field.kind];
		if (child === undefined && schema) own[name] = schema;
		if (child !== undefined) nested.set(name, { ...nested.get(name), ...(schema ? { [child]: schema } : {}) });
	}
	for (const [name, schemas] of nested) own[name] = z.looseObject(schemas).nullish();
	return own;
}

/** The fields of a product; null, or an empty list, if the contract does not have them. */
export const readProductFields = (wire: unknown, pathOf: PathOf): ReadProductDetails =>
	Object.fromEntries(
		PRODUCT_FIELDS.map((field) => {
			const path = pathOf(field);
			const empty = field.kind === 'list' || field.kind === 'urls' ? [] : null;
			return [field.name, path === undefined ? empty : READERS[field.kind](valueAt(wire, path))];
		}),
	) as ReadProductDetails;
