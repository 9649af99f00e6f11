import * as z from '../../../vendor/zod';
import { id, textOrNull } from '../../common/parse';
import { fold } from '../../common/productKeys';

interface Named {
	productId: string | null;
	sku: string | null;
}

/** What the pack reads of a result of a bulk write; no source tells its shape. */
const wireResult = z.looseObject({ masterSku: z.string().nullish(), productId: id.nullish() });

/**
 * What the result of a product that is known by id or SKU tells of it, and the result itself; what it does not tell
 * stays as it is known.
 */
export function resultOf(raw: unknown, { productId, sku }: Named): Named & { raw: unknown } {
	const read = wireResult.safeParse(raw).data;
	const identity: Named = { productId: textOrNull(read?.productId), sku: textOrNull(read?.masterSku) };
	const isOne =
		productId === null
			? sku !== null && identity.sku !== null && fold(identity.sku) === fold(sku)
			: identity.productId === productId;
	return isOne
		? { productId: productId ?? identity.productId, sku: sku ?? identity.sku, raw }
		: { productId, sku, raw: {} };
}
