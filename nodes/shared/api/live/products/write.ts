import { toAlpha3 } from '../../../domain/values/address/country';
import { InputProblem } from '../../../domain/inputProblem';
import {
	givenProductFields,
	PRODUCT_FIELDS,
	type ProductDetails,
	type ProductField,
	type ProductFieldKind,
} from '../../../domain/product/fields';
import type { NewProduct, ProductKey } from '../../../domain/product/product';
import { putAt } from '../../common/fields/paths';
import { wireId } from '../orders/write';

type Wire = Record<string, unknown>;

/** A body, and the names of the given fields that it has no place for. */
export interface WireProduct {
	body: Wire;
	notSent: string[];
}

/** The currency of amounts when neither the user nor the product gives one. */
const CURRENCY = 'USD';

const FIELDS: readonly ProductField[] = PRODUCT_FIELDS;

const isCustoms = ({ live }: ProductField): boolean => live?.startsWith('customsDeclaration.') === true;
const CUSTOMS = FIELDS.filter(isCustoms);

/**
 * The body for creating one product.
 * @param idOf returns the ID of a component or the parent
 * @throws InputProblem when something is missing
 */
export function newProduct(product: NewProduct, idOf: (key: ProductKey) => string): WireProduct {
	const given: Wire = product.details;
	for (const row of PRODUCT_FIELDS) {
		const { name } = row;
		const { needed }: ProductField = row;
		if (needed?.includes(product.type) && given[name] === undefined)
			throw new InputProblem({ problem: 'required', field: name, of: 'product' });
	}
	const { body, notSent } = details(product.details, product.type === 'virtual' ? 'virtual' : undefined);
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
 * The body for changing one product (postProduct).
 * @param identifier `productId` or `masterSku`
 * @param currency the product's present currency, for amounts without one
 */
export function productChange(identifier: Wire, given: ProductDetails, currency?: string | null): WireProduct {
	const { body, notSent } = details({ ...given, currency: given.currency ?? currency ?? undefined }, 'update');
	return { body: { ...identifier, ...body }, notSent };
}

/** The fields at their paths. @param kind a body that lacks some of them */
function details(given: ProductDetails, kind?: 'virtual' | 'update'): WireProduct {
	const values: Wire = given;
	const fields = givenProductFields(given);
	const isSent = ({ notFor }: ProductField): boolean => kind === undefined || !notFor?.includes(kind);
	const sent = fields.filter(isSent);
	refusePartOfCustoms(sent);
	const body: Wire = {};
	for (const { name, kind: how, live } of sent)
		if (live !== undefined) putAt(body, live, WIRE_VALUES[how]?.(values[name], given.currency) ?? values[name]);
	return { body, notSent: fields.filter((field) => !isSent(field)).map(({ name }) => name) };
}

/** Conversions of values that the service writes differently. */
const WIRE_VALUES: Partial<Record<ProductFieldKind, (value: unknown, currency: string | undefined) => unknown>> = {
	amount: (amount, currency = CURRENCY) => ({ amount, currency }),
	country: (country) => toAlpha3(country as string),
	urls: (urls) => (urls as string[]).map((url, rank) => ({ url, rank })),
};

function refusePartOfCustoms(fields: readonly ProductField[]): void {
	const given = fields.filter(isCustoms);
	if (given.length > 0 && given.length < CUSTOMS.length) {
		throw new InputProblem({ problem: 'incomplete', field: 'customs' });
	}
}
