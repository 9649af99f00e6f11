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
import { forEachGroup, groupsOf } from '../../../batch/groups';
import * as z from '../../../vendor/zod';
import { id, textOrNull } from '../../common/parse';
import type { Names } from '../../../batch/confirm/confirm';
import type { CreateOptions, WithRaw } from '../../ports/types';
import { fold } from '../../common/productKeys';
import { rejectDuplicates } from '../../../batch/rejectDuplicates';
import { shows } from '../../../batch/confirm/shows';
import { bulkOutcomes } from '../wire/bulk';
import { LIVE } from '../catalogue';
import { findListings, listingsById } from './find';
import { wireId } from '../orders/write';
import { buildBodiesWithPauses, buildBodies } from '../../../batch/buildBodies';
import { type Identified, identifyProducts } from '../products/identify';
import { sendReconciled } from '../../../batch/sendReconciled';

type Wire = Record<string, unknown>;
type Receipt = WithRaw<ListingReceipt>;
type Outcomes = Promise<Array<ItemResult<Receipt>>>;

/** What the pack reads of a result, whose shape no source tells. */
const wireResult = z.looseObject({ listingId: id.nullish(), listingSku: z.string() });

const channelOf = ({ salesChannelId }: { salesChannelId: string }): string => salesChannelId;

/**
 * Creates listings, none twice: a SKU that the channel has already is reported, and after a lost answer only what is
 * not found is sent again. One call takes one channel.
 */
export async function createListings(
	client: ApiClient,
	listings: ReadonlyArray<BatchItem<NewListing>>,
	{ lookUpFirst }: Pick<CreateOptions, 'lookUpFirst'>,
): Outcomes {
	const { good, bad } = buildBodies(
		listings,
		({ salesChannelId }) => wireId(salesChannelId, 'salesChannelId'),
		new Map(),
	);
	const { once, repeats } = rejectDuplicates(
		good,
		({ salesChannelId, listingSku }) => `${salesChannelId}\n${fold(listingSku)}`,
		({ listingSku }) => `the listing ${listingSku}`,
		'listingSku',
	);
	const created = await forEachGroup(groupsOf(once, channelOf), async (group) =>
		createInChannel(client, group, lookUpFirst),
	);
	return [...bad, ...repeats, ...created];
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
	const sent = await sendReconciled<Identified<NewListing>, Receipt>(client, LIVE.createListings, found, {
		body: (rows) => ({
			salesChannelId: wireId(salesChannelId, 'salesChannelId'),
			listings: rows.map(({ value }) => newListing(value)),
		}),
		done: async (rows) => {
			const now = await lookUp(rows.map(({ value }) => value.input.listingSku));
			const known = rows.map(({ index, value }) => [index, now.get(fold(value.input.listingSku))] as const);
			return new Map(
				known.flatMap(([index, listing]) => (listing ? [[index, receiptOf(listing, 'created', salesChannelId)]] : [])),
			);
		},
		outcomes: (rows, response) =>
			bulkOutcomes(LIVE.createListings, rows, response, {
				names: ({ input }) => ({ listingSku: input.listingSku }),
				succeed: ({ value: { input } }, result) =>
					resultOf(result, 'created', { salesChannelId, listingId: null, listingSku: input.listingSku }),
			}),
	});
	return [...existing, ...unclear, ...missing, ...(await withIds(sent, lookUp))];
}

/**
 * Ids that the answer did not tell are looked up. What was created stays created, whether or not it can be seen yet.
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

/** Changes listings. One call takes one channel. */
export async function updateListings(client: ApiClient, changes: ReadonlyArray<BatchItem<ListingChange>>): Outcomes {
	const { good, bad } = buildBodies(
		changes,
		({ salesChannelId, key }) => [
			wireId(salesChannelId, 'salesChannelId'),
			'listingId' in key && wireId(key.listingId, 'listingId'),
		],
		new Map(),
	);
	return [...bad, ...(await forEachGroup(groupsOf(good, channelOf), async (group) => updateInChannel(client, group)))];
}

async function updateInChannel(client: ApiClient, group: ReadonlyArray<BatchItem<ListingChange>>): Outcomes {
	const salesChannelId = group[0]?.value.salesChannelId ?? '';
	const named = group.flatMap(({ value: { key } }) => ('listingSku' in key ? [key.listingSku] : []));
	const doubtful = new Map<string, Error>();
	const found = await findListings(client, salesChannelId, named, doubtful);
	const bodies = new Map<number, Wire>();
	const { good, bad } = await buildBodiesWithPauses(
		client,
		group,
		(change) => listingChange(change, found, doubtful),
		bodies,
	);
	const idOf = ({ index }: BatchItem<ListingChange>): string => String(bodies.get(index)?.productListingId);
	const receipt = (change: BatchItem<ListingChange>, result: unknown): Receipt =>
		resultOf(result, 'updated', { salesChannelId, listingId: idOf(change), listingSku: skuAfter(change.value) });
	const sent = await sendReconciled<ListingChange, Receipt>(client, LIVE.updateListings, good, {
		body: (open) => ({
			salesChannelId: wireId(salesChannelId, 'salesChannelId'),
			listings: open.map(({ index }) => bodies.get(index)),
		}),
		done: async (open) => {
			const now = await listingsById(client, salesChannelId, open.map(idOf));
			return new Map(
				open.flatMap((change): Array<[number, Receipt]> => {
					const { productListingId: _, ...wanted } = bodies.get(change.index) ?? {};
					const listing = now.get(idOf(change));
					return listing && shows(listing.raw, wanted) ? [[change.index, receipt(change, listing.raw)]] : [];
				}),
			);
		},
		outcomes: (open, response) => {
			// Of one that gets a new SKU, no source tells under which it is named.
			const idBy = new Map(open.map((change) => [change.value, idOf(change)]));
			const names = (change: ListingChange): Names => ({
				listingId: idBy.get(change),
				listingSku: change.newListingSku ? undefined : skuAfter(change),
			});
			return bulkOutcomes(LIVE.updateListings, open, response, { names, succeed: receipt });
		},
	});
	return [...bad, ...sent];
}

/** The SKU that the listing has when the change is made, as far as it is known. */
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

/** What the result of a listing tells of it; what it does not tell stays as it is known. */
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
