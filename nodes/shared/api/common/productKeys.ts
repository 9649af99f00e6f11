import { InputProblem } from '../../domain/inputProblem';
import {
	type Product,
	type ProductKey,
	type ProductKeyKind,
	nameOfProduct,
	partsOfKey,
} from '../../domain/product/product';
import { ApiError } from '../../http/errors/apiError';
import type { ItemResult, BatchItem } from '../../batch/types';
import type { WithRaw } from '../ports/types';

export const TEXT_KEYS = ['sku', 'upc', 'mpn'] as const satisfies readonly ProductKeyKind[];
export type TextKey = (typeof TEXT_KEYS)[number];

/** Compares texts without regard to case, as a production client treats SKUs (live-api section 9, 2). */
export const fold = (text: string): string => text.trim().toLowerCase();

/** Identifies a key. */
export const keyText = (key: ProductKey): string => `${partsOfKey(key).kind}\n${fold(partsOfKey(key).text)}`;

/** Products by `keyText`; an error if the look-up itself failed. */
export type FoundProducts = Map<string, Array<WithRaw<Product>> | Error>;

/** Matches each key with its product; a missing or ambiguous product fails only its own key. */
export const pickProducts = (
	keys: ReadonlyArray<BatchItem<ProductKey>>,
	found: FoundProducts,
	endpoint: string,
): Array<ItemResult<WithRaw<Product>>> =>
	keys.map(({ index, value: key }): ItemResult<WithRaw<Product>> => {
		const products = found.get(keyText(key)) ?? [];
		if (products instanceof Error) return { index, ok: false, error: products };
		const [product] = products;
		if (!product) return { index, ok: false, error: missing(key, endpoint) };
		if (products.length > 1) return { index, ok: false, error: ambiguous(key, products.length) };
		return { index, ok: true, value: product };
	});

const missing = (key: ProductKey, endpoint: string): ApiError =>
	new ApiError({
		kind: 'notFound',
		message: `There is no product with the ${nameOfProduct(key)}.`,
		input: partsOfKey(key).kind,
		subject: partsOfKey(key).text,
		endpoint,
	});

const ambiguous = (key: ProductKey, count: number): InputProblem => {
	const { kind, text } = partsOfKey(key);
	return new InputProblem({ problem: 'ambiguousProduct', field: kind, value: text, count });
};

/** An input with its product. */
export interface Located<Input> {
	input: Input;
	product: WithRaw<Product>;
}

/** Matches inputs with the products of their keys; an input without a product gets its own result. */
export async function locateProducts<Input extends { key: ProductKey }>(
	inputs: ReadonlyArray<BatchItem<Input>>,
	get: (keys: Array<BatchItem<ProductKey>>) => Promise<Array<ItemResult<WithRaw<Product>>>>,
): Promise<{ found: Array<BatchItem<Located<Input>>>; missing: Array<ItemResult<never>> }> {
	const outcomes = new Map(
		(await get(inputs.map(({ index, value }) => ({ index, value: value.key })))).map((one) => [one.index, one]),
	);
	const found: Array<BatchItem<Located<Input>>> = [];
	const absent: Array<ItemResult<never>> = [];
	for (const { index, value: input } of inputs) {
		const one = outcomes.get(index);
		if (one?.ok) found.push({ index, value: { input, product: one.value } });
		else if (one) absent.push(one);
	}
	return { found, missing: absent };
}
