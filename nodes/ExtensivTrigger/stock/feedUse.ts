import type { IPollFunctions } from 'n8n-workflow';
import { ApiError } from '../../shared/http/errors/apiError';
import type { Connected } from '../../shared/n8n/connect/connection';
import { type FeedReader, noteFeedReader, sharedFeed } from '../../shared/n8n/connect/feedReaders';
import type { Settings } from '../settings';
import type { SavedState } from '../state/checkpoint';
import { STOCK_EVENTS } from './classifyStock';
import { STOCK_STREAM, stockState } from '../state/stockState';

/** The last finished poll of each node in this process: its state has all that the feed has shown. */
const ended = new Map<string, string>();
/** The nodes that share a feed and that the user knows about, by node. */
const shown = new Map<string, string>();

/** A trigger's use of the feed of changed stock, which shows a change once and to one reader. */
export class FeedUse implements FeedReader {
	private constructor(
		private readonly feed: string,
		readonly key: string,
		readonly name: string,
	) {}

	/**
	 * @returns undefined for a trigger that does not use it
	 * @throws ApiError `readOnly` for a credential that must not consume anything
	 */
	static of(context: IPollFunctions, settings: Settings, { readOnly, baseUrl }: Connected): FeedUse | undefined {
		const { events, stock } = settings;
		const { feedChannelId } = stock;
		if (feedChannelId === undefined || !STOCK_EVENTS.some((event) => events.includes(event))) return undefined;
		if (readOnly) {
			const message =
				'Feed of Sales Channel: the credential is read-only, and reading the feed would remove the changes from ' +
				'it. Nothing was sent. Without this option, the trigger compares all levels.';
			throw new ApiError({ kind: 'readOnly', message });
		}
		const { id, name } = context.getWorkflow();
		const node = context.getNode();
		return new FeedUse(`${baseUrl} ${feedChannelId}`, `${id} ${node.id}`, `“${node.name}” (workflow “${name ?? id}”)`);
	}

	/** Called before a poll. `isWhole`: the state has all that the feed has shown. */
	begin(saved: Partial<SavedState> | undefined): { isWhole: boolean; notices: string[] } {
		const last = ended.get(this.key);
		// Until this poll has finished, no state has what it takes.
		ended.delete(this.key);
		const others = noteFeedReader(this.feed, this, Date.now());
		const isWhole = last !== undefined && pollOf(saved) === last && others.length === 0;
		return { isWhole, notices: this.newsOf(others) };
	}

	/** Called after a poll whose state is saved. */
	end(state: SavedState): void {
		const poll = pollOf(state);
		if (poll !== undefined) ended.set(this.key, poll);
	}

	/** Other readers are named once. */
	private newsOf(others: string[]): string[] {
		const names = others.join(', ');
		if (names === '' || names === shown.get(this.key)) return [];
		shown.set(this.key, names);
		return [`${sharedFeed(others)} This trigger compares all levels instead.`];
	}
}

/** Identifies the poll that left a state. */
function pollOf(state: Partial<SavedState> | undefined): string | undefined {
	const read = stockState.safeParse(state?.parts?.[STOCK_STREAM]);
	return read.success && typeof read.data.turn === 'number' ? `${read.data.turn} ${state?.savedAt}` : undefined;
}
