import type { ApiClient } from './client';
import type { Endpoint } from './endpoint';

/**
 * Calls at once, at most. When the list ends, all but one of them were needless: no response tells in advance how long
 * a list is.
 */
export const MOST_AT_ONCE = 4;
/** Pages that were asked for and not yet taken by the reader, at most: a slow reader must not fill the memory. */
export const MOST_AHEAD = 2 * MOST_AT_ONCE;
/** Pages without a 429 after which a run dares more at once again. */
const CALM_PAGES = 16;

type Outcome<Page> = { page: Page } | { error: unknown };

/** How to read one page. */
export interface PageReader<Page> {
	/** Sends the call with the given client, which ends the call when the list is no longer read. */
	fetchPage(client: ApiClient, page: number): Promise<Page>;
	/** Whether the page shows that the list ends with it. */
	isEnd(page: Page): boolean;
}

/**
 * Reads pages before they are asked for, and hands them over in their order. A page that fails fails when its turn
 * comes. The next page is asked for when one has arrived, not when the reader has used it, so that reading the rows
 * delays no call. The number of calls at once grows as long as pages come faster than one at a time would, and falls
 * back to one after a 429. A page that the rate limit would hold back is not asked for early.
 */
export class ReadAhead<Page> {
	private readonly ending = new AbortController();
	private readonly client: ApiClient;
	private readonly pages = new Map<number, Promise<Outcome<Page>>>();
	private underWay = 0;
	private taken = 0;
	private next = 1;
	/** The last page that may be asked for, as far as is known. */
	private limit = 0;
	/** A page that ended the list, or failed. */
	private end = Infinity;
	private width = 1;
	private refused: number;
	private calm = CALM_PAGES;
	/** Time that a response took, in milliseconds: the last one, and the fastest. */
	private latency = 0;
	private fastest = Infinity;

	constructor(
		client: ApiClient,
		private readonly endpoint: Endpoint,
		private readonly reader: PageReader<Page>,
	) {
		this.client = client.endingWith(this.ending.signal);
		this.refused = client.tooManyRequests;
	}

	/** A page; asks for it now if that has not happened. @throws what reading this page threw */
	async take(page: number): Promise<Page> {
		if (!this.pages.has(page)) this.begin(page);
		const outcome = await (this.pages.get(page) as Promise<Outcome<Page>>);
		this.pages.delete(page);
		this.taken = page;
		if ('error' in outcome) throw outcome.error;
		return outcome.page;
	}

	/**
	 * Allows the pages after one that was taken to be asked for, as many at once as pay.
	 * @param most pages that the reader will need at most, as far as is known
	 */
	start(after: number, most: number): void {
		this.limit = after + most;
		this.adapt();
		this.fill();
	}

	/** Ends all calls: the list is no longer read. */
	async close(): Promise<void> {
		this.ending.abort();
		await Promise.all(this.pages.values());
	}

	private fill(): void {
		const last = Math.min(this.limit, this.taken + MOST_AHEAD);
		// Calls that are made in the same turn of the event loop do not wait for the rate limit yet.
		let begun = 0;
		while (this.next <= last && this.next <= this.end && this.underWay < this.width) {
			const wait = this.client.waitFor(this.endpoint, begun);
			// The page after the one that was taken is needed in any case.
			if (this.next > this.taken + 1 && wait > this.latency) return;
			this.begin(this.next, wait);
			begun += 1;
		}
	}

	private begin(page: number, wait = this.client.waitFor(this.endpoint)): void {
		const due = this.client.now() + wait;
		this.next = page + 1;
		this.underWay += 1;
		this.pages.set(page, this.fetch(page, due));
	}

	private async fetch(page: number, due: number): Promise<Outcome<Page>> {
		let outcome: Outcome<Page>;
		try {
			outcome = { page: await this.reader.fetchPage(this.client, page) };
		} catch (error) {
			outcome = { error };
		}
		this.underWay -= 1;
		this.latency = Math.max(0, this.client.now() - due);
		this.fastest = Math.min(this.fastest, this.latency);
		if ('error' in outcome || this.reader.isEnd(outcome.page)) this.end = Math.min(this.end, page);
		if (!this.ending.signal.aborted) this.fill();
		return outcome;
	}

	private adapt(): void {
		this.calm += 1;
		if (this.client.tooManyRequests > this.refused) {
			this.refused = this.client.tooManyRequests;
			this.width = 1;
			this.calm = 0;
		} else if (this.calm >= CALM_PAGES && this.latency <= (this.width + 1) * this.fastest) {
			this.width = Math.min(MOST_AT_ONCE, this.width + 1);
		}
	}
}
