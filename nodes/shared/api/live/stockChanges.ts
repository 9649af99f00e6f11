import type { StockChange, StockChangeFilter } from '../../domain/stockChange';
import type { ApiClient } from '../../http/client';
import * as z from '../../vendor/zod';
import { flag, number, readAs, recordId, text } from '../answers';
import type { ListOptions, Sourced } from '../port';
import { readRecords } from '../records';
import { recordReader } from '../unreadable';
import { LIVE } from './catalogue';
import { wireId } from './orderWrite';

const wireChange = z.looseObject({
	product: z.looseObject({ productId: text, masterSku: text, name: text }).nullish(),
	availableQuantity: number,
	warehouseInventoryBreakdown: z.array(z.looseObject({ warehouseId: recordId, availableQuantity: number })).nullish(),
});

/** The list of this one endpoint stands in a wrapper that says whether pages remain (live-api section 4). */
const wirePages = z.array(z.looseObject({ pagesRemaining: flag, productAggregatedQuantities: z.array(z.unknown()).nullish() }));

const { name } = LIVE.stockChanges;

/** The feed of changed availability for the products that a channel lists. */
export async function* stockChanges(client: ApiClient, filter: StockChangeFilter, options: ListOptions): AsyncGenerator<Array<Sourced<StockChange>>> {
	const pages = readRecords(client, LIVE.stockChanges, {
		...options,
		query: { salesChannelId: wireId(filter.salesChannelId, 'Sales Channel'), fromDate: filter.changedFrom, toDate: filter.changedTo },
		rowsIn: (body) => read(body).flatMap(({ productAggregatedQuantities }) => productAggregatedQuantities ?? []),
		read: toChange,
		more: (body) => read(body).some(({ pagesRemaining }) => pagesRemaining === true),
		key: ({ value }) => value.productId ?? value.sku,
	});
	for await (const page of pages) yield filter.perWarehouse ? page.flatMap(perWarehouse) : page;
}

const read = (body: unknown) => readAs(wirePages, Array.isArray(body) ? body : [body], name);

type ProductChange = Extract<StockChange, { warehouses: unknown }>;

const toChange = recordReader({ what: 'Stock change', name: 'product.masterSku' }, (source, endpoint): Sourced<ProductChange> => {
	const { product, availableQuantity, warehouseInventoryBreakdown } = readAs(wireChange, source, endpoint);
	return {
		value: {
			sku: product?.masterSku ?? '',
			productId: product?.productId ?? null,
			productName: product?.name ?? null,
			available: availableQuantity,
			warehouses: (warehouseInventoryBreakdown ?? []).map((part) => ({ warehouseId: part.warehouseId, available: part.availableQuantity ?? 0 })),
		},
		source,
	};
});

/** The same product once for each warehouse; the service's object is cut down to that warehouse. */
function perWarehouse({ value: { sku, productId, productName, warehouses }, source }: Sourced<ProductChange>): Array<Sourced<StockChange>> {
	const { warehouseInventoryBreakdown = [], ...whole } = source as { warehouseInventoryBreakdown?: unknown[] };
	return warehouses.map((one, at) => ({
		value: { sku, productId, productName, ...one },
		source: { ...whole, warehouseInventoryBreakdown: warehouseInventoryBreakdown?.slice(at, at + 1) },
	}));
}
