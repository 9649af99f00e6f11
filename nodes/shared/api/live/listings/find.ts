import { readDate } from '../../../domain/values/dates/date';
import type { Listing, ListingFilter } from '../../../domain/product/listing';
import { chunks } from '../../../domain/chunks';
import type { ApiClient } from '../../../http/client';
import * as z from '../../../vendor/zod';
import { flag, readAs, recordId, text, textOrNull } from '../../common/parse';
import type { ListOptions, WithRaw } from '../../ports/types';
import { fold } from '../../common/productKeys';
import { filterParts, listed } from '../../common/queryParts';
import { readRecords } from '../../common/records';
import { Doubts, recordReader } from '../../common/unreadable';
import { LIVE } from '../catalogue';
import { wireId } from '../orders/write';

/** IDs per look-up: a production client joins 100 into one call (live-api section 4, ESB). */
const LOOK_UP = 100;

/** The fields of a listing that the package reads (live-api section 7.7). */
const wireListing = z.looseObject({
	listingId: recordId,
	listingSku: text,
	active: flag,
	pushInventory: flag,
});

/**
 * Lists listings page by page. SKUs must match completely; no source says whether the service itself matches prefixes.
 */
export async function* listListings(
	client: ApiClient,
	filter: ListingFilter,
	options: ListOptions,
): AsyncGenerator<Array<WithRaw<Listing>>> {
	for (const skus of filterParts(filter.skus, 'masterSku')) {
		for (const listingSkus of filterParts(filter.listingSkus, 'listingSku'))
			yield* listPart(client, { ...filter, skus, listingSkus }, options);
	}
}

async function* listPart(
	client: ApiClient,
	filter: ListingFilter,
	options: ListOptions,
): AsyncGenerator<Array<WithRaw<Listing>>> {
	const skus = filter.skus && new Set(filter.skus.map(fold));
	const listingSkus = filter.listingSkus && new Set(filter.listingSkus.map(fold));
	const pages = readRecords(client, LIVE.listListings, {
		...options,
		query: {
			listingSku: listed(filter.listingSkus),
			masterSku: listed(filter.skus),
			active: filter.active,
			salesChannelId: filter.salesChannelId ? wireId(filter.salesChannelId, 'salesChannelId') : undefined,
			warehouseId: filter.warehouseId ? wireId(filter.warehouseId, 'warehouseId') : undefined,
			createdDateFrom: filter.createdFrom,
			createdDateTo: filter.createdTo,
			modifiedDateFrom: filter.modifiedFrom,
			modifiedDateTo: filter.modifiedTo,
		},
		read: readListing,
		key: ({ value }) => value.listingId,
	});
	for await (const page of pages) {
		const exact = page.filter(
			({ value }) =>
				(!skus || skus.has(fold(value.sku ?? ''))) && (!listingSkus || listingSkus.has(fold(value.listingSku))),
		);
		if (exact.length > 0) yield exact;
	}
}

const readListing = recordReader(
	{ what: 'Listing', id: 'listingId', name: 'listingSku' },
	(raw, endpoint): WithRaw<Listing> => {
		const wire = readAs(wireListing, raw, endpoint);
		return {
			value: {
				listingId: wire.listingId,
				listingSku: wire.listingSku ?? '',
				sku: textOrNull(wire.masterSku),
				productId: textOrNull(wire.productId),
				salesChannelId: textOrNull(wire.salesChannelId),
				active: wire.active,
				pushInventory: wire.pushInventory,
				fnSku: textOrNull(wire.fnSku),
				createdAt: readDate(wire.created),
				updatedAt: readDate(wire.lastModified),
			},
			raw,
		};
	},
);

/**
 * The listings of a channel with exactly these SKUs, by `fold(listingSku)`.
 * @param doubtful receives the errors of SKUs that an unreadable record may have; without it, such an error ends the
 *   look-up
 */
export async function findListings(
	client: ApiClient,
	salesChannelId: string,
	listingSkus: readonly string[],
	doubtful?: Map<string, Error>,
): Promise<Map<string, WithRaw<Listing>>> {
	const found = new Map<string, WithRaw<Listing>>();
	const doubts = new Doubts();
	if (listingSkus.length === 0) return found;
	for await (const page of listListings(
		client,
		{ salesChannelId, listingSkus: [...new Set(listingSkus)] },
		{ unreadable: doubts.take },
	)) {
		for (const listing of page) {
			if (listing.value.salesChannelId === null || listing.value.salesChannelId === salesChannelId)
				found.set(fold(listing.value.listingSku), listing);
		}
	}
	for (const listingSku of listingSkus) {
		const doubt = found.has(fold(listingSku))
			? undefined
			: doubts.about(`a listing with the SKU ${listingSku}`, { listingSku, salesChannelId });
		if (doubt && !doubtful) throw doubt;
		if (doubt) doubtful?.set(fold(listingSku), doubt);
	}
	return found;
}

/** The listings of a channel with these IDs. @throws UnreadableRecord */
export async function listingsById(
	client: ApiClient,
	salesChannelId: string,
	ids: readonly string[],
): Promise<Map<string, WithRaw<Listing>>> {
	const found = new Map<string, WithRaw<Listing>>();
	for (const part of chunks([...new Set(ids)], LOOK_UP)) {
		const pages = readRecords(client, LIVE.listListings, {
			query: {
				listingId: part.map((id) => wireId(id, 'listingId')),
				salesChannelId: wireId(salesChannelId, 'salesChannelId'),
			},
			read: readListing,
			key: ({ value }) => value.listingId,
		});
		for await (const page of pages) for (const listing of page) found.set(listing.value.listingId, listing);
	}
	return found;
}
