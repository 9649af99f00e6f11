import type { StockChange, StockChangeFilter } from '../../domain/stockChange';
import type { ApiClient } from '../../http/client';
import { readPages } from '../../http/pages';
import * as z from '../../vendor/zod';
import { id, readAs, textOrNull } from '../answers';
import type { ListOptions, Sourced } from '../port';
import { LIVE } from './catalogue';
import { wireId } from './orderWrite';

const wireChange = z.looseObject({
	product: z.looseObject({ productId: id.nullish(), masterSku: z.string().nullish(), name: z.string().nullish() }).nullish(),
	availableQuantity: z.number().nullish(),
	warehouseInventoryBreakdown: z.array(z.looseObject({ warehouseId: id, availableQuantity: z.number().nullish() })).nullish(),
});

/** The list of this one endpoint stands in a wrapper that says whether pages remain (live-api section 4). */
const wirePages = z.array(z.looseObject({ pagesRemaining: z.boolean().nullish(), productAggregatedQuantities: z.array(z.unknown()).nullish() }));

const { name } = LIVE.stockChanges;

/** The feed of changed availability for the products that a channel lists. */
export async function* stockChanges(client: ApiClient, filter: StockChangeFilter, options: ListOptions): AsyncGenerator<Array<Sourced<StockChange>>> {
	const pages = readPages(client, LIVE.stockChanges, {
		query: { salesChannelId: wireId(filter.salesChannelId, 'Sales Channel'), fromDate: filter.changedFrom, toDate: filter.changedTo },
		pageSize: options.pageSize,
		rows: (body) => read(body).flatMap(({ productAggregatedQuantities }) => productAggregatedQuantities ?? []).map(toChange),
		more: (body) => read(body).some(({ pagesRemaining }) => pagesRemaining === true),
		key: ({ value }) => value.productId ?? value.sku,
	});
	for await (const page of pages) yield filter.perWarehouse ? page.flatMap(perWarehouse) : page;
}

const read = (body: unknown) => readAs(wirePages, Array.isArray(body) ? body : [body], name);

type ProductChange = Extract<StockChange, { warehouses: unknown }>;

function toChange(source: unknown): Sourced<ProductChange> {
	const { product, availableQuantity, warehouseInventoryBreakdown } = readAs(wireChange, source, name);
	return {
		value: {
			sku: product?.masterSku ?? '',
			productId: textOrNull(product?.productId),
			productName: textOrNull(product?.name),
			available: availableQuantity ?? null,
			warehouses: (warehouseInventoryBreakdown ?? []).map((part) => ({ warehouseId: String(part.warehouseId), available: part.availableQuantity ?? 0 })),
		},
		source,
	};
}

/** The same product once for each warehouse; the service's object is cut down to that warehouse. */
function perWarehouse({ value: { sku, productId, productName, warehouses }, source }: Sourced<ProductChange>): Array<Sourced<StockChange>> {
	const { warehouseInventoryBreakdown = [], ...whole } = source as { warehouseInventoryBreakdown?: unknown[] };
	return warehouses.map((one, at) => ({
		value: { sku, productId, productName, ...one },
		source: { ...whole, warehouseInventoryBreakdown: warehouseInventoryBreakdown?.slice(at, at + 1) },
	}));
}
