import type {
	Listing,
	ListingChange,
	ListingDetails,
	ListingReceipt,
	NewListing,
} from '../../../domain/product/listing';
import { ApiError } from '../../../http/errors/apiError';
import type { ItemResult, BatchItem } from '../../../batch/types';
import type { ApiClient } from '../../../http/client';
import * as z from '../../../vendor/zod';
import { id, textOrNull } from '../../common/parse';
import type { CreateOptions, WithRaw } from '../../ports/types';
import { fold } from '../../common/productKeys';
import { type Row, write } from '../../../batch/write';
import { shows } from '../../../batch/confirm/shows';
import { LIVE } from '../catalogue';
import { findListings, listingsById } from './find';
import { wireId } from '../orders/write';
import { type Identified, identifyProducts } from '../products/identify';

type Wire = Record<string, unknown>;
type Receipt = WithRaw<ListingReceipt>;
type Outcomes = Promise<Array<ItemResult<Receipt>>>;

/** The fields of a result that the package reads; no source describes its shape. */
const wireResult = z.looseObject({ listingId: id.nullish(), listingSku: z.string() });

const channelOf = ({ salesChannelId }: { salesChannelId: string }): string => salesChannelId;

/**
 * Creates listings. If the channel already has the SKU, that listing is returned. After a lost response only missing
 * listings are sent again. One call covers one channel.
 */
export async function createListings(
	client: ApiClient,
	listings: ReadonlyArray<BatchItem<NewListing>>,
	{ lookUpFirst }: Pick<CreateOptions, 'lookUpFirst'>,
): Outcomes {
	return await write(client, listings, {
		build: ({ salesChannelId }) => wireId(salesChannelId, 'salesChannelId'),
		duplicates: {
			by: ({ salesChannelId, listingSku }) => `${salesChannelId}\n${fold(listingSku)}`,
			name: ({ listingSku }) => `the listing ${listingSku}`,
			field: 'listingSku',
		},
		groupBy: channelOf,
		sendGroup: async (group) => createInChannel(client, group, lookUpFirst),
	});
}

async function createInChannel(
	client: ApiClient,
	group: ReadonlyArray<BatchItem<NewListing>>,
	lookUpFirst: boolean,
): Outcomes {
	const salesChannelId = group[0]?.value.salesChannelId ?? '';
	const doubtful = new Map<string, Error>();
	const lookUp = async (skus: string[], unclear?: Map<string, Error>): Promise<Map<string, WithRaw<Listing>>> =>
		findListings(client, salesChannelId, skus, unclear);
	const before = lookUpFirst
		? await lookUp(
				group.map(({ value }) => value.listingSku),
				doubtful,
			)
		: new Map<string, WithRaw<Listing>>();
	const existing = group.flatMap(({ index, value }): Array<ItemResult<Receipt>> => {
		const listing = before.get(fold(value.listingSku));
		return listing ? [{ index, ok: true, value: receiptOf(listing, 'existing', salesChannelId) }] : [];
	});
	const unclear = group.flatMap(({ index, value }): Array<ItemResult<Receipt>> => {
		const error = doubtful.get(fold(value.listingSku));
		return error ? [{ index, ok: false, error }] : [];
	});
	const open = group.filter(
		({ value }) => !before.has(fold(value.listingSku)) && !doubtful.has(fold(value.listingSku)),
	);
	const { found, missing } = await identifyProducts(
		client,
		open.map(({ index, value }) => ({ index, value: { ...value, key: value.product } })),
	);
	const sent = await write(client, found, {
		distinctBy: ({ input }) => fold(input.listingSku),
		endpoint: LIVE.createListings,
		call: (rows) => ({
			body: {
				salesChannelId: wireId(salesChannelId, 'salesChannelId'),
				listings: rows.map(({ value }) => newListing(value)),
			},
		}),
		settle: {
			names: ({ input }) => ({ listingSku: input.listingSku }),
			succeed: ({ value: { input } }, result): Receipt =>
				resultOf(result, 'created', { salesChannelId, listingId: null, listingSku: input.listingSku }),
		},
		find: async (rows) => {
			const now = await lookUp(rows.map(({ value }) => value.input.listingSku));
			return ({ value }) => {
				const listing = now.get(fold(value.input.listingSku));
				return listing && receiptOf(listing, 'created', salesChannelId);
			};
		},
	});
	return [...existing, ...unclear, ...missing, ...(await withIds(sent, lookUp))];
}

/**
 * Looks up IDs that are missing from the response. A created listing counts as created even if it does not show yet.
 */
async function withIds(
	outcomes: Array<ItemResult<Receipt>>,
	lookUp: (skus: string[]) => Promise<Map<string, WithRaw<Listing>>>,
): Outcomes {
	const skus = outcomes.flatMap((one) =>
		one.ok && one.value.value.listingId === null ? [one.value.value.listingSku ?? ''] : [],
	);
	const now = await lookUp(skus).catch(() => new Map<string, WithRaw<Listing>>());
	return outcomes.map((one) => {
		const listingId =
			one.ok && one.value.value.listingId === null
				? now.get(fold(one.value.value.listingSku ?? ''))?.value.listingId
				: undefined;
		return one.ok && listingId ? { ...one, value: { ...one.value, value: { ...one.value.value, listingId } } } : one;
	});
}

const newListing = ({ input, productId }: Identified<NewListing>): Wire => ({
	listingSku: input.listingSku,
	productId: wireId(productId, 'productId'),
	...details(input.details),
});

/** Changes listings. One call covers one channel. */
export const updateListings = async (client: ApiClient, changes: ReadonlyArray<BatchItem<ListingChange>>): Outcomes =>
	await write(client, changes, {
		build: ({ salesChannelId, key }) => {
			wireId(salesChannelId, 'salesChannelId');
			if ('listingId' in key) wireId(key.listingId, 'listingId');
		},
		groupBy: channelOf,
		sendGroup: async (group) => updateInChannel(client, group),
	});

async function updateInChannel(client: ApiClient, group: ReadonlyArray<BatchItem<ListingChange>>): Outcomes {
	const salesChannelId = group[0]?.value.salesChannelId ?? '';
	const named = group.flatMap(({ value: { key } }) => ('listingSku' in key ? [key.listingSku] : []));
	const doubtful = new Map<string, Error>();
	const found = await findListings(client, salesChannelId, named, doubtful);
	const idOf = ({ productListingId }: Wire): string => String(productListingId);
	const receipt = ({ value, body }: Row<ListingChange, Wire>, result: unknown): Receipt =>
		resultOf(result, 'updated', { salesChannelId, listingId: idOf(body), listingSku: skuAfter(value) });
	return await write(client, group, {
		build: (change) => listingChange(change, found, doubtful),
		endpoint: LIVE.updateListings,
		call: (rows) => ({
			body: { salesChannelId: wireId(salesChannelId, 'salesChannelId'), listings: rows.map(({ body }) => body) },
		}),
		settle: {
			// No source says whether a result names a renamed listing by its old or its new SKU.
			names: (change, { body }) => ({
				listingId: idOf(body),
				listingSku: change.newListingSku ? undefined : skuAfter(change),
			}),
			succeed: receipt,
		},
		find: async (rows) => {
			const now = await listingsById(
				client,
				salesChannelId,
				rows.map(({ body }) => idOf(body)),
			);
			return (row) => {
				const { productListingId: _, ...wanted } = row.body;
				const listing = now.get(idOf(row.body));
				return listing && shows(listing.raw, wanted) ? receipt(row, listing.raw) : undefined;
			};
		},
	});
}

/** The listing's SKU after the change, if it is known. */
const skuAfter = ({ key, newListingSku }: ListingChange): string | null =>
	newListingSku ?? ('listingSku' in key ? key.listingSku : null);

function listingChange(
	{ salesChannelId, key, newListingSku, details: given }: ListingChange,
	found: ReadonlyMap<string, WithRaw<Listing>>,
	doubtful: ReadonlyMap<string, Error>,
): Wire {
	const listingId = 'listingId' in key ? key.listingId : found.get(fold(key.listingSku))?.value.listingId;
	if (listingId === undefined)
		throw (
			doubtful.get('listingSku' in key ? fold(key.listingSku) : '') ??
			missing('listingSku' in key ? key.listingSku : '', salesChannelId)
		);
	return {
		productListingId: wireId(listingId, 'listingId'),
		...(newListingSku === undefined ? {} : { listingSku: newListingSku }),
		...details(given),
	};
}

const missing = (listingSku: string, salesChannelId: string): ApiError =>
	new ApiError({
		kind: 'notFound',
		message: `The sales channel ${salesChannelId} has no listing with the SKU ${listingSku}.`,
		input: 'listingSku',
		subject: listingSku,
		endpoint: LIVE.listListings.name,
	});

const details = ({ active, pushInventory, fulfillmentLatency }: ListingDetails): Wire =>
	Object.fromEntries(
		Object.entries({ active, pushInventory, fulfillmentLatency }).filter(([, value]) => value !== undefined),
	);

const receiptOf = (
	{ value: { listingId, listingSku }, raw }: WithRaw<Listing>,
	outcome: ListingReceipt['outcome'],
	salesChannelId: string,
): Receipt => ({
	value: { outcome, listingId, listingSku, salesChannelId },
	raw,
});

/** The result's data about a listing, completed with what is known. */
function resultOf(raw: unknown, outcome: ListingReceipt['outcome'], known: Omit<ListingReceipt, 'outcome'>): Receipt {
	const read = wireResult.safeParse(raw).data;
	const listingId = textOrNull(read?.listingId);
	const isOne =
		read !== undefined &&
		(known.listingId === null ? fold(read.listingSku) === fold(known.listingSku ?? '') : listingId === known.listingId);
	if (!isOne) return { value: { outcome, ...known }, raw: {} };
	return {
		value: {
			outcome,
			...known,
			listingId: known.listingId ?? listingId,
			listingSku: known.listingSku ?? read.listingSku,
		},
		raw,
	};
}
