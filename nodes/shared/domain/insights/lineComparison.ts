import type { OrderLine } from '../order/order';

/** Pieces of a SKU in an order of the ERP. */
export interface ErpLine {
	sku: string;
	quantity: number;
}

type LiveLine = Pick<OrderLine, 'sku' | 'productSku' | 'quantity'>;

/** The lines of an order that differ, as text for people: `MUG × 2, POT × 1`. */
export interface LineDifference {
	inErp: string;
	inExtensiv: string;
}

/**
 * Compares the lines of an order by SKU; several lines of one SKU are added up. The ERP may name a line by its listing
 * SKU or by the SKU of the product.
 * @returns the SKUs with different quantities on both sides; undefined if all are equal
 */
export function compareLines(erp: readonly ErpLine[], live: readonly LiveLine[]): LineDifference | undefined {
	const inErp = new Pieces();
	for (const { sku, quantity } of erp) inErp.add(sku, quantity);
	const inExtensiv = new Pieces();
	for (const { sku, productSku, quantity } of live)
		inExtensiv.add(inErp.has(sku) || !productSku ? sku : productSku, quantity);
	const different = [...new Set([...inErp.keys(), ...inExtensiv.keys()])].filter(
		(key) => inErp.of(key) !== inExtensiv.of(key),
	);
	if (different.length === 0) return undefined;
	return { inErp: inErp.textOf(different), inExtensiv: inExtensiv.textOf(different) };
}

/** Pieces by SKU, ignoring its case. */
class Pieces {
	private readonly byKey = new Map<string, { sku: string; quantity: number }>();

	add(sku: string, quantity: number): void {
		const known = this.byKey.get(sku.toLowerCase());
		if (known) known.quantity += quantity;
		else this.byKey.set(sku.toLowerCase(), { sku, quantity });
	}

	has(sku: string): boolean {
		return this.byKey.has(sku.toLowerCase());
	}

	of(key: string): number {
		return this.byKey.get(key)?.quantity ?? 0;
	}

	keys(): Iterable<string> {
		return this.byKey.keys();
	}

	textOf(keys: readonly string[]): string {
		const texts = keys.flatMap((key) => {
			const line = this.byKey.get(key);
			return line ? [`${line.sku} × ${line.quantity}`] : [];
		});
		return texts.join(', ');
	}
}
