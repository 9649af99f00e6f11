import * as z from '../../vendor/zod';
import { id, textOrNull } from '../answers';
import { fold } from '../productKeys';

interface Named {
	productId: string | null;
	sku: string | null;
}

/** What the pack reads of a result of a bulk write; no source tells its shape. */
const wireResult = z.looseObject({ masterSku: z.string().nullish(), productId: id.nullish() });

/** What the results of a bulk write tell of a product that is known by id or SKU, and the result itself; what they do not tell stays as it is known. */
export function resultOf(results: readonly unknown[], { productId, sku }: Named): Named & { source: unknown } {
	for (const source of results) {
		const read = wireResult.safeParse(source);
		if (!read.success) continue;
		const told: Named = { productId: textOrNull(read.data.productId), sku: textOrNull(read.data.masterSku) };
		const isOne = productId === null ? sku !== null && told.sku !== null && fold(told.sku) === fold(sku) : told.productId === productId;
		if (isOne) return { productId: productId ?? told.productId, sku: sku ?? told.sku, source };
	}
	return { productId, sku, source: {} };
}
