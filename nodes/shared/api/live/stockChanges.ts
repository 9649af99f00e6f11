import type { StockChange, StockChangeFilter } from '../../domain/stockChange';
import { ApiError } from '../../http/apiError';
import type { ApiClient } from '../../http/client';
import { readPages } from '../../http/pages';
import { asIs } from '../../http/rethrow';
import * as z from '../../vendor/zod';
import { id, readAs, textOrNull } from '../answers';
import type { ListOptions, Sourced } from '../port';
import type { ChangedSkus } from '../ports/changes';
import { LIVE } from './catalogue';
import { wireId } from './orderWrite';

const wireChange = z.looseObject({
	product: z.looseObject({ productId: id.nullish(), masterSku: z.string().nullish(), name: z.string().nullish() }).nullish(),
	availableQuantity: z.number().nullish(),
	warehouseInventoryBreakdown: z.array(z.looseObject({ warehouseId: id, availableQuantity: z.number().nullish() })).nullish(),
});

/** The list of this one endpoint is in a wrapper that says whether pages remain (live-api section 4). */
const wirePages = z.array(
	z
		.looseObject({ pagesRemaining: z.boolean().nullish(), productAggregatedQuantities: z.array(z.unknown()).nullish() })
		// A refusal in a 2xx is no list without rows.
		.refine(({ pagesRemaining: pages, productAggregatedQuantities: rows }) => pages !== undefined || rows !== undefined, 'no list'),
);

const endpoint = LIVE.stockChanges;
const { name } = endpoint;

/** The feed of changed availability for the products that a channel lists. Reading takes. */
export async function* stockChanges(client: ApiClient, filter: StockChangeFilter, options: ListOptions): AsyncGenerator<Array<Sourced<StockChange>>> {
	const pages = readPages(client, endpoint, {
		query: { ...channel(filter.salesChannelId), fromDate: filter.changedFrom, toDate: filter.changedTo },
		pageSize: options.pageSize,
		rows: (body) => rowsOf(body).map(toChange),
		more: isMore,
		key: ({ value }) => value.productId ?? value.sku,
	});
	try {
		for await (const page of pages) yield filter.perWarehouse ? page.flatMap(perWarehouse) : page;
	} catch (error) {
		throw asIs(feedError(error, filter.salesChannelId));
	}
}

/** One answer, and no page after it: whether the service keeps the rest until a page is asked for is not known. */
export async function takeChangedSkus(client: ApiClient, salesChannelId: string, since: string): Promise<ChangedSkus> {
	try {
		const query = { ...channel(salesChannelId), fromDate: since, page: 1, limit: endpoint.paging?.maxSize };
		const body = await client.call(endpoint, { query });
		const skus = rowsOf(body).map((row) => toChange(row).value.sku);
		return { skus: skus.filter((sku) => sku !== ''), more: isMore(body) || skus.includes('') };
	} catch (error) {
		throw asIs(feedError(error, salesChannelId));
	}
}

const channel = (salesChannelId: string) => ({ salesChannelId: wireId(salesChannelId, 'Sales Channel') });

/** An error after which changes may be taken and lost says so. */
function feedError(error: unknown, salesChannelId: string): unknown {
	if (!(error instanceof ApiError) || !['effectUnknown', 'unreadable'].includes(error.kind)) return error;
	const { status, message } = error.facts;
	const answered = status === undefined ? 'no answer came' : `the service answered with status ${status}`;
	const reason = error.kind === 'unreadable' ? message : `There was no list: ${answered}.`;
	return new ApiError({
		...error.facts,
		kind: 'feedLost',
		message:
			`The changed stock levels of sales channel ${salesChannelId} could not be read, ` +
			`and the service may not show them again. ${reason}`,
	});
}

const rowsOf = (body: unknown): unknown[] =>
	read(body).flatMap(({ productAggregatedQuantities }) => productAggregatedQuantities ?? []);
const isMore = (body: unknown): boolean => read(body).some(({ pagesRemaining }) => pagesRemaining === true);
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
