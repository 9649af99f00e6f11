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

type Outcome = { body: unknown } | { error: unknown };

/** How to fetch one page. */
export interface PageSource {
	/** Sends the call with the given client, which ends the call when the list is no longer read. */
	fetch(client: ApiClient, page: number): Promise<unknown>;
	/** Whether the body of a response shows that the list ends with it. @throws if the body cannot be read */
	isEnd(body: unknown, page: number): boolean;
}

/**
 * Fetches pages before they are asked for, and hands their bodies over in order. A page that fails fails when its turn
 * comes. The next page is asked for when one has arrived, before its rows are read, so that reading them delays no
 * call. The number of calls at once grows as long as pages come faster than one at a time would, and falls
 * back to one after a 429. A page that the rate limit would hold back is not asked for early.
 */
export class ReadAhead {
	private readonly ending = new AbortController();
	private readonly client: ApiClient;
	private readonly pages = new Map<number, Promise<Outcome>>();
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
		private readonly source: PageSource,
	) {
		this.client = client.endingWith(this.ending.signal);
		this.refused = client.tooManyRequests;
	}

	/** The body of a page; asks for it now if that has not happened. @throws what fetching this page threw */
	async take(page: number): Promise<unknown> {
		if (!this.pages.has(page)) this.begin(page);
		const outcome = await (this.pages.get(page) as Promise<Outcome>);
		this.pages.delete(page);
		this.taken = page;
		if ('error' in outcome) throw outcome.error;
		// Calls that were just begun go out before the rows are read.
		if (this.underWay > 0) await this.client.pauses().take();
		return outcome.body;
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

	private async fetch(page: number, due: number): Promise<Outcome> {
		let outcome: Outcome;
		try {
			outcome = { body: await this.source.fetch(this.client, page) };
		} catch (error) {
			outcome = { error };
		}
		this.underWay -= 1;
		this.latency = Math.max(0, this.client.now() - due);
		this.fastest = Math.min(this.fastest, this.latency);
		if ('error' in outcome || this.isEnd(outcome.body, page)) this.end = Math.min(this.end, page);
		if (!this.ending.signal.aborted) this.fill();
		return outcome;
	}

	/** A body that cannot be read fails when its turn comes; nothing behind it is needed. */
	private isEnd(body: unknown, page: number): boolean {
		try {
			return this.source.isEnd(body, page);
		} catch {
			return true;
		}
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
