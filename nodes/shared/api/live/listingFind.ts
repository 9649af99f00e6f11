import { readDate } from '../../domain/date';
import type { Listing, ListingFilter } from '../../domain/listing';
import { chunks } from '../../http/batches';
import type { ApiClient } from '../../http/client';
import { readPages } from '../../http/pages';
import * as z from '../../vendor/zod';
import { id, readAs, rowsOf, textOrNull } from '../answers';
import type { ListOptions, Sourced } from '../port';
import { fold } from '../productKeys';
import { filterParts, listed } from '../queryParts';
import { LIVE } from './catalogue';
import { wireId } from './orderWrite';

/** Ids of one look-up: 100 is what a production client joins into one call (live-api section 4, ESB). */
const LOOK_UP = 100;

/** What the pack reads of a listing (live-api section 7.7). */
const wireListing = z.looseObject({
	listingId: id,
	listingSku: z.string().nullish(),
	active: z.boolean().nullish(),
	pushInventory: z.boolean().nullish(),
});

/** Lists listings page by page; SKUs are taken whole, whether the service matches their beginnings or not, which no source tells. */
export async function* listListings(client: ApiClient, filter: ListingFilter, options: ListOptions): AsyncGenerator<Array<Sourced<Listing>>> {
	for (const skus of filterParts(filter.skus, 'masterSku')) {
		for (const listingSkus of filterParts(filter.listingSkus, 'listingSku')) yield* listPart(client, { ...filter, skus, listingSkus }, options);
	}
}

async function* listPart(client: ApiClient, filter: ListingFilter, options: ListOptions): AsyncGenerator<Array<Sourced<Listing>>> {
	const skus = filter.skus && new Set(filter.skus.map(fold));
	const listingSkus = filter.listingSkus && new Set(filter.listingSkus.map(fold));
	const pages = readPages(client, LIVE.listListings, {
		query: {
			listingSku: listed(filter.listingSkus),
			masterSku: listed(filter.skus),
			active: filter.active,
			salesChannelId: filter.salesChannelId ? wireId(filter.salesChannelId, 'Sales Channel') : undefined,
			warehouseId: filter.warehouseId ? wireId(filter.warehouseId, 'Warehouse') : undefined,
			createdDateFrom: filter.createdFrom,
			createdDateTo: filter.createdTo,
			modifiedDateFrom: filter.modifiedFrom,
			modifiedDateTo: filter.modifiedTo,
		},
		pageSize: options.pageSize,
		rows: (body) => rowsOf(body, LIVE.listListings.name).map(readListing),
		key: ({ value }) => value.listingId,
	});
	for await (const page of pages) {
		const exact = page.filter(({ value }) => (!skus || skus.has(fold(value.sku ?? ''))) && (!listingSkus || listingSkus.has(fold(value.listingSku))));
		if (exact.length > 0) yield exact;
	}
}

function readListing(source: unknown): Sourced<Listing> {
	const wire = readAs(wireListing, source, LIVE.listListings.name);
	return {
		value: {
			listingId: String(wire.listingId),
			listingSku: wire.listingSku ?? '',
			sku: textOrNull(wire.masterSku),
			productId: textOrNull(wire.productId),
			salesChannelId: textOrNull(wire.salesChannelId),
			active: wire.active ?? null,
			pushInventory: wire.pushInventory ?? null,
			fnSku: textOrNull(wire.fnSku),
			createdAt: readDate(wire.created),
			updatedAt: readDate(wire.lastModified),
		},
		source,
	};
}

/** The listings of a channel with exactly these SKUs, by `fold(listingSku)`. */
export async function findListings(client: ApiClient, salesChannelId: string, listingSkus: readonly string[]): Promise<Map<string, Sourced<Listing>>> {
	const found = new Map<string, Sourced<Listing>>();
	if (listingSkus.length === 0) return found;
	for await (const page of listListings(client, { salesChannelId, listingSkus: [...new Set(listingSkus)] }, {})) {
		for (const listing of page) {
			if (listing.value.salesChannelId === null || listing.value.salesChannelId === salesChannelId) found.set(fold(listing.value.listingSku), listing);
		}
	}
	return found;
}

/** The listings of a channel with these ids. */
export async function listingsById(client: ApiClient, salesChannelId: string, ids: readonly string[]): Promise<Map<string, Sourced<Listing>>> {
	const found = new Map<string, Sourced<Listing>>();
	for (const part of chunks([...new Set(ids)], LOOK_UP)) {
		const pages = readPages(client, LIVE.listListings, {
			query: { listingId: part.map((id) => wireId(id, 'Listing ID')), salesChannelId: wireId(salesChannelId, 'Sales Channel') },
			rows: (body) => rowsOf(body, LIVE.listListings.name).map(readListing),
			key: ({ value }) => value.listingId,
		});
		for await (const page of pages) for (const listing of page) found.set(listing.value.listingId, listing);
	}
	return found;
}
