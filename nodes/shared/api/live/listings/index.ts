import type { ApiClient } from '../../../http/client';
import type { ListingsPort } from '../../ports/listings';
import { listListings } from './find';
import { createListings, updateListings } from './write';

/** Listings of the live API. */
export const liveListings = (client: ApiClient): ListingsPort => ({
	list: (filter, options) => listListings(client, filter, options),
	create: async (listings, options) => createListings(client, listings, options),
	update: async (changes) => updateListings(client, changes),
});
