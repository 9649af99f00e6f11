import { readDate } from '../../../domain/values/dates/date';
import type { Product, ProductDetails } from '../../../domain/product/product';
import * as z from '../../../vendor/zod';
import { flag, number, readAs, recordId, textOrNull } from '../../common/parse';
import type { WithRaw } from '../../ports/types';
import { recordReader } from '../../common/unreadable';

type Wire = Record<string, unknown>;

const wireProduct = z.looseObject({ id: recordId, sku: recordId, active: flag, weight: number });

/** Details that the contract has a place for, under the same names. */
const PLACED = ['name', 'brand', 'upc', 'weight', 'active'] as const satisfies ReadonlyArray<keyof ProductDetails>;

/**
 * A product of the guide's contract in business words. What the contract does not have is null; it does not say in
 * which unit the weight is.
 */
export const readProduct = recordReader(
	{ what: 'Product', id: 'id', name: 'sku' },
	(raw, endpoint): WithRaw<Product> => {
		const wire = readAs(wireProduct, raw, endpoint);
		return {
			value: {
				...NOTHING,
				productId: wire.id,
				sku: wire.sku,
				name: textOrNull(wire.name),
				brand: textOrNull(wire.brand),
				upc: textOrNull(wire.upc),
				weight: wire.weight,
				active: wire.active,
				createdAt: readDate(wire.created_at),
				updatedAt: readDate(wire.updated_at),
			},
			raw,
		};
	},
);

/** The fields of a body, and those given that the contract has no place for. */
export function productBody(details: ProductDetails): { body: Wire; notSent: string[] } {
	const given = Object.entries(details).filter(([, value]) => value !== undefined);
	const isPlaced = ([field]: [string, unknown]): boolean => (PLACED as readonly string[]).includes(field);
	return {
		body: Object.fromEntries(given.filter(isPlaced)),
		notSent: given.filter((one) => !isPlaced(one)).map(([field]) => field),
	};
}

const NOTHING = {
	name: null,
	type: null,
	active: null,
	brand: null,
	description: null,
	upc: null,
	mpn: null,
	weight: null,
	length: null,
	width: null,
	height: null,
	vendorCost: null,
	mapPrice: null,
	shippingCost: null,
	currency: null,
	hazmat: null,
	digital: null,
	giftCard: null,
	allowBackorders: null,
	shipsInOwnBox: null,
	buyerName: null,
	buyerEmail: null,
	customsCountry: null,
	customsDescription: null,
	customsValue: null,
	harmonizationCode: null,
	parentId: null,
	categories: [],
	labels: [],
	attributes: [],
	imageUrls: [],
	parts: [],
	customFields: [],
} as const satisfies Omit<Product, 'productId' | 'sku' | 'createdAt' | 'updatedAt'>;
