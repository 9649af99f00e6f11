import type { StockLevel } from '../../domain/stock';
import type { ApiClient } from '../../http/client';
import { readPages } from '../../http/pages';
import * as z from '../../vendor/zod';
import { id, numberOrNull, readAs, rowsOf, textOrNull } from '../answers';
import type { ListOptions, Sourced } from '../port';
import type { Levels } from '../ports/changes';
import { queryParts } from '../queryParts';
import { LIVE } from './catalogue';
import { wireId } from './orderWrite';
import { skuQuery } from './stockRows';

const { name } = LIVE.stockTotals;
const wireTotal = z.looseObject({ product: z.looseObject({ productId: id.nullish(), masterSku: z.string().nullish(), name: z.string().nullish() }).nullish() });

/** Stock totals, warehouse by warehouse, with no call but those for the totals: this is read again and again. Warehouses have no names here. */
export async function* liveLevels(client: ApiClient, { skus, warehouseIds }: Levels, { pageSize }: ListOptions): AsyncGenerator<Array<Sourced<StockLevel>>> {
	for (const warehouseId of warehouseIds) {
		for (const part of skus ? queryParts(skus, 'sku') : [undefined]) {
			const wanted = part && new Set(part.map((sku) => sku.toLowerCase()));
			const pages = readPages(client, LIVE.stockTotals, {
				query: { sku: skuQuery(part), warehouseId: warehouseId === null ? undefined : wireId(warehouseId, 'Warehouse') },
				pageSize,
				rows: (body) => rowsOf(body, name).map((row) => toLevel(row, warehouseId)),
				key: ({ value }) => value.productId ?? value.sku,
			});
			// The service may match beginnings of SKUs.
			for await (const page of pages) yield wanted ? page.filter(({ value }) => wanted.has(value.sku.toLowerCase())) : page;
		}
	}
}

function toLevel(source: unknown, warehouseId: string | null): Sourced<StockLevel> {
	const { product, ...wire } = readAs(wireTotal, source, name);
	return {
		value: {
			sku: product?.masterSku ?? '',
			productId: textOrNull(product?.productId),
			productName: product?.name ?? null,
			warehouseId,
			warehouseName: null,
			onHand: numberOrNull(wire.onHandQuantity) ?? 0,
			available: numberOrNull(wire.availableQuantity),
			allocated: numberOrNull(wire.allocatedQuantity),
			locked: numberOrNull(wire.lockedQuantity),
			inTransit: numberOrNull(wire.inTransitQuantity),
			updatedAt: null,
		},
		source,
	};
}
