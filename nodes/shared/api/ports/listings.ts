import type { Listing, ListingChange, ListingFilter, ListingReceipt, NewListing } from '../../domain/product/listing';
import type { ItemResult, BatchItem } from '../../batch/types';
import type { CreateOptions, ListOptions, WithRaw } from './types';

/** Listings of products in sales channels. Writes return one result per input, in any order. */
export interface ListingsPort {
	list(filter: ListingFilter, options: ListOptions): AsyncIterable<Array<WithRaw<Listing>>>;
	create(
		listings: ReadonlyArray<BatchItem<NewListing>>,
		options: Pick<CreateOptions, 'lookUpFirst'>,
	): Promise<Array<ItemResult<WithRaw<ListingReceipt>>>>;
	update(changes: ReadonlyArray<BatchItem<ListingChange>>): Promise<Array<ItemResult<WithRaw<ListingReceipt>>>>;
}
