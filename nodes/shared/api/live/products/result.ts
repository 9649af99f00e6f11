import * as z from '../../../vendor/zod';
import { id, textOrNull } from '../../common/parse';
import { fold } from '../../common/productKeys';

interface Named {
	productId: string | null;
	sku: string | null;
}

/** The fields of a bulk write's result that the package reads; no source describes its shape. */
const wireResult = z.looseObject({ masterSku: z.string().nullish(), productId: id.nullish() });

/** The result itself, and the product's ID and SKU from it; what the result lacks is taken from what is known. */
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
