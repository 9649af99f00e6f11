import type { Product } from '../model/product';
import type { Store } from './store';

/**
 * What the feed of changed stock goes by. `memory`: it shows what has changed since it was last asked for the channel, whatever the dates; those narrow what is shown of it.
 * `dates`: the dates alone.
 */
export const FEED_MEMORIES = ['memory', 'dates'] as const;
export type FeedMemory = (typeof FEED_MEMORIES)[number];

export interface FeedRule {
	by: FeedMemory;
	/** Share of what is available that the channel's allocation rules leave it, in percent. */
	share: number;
}

export const DEFAULT_FEED: Readonly<FeedRule> = { by: 'memory', share: 100 };

/** What the feed remembers of each channel. */
export class StockFeed {
	private readonly shown = new Map<number, Map<number, string>>();
	private readonly list = new Map<number, Product[]>();

	/** The products of a channel that have changed. The first page is the question; the pages after it go on in the same list. */
	changed(store: Store, channelId: number, products: readonly Product[], page: number): readonly Product[] {
		const before = this.list.get(channelId);
		if (page > 1 && before) return before;
		const shown = this.shown.get(channelId) ?? new Map<number, string>();
		const changed = products.filter(({ productId }) => shown.get(productId) !== levelsOf(store, productId));
		for (const { productId } of changed) shown.set(productId, levelsOf(store, productId));
		this.shown.set(channelId, shown);
		this.list.set(channelId, changed);
		return changed;
	}
}

const levelsOf = (store: Store, productId: number): string =>
	JSON.stringify(
		store.stockroom
			.of(productId)
			.map(({ warehouseId, quantity, allocated, locked }) => [warehouseId, quantity, allocated, locked]),
	);
