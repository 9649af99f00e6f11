import type { Call, Handlers } from '../http/call';
import { badField } from '../http/problem';
import { isoSeconds } from '../store/clock';
import { bulk, RowError, UNKNOWN_PRODUCT } from './bulk';

interface PutListing {
	listingSku: string;
	productId: number;
	active?: boolean | null;
	pushInventory?: boolean | null;
}

interface PostListing {
	productListingId: number;
	listingSku?: string | null;
	active?: boolean | null;
	pushInventory?: boolean | null;
}

/** Both writes carry the channel once, beside the rows. */
function channelOf(call: Call): number {
	const id = (call.body as { salesChannelId?: number | null }).salesChannelId ?? 0;
	if (!call.store.salesChannels.get(id)) throw badField(422, 'salesChannelId', `There is no sales channel ${id}`);
	return id;
}

function create(call: Call): unknown {
	const salesChannelId = channelOf(call);
	const { catalog, now } = call.store;
	return bulk(
		(call.body as { listings: PutListing[] }).listings,
		({ listingSku, productId, active, pushInventory }) => {
			const product = catalog.products.get(productId);
			if (!product) throw new RowError('productId', 'Product does not exist', productId, UNKNOWN_PRODUCT);
			if (catalog.listing(salesChannelId, listingSku))
				throw new RowError('listingSku', `Listing ${listingSku} exists in this channel`, listingSku);
			const created = isoSeconds(now());
			const listing = catalog.addListing({
				listingId: catalog.listings.newId(),
				listingSku,
				masterSku: product.masterSku,
				productId,
				salesChannelId,
				fnSku: null,
				active: active ?? true,
				pushInventory: pushInventory ?? true,
				created,
				lastModified: created,
			});
			return { listingId: listing.listingId, listingSku };
		},
	);
}

function update(call: Call): unknown {
	const salesChannelId = channelOf(call);
	const { catalog, now } = call.store;
	return bulk(
		(call.body as { listings: PostListing[] }).listings,
		({ productListingId, listingSku, active, pushInventory }) => {
			const listing = catalog.listings.get(productListingId);
			if (listing?.salesChannelId !== salesChannelId)
				throw new RowError('productListingId', `The channel has no listing ${productListingId}`, productListingId);
			if (listingSku && listingSku.toLowerCase() !== listing.listingSku.toLowerCase()) {
				if (catalog.listing(salesChannelId, listingSku))
					throw new RowError('listingSku', `Listing ${listingSku} exists in this channel`, listingSku);
				catalog.renameListing(listing, listingSku);
			}
			Object.assign(listing, {
				active: active ?? listing.active,
				pushInventory: pushInventory ?? listing.pushInventory,
				lastModified: isoSeconds(now()),
			});
			return { listingId: listing.listingId, listingSku: listing.listingSku };
		},
	);
}

export const listingWriteHandlers: Handlers = { 'listings.create': create, 'listings.update': update };
