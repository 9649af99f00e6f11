import type { ApiClient } from './client';
import type { Endpoint } from './endpoint';

/**
 * Pages in flight or waiting for the reader, at most. When the list ends, all but one of them were needless: no
 * response tells in advance how long a list is.
 */
export const MOST_AHEAD = 4;
/** Pages without a 429 after which a run dares more at once again. */
const CALM_PAGES = 16;

type Outcome<Page> = { page: Page } | { error: unknown };

/**
 * Reads pages before they are asked for, and hands them over in their order. A page that fails fails when its turn
 * comes. The number of pages at once grows as long as the reader has to wait and the service takes no longer for more
 * of them, and falls back to one after a 429. A page that the rate limit would hold back is not asked for early.
 */
export class ReadAhead<Page> {
	private readonly ending = new AbortController();
	private readonly client: ApiClient;
	private readonly pages = new Map<number, Promise<Outcome<Page>>>();
	private width = 1;
	private refused: number;
	private calm = CALM_PAGES;
	/** Time that a response took, in milliseconds: the last one, and the fastest. */
	private latency = 0;
	private fastest = Infinity;

	/** @param fetchPage sends the call with the given client, which ends the call when the list is no longer read */
	constructor(
		client: ApiClient,
		private readonly endpoint: Endpoint,
		private readonly fetchPage: (client: ApiClient, page: number) => Promise<Page>,
	) {
		this.client = client.endingWith(this.ending.signal);
		this.refused = client.tooManyRequests;
	}

	/** A page; asks for it now if that has not happened. @throws what reading this page threw */
	async take(page: number): Promise<Page> {
		const early = this.pages.get(page);
		const outcome = await (early ?? this.begin(page));
		this.pages.delete(page);
		if ('error' in outcome) throw outcome.error;
		return outcome.page;
	}

	/**
	 * Asks for the pages after one that was read, as many at once as pay.
	 * @param most pages that the reader will need at most, as far as is known
	 */
	start(after: number, most: number): void {
		this.adapt();
		let begun = 0;
		for (let page = after + 1; page <= after + Math.min(this.width, most); page++) {
			if (this.pages.has(page)) continue;
			const wait = this.client.waitFor(this.endpoint, begun);
			// The first one is needed in any case.
			if (page > after + 1 && wait > this.latency) return;
			void this.begin(page, wait);
			begun += 1;
		}
	}

	/** Ends all calls: the list is no longer read. */
	async end(): Promise<void> {
		this.ending.abort();
		await Promise.all(this.pages.values());
	}

	private begin(page: number, wait = this.client.waitFor(this.endpoint)): Promise<Outcome<Page>> {
		const due = this.client.now() + wait;
		const outcome = this.fetchPage(this.client, page)
			.then((read) => ({ page: read }))
			.catch((error: unknown) => ({ error }))
			.finally(() => {
				this.latency = Math.max(0, this.client.now() - due);
				this.fastest = Math.min(this.fastest, this.latency);
			});
		this.pages.set(page, outcome);
		return outcome;
	}

	private adapt(): void {
		this.calm += 1;
		if (this.client.tooManyRequests > this.refused) {
			this.refused = this.client.tooManyRequests;
			this.width = 1;
			this.calm = 0;
		} else if (this.calm >= CALM_PAGES && this.latency <= 2 * this.fastest) {
			this.width = Math.min(MOST_AHEAD, this.width + 1);
		}
	}
}
