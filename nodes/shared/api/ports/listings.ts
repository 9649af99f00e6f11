import type { Listing, ListingChange, ListingFilter, ListingReceipt, NewListing } from '../../domain/listing';
import type { Outcome, Placed } from '../../http/batches';
import type { CreateOptions, ListOptions, Sourced } from '../port';

/** Listings of products in sales channels. Writes bring one outcome for each input, in any order. */
export interface ListingsPort {
	list(filter: ListingFilter, options: ListOptions): AsyncIterable<Array<Sourced<Listing>>>;
	create(
		listings: ReadonlyArray<Placed<NewListing>>,
		options: Pick<CreateOptions, 'lookUpFirst'>,
	): Promise<Array<Outcome<Sourced<ListingReceipt>>>>;
	update(changes: ReadonlyArray<Placed<ListingChange>>): Promise<Array<Outcome<Sourced<ListingReceipt>>>>;
}
