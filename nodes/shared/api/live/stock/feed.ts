import type { StockChange, StockChangeFilter } from '../../../domain/stock/stockChange';
import { ApiError } from '../../../http/errors/apiError';
import type { ApiClient } from '../../../http/client';
import { rethrow } from '../../../http/errors/rethrow';
import * as z from '../../../vendor/zod';
import { flagOrNull, number, readAs, recordId, text } from '../../common/parse';
import type { ListOptions, WithRaw } from '../../ports/types';
import type { ChangedSkus } from '../../ports/changes';
import { readRecords } from '../../common/records';
import { plainValue, recordReader } from '../../common/unreadable';
import { LIVE } from '../catalogue';
import { wireId } from '../orders/write';

const wireChange = z.looseObject({
	product: z.looseObject({ productId: text, masterSku: text, name: text }).nullish(),
	availableQuantity: number,
	warehouseInventoryBreakdown: z.array(z.looseObject({ warehouseId: recordId, availableQuantity: number })).nullish(),
});

/** This endpoint alone wraps its list in an object that says whether pages remain (live-api section 4). */
const wirePages = z.array(
	z
		.looseObject({ pagesRemaining: z.unknown(), productAggregatedQuantities: z.array(z.unknown()).nullish() })
		.refine(
			(page) => page.pagesRemaining !== undefined || page.productAggregatedQuantities !== undefined,
			'a page of products',
		),
);

const endpoint = LIVE.stockChanges;
const { name } = endpoint;

/** The feed of changed availability for the products that a channel lists. Reading consumes the changes. */
export async function* stockChanges(
	client: ApiClient,
	filter: StockChangeFilter,
	options: ListOptions,
): AsyncGenerator<Array<WithRaw<StockChange>>> {
	const pages = readRecords(client, endpoint, {
		...options,
		query: { ...channel(filter.salesChannelId), fromDate: filter.changedFrom, toDate: filter.changedTo },
		rowsIn: rowsOf,
		read: toChange,
		more: isMore,
		key: ({ value }) => value.productId ?? value.sku,
	});
	try {
		for await (const page of pages) yield filter.perWarehouse ? page.flatMap(perWarehouse) : page;
	} catch (error) {
		rethrow(feedError(error, filter.salesChannelId));
	}
}

/**
 * Reads one response and no further page: it is unknown whether the service keeps the rest until a page is requested.
 */
export async function takeChangedSkus(client: ApiClient, salesChannelId: string, since: string): Promise<ChangedSkus> {
	try {
		const query = { ...channel(salesChannelId), fromDate: since, page: 1, limit: endpoint.paging?.maxSize };
		const body = await client.call(endpoint, { query });
		// The SKU of an otherwise unreadable row is enough; without one, any product may have changed.
		const skus = rowsOf(body).map((row) => plainValue(row, 'product.masterSku') ?? '');
		return { skus: skus.filter((sku) => sku !== ''), more: isMore(body) || skus.includes('') };
	} catch (error) {
		rethrow(feedError(error, salesChannelId));
	}
}

const channel = (salesChannelId: string) => ({ salesChannelId: wireId(salesChannelId, 'salesChannelId') });

/** Adds to an error that changes may have been consumed and lost. */
function feedError(error: unknown, salesChannelId: string): unknown {
	if (!(error instanceof ApiError) || !['indeterminate', 'unreadable', 'unreadableRecord'].includes(error.kind))
		return error;
	const { status, message } = error.facts;
	const responded = status === undefined ? 'no response arrived' : `the service responded with status ${status}`;
	const reason = error.kind !== 'indeterminate' ? message : `There was no list: ${responded}.`;
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
const isMore = (body: unknown): boolean => read(body).some(({ pagesRemaining }) => flagOrNull(pagesRemaining) === true);
const read = (body: unknown) => readAs(wirePages, Array.isArray(body) ? body : [body], name);

type ProductChange = Extract<StockChange, { warehouses: unknown }>;

const toChange = recordReader(
	{ what: 'Stock change', name: 'product.masterSku' },
	(raw, endpoint): WithRaw<ProductChange> => {
		const { product, availableQuantity, warehouseInventoryBreakdown } = readAs(wireChange, raw, endpoint);
		return {
			value: {
				sku: product?.masterSku ?? '',
				productId: product?.productId ?? null,
				productName: product?.name ?? null,
				available: availableQuantity,
				warehouses: (warehouseInventoryBreakdown ?? []).map((part) => ({
					warehouseId: part.warehouseId,
					available: part.availableQuantity ?? 0,
				})),
			},
			raw,
		};
	},
);

/** One entry per warehouse of a product; the raw data is reduced to that warehouse. */
function perWarehouse({
	value: { sku, productId, productName, warehouses },
	raw,
}: WithRaw<ProductChange>): Array<WithRaw<StockChange>> {
	const { warehouseInventoryBreakdown = [], ...whole } = raw as { warehouseInventoryBreakdown?: unknown[] };
	return warehouses.map((one, at) => ({
		value: { sku, productId, productName, ...one },
		raw: { ...whole, warehouseInventoryBreakdown: warehouseInventoryBreakdown?.slice(at, at + 1) },
	}));
}
