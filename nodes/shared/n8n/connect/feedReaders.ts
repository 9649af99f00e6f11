/** A node that reads a feed. */
export interface FeedReader {
	/** Workflow and node. */
	key: string;
	/** Its name for the user. */
	name: string;
}

/** How long a node counts as sharing the feed after its last read. */
const FORGOTTEN_AFTER = 24 * 60 * 60 * 1000;

/**
 * The nodes in this process that read each feed whose changes are consumed by reading: what one node receives, the
 * others may never see. (n8n loads each file of the package once, so the module's state belongs to the process.)
 */
const readers = new Map<string, Map<string, { name: string; at: number }>>();

/**
 * Records that a node is about to read a feed.
 * @param feed identifies the feed
 * @param now this machine's clock in milliseconds
 * @returns the names of the other nodes that have read it since this node last did, or within a day if this node has
 *   not
 */
export function noteFeedReader(feed: string, { key, name }: FeedReader, now: number): string[] {
	const known = readers.get(feed) ?? new Map<string, { name: string; at: number }>();
	readers.set(feed, known);
	for (const [reader, { at }] of known) if (now - at > FORGOTTEN_AFTER) known.delete(reader);
	// The map is ordered by the last reads.
	const order = [...known];
	const last = order.findIndex(([reader]) => reader === key);
	known.delete(key);
	known.set(key, { name, at: now });
	return [...new Set(order.slice(last + 1).map(([, reader]) => reader.name))].sort();
}

/** What the user must know about a feed that several nodes read. */
export const sharedFeed = (others: readonly string[]): string =>
	`The service shows each change once, and this feed is also read by ${others.join(', ')}. ` +
	'Each of them gets only a part of the changes. ' +
	'Read the feed in one place and hand the changes on from there.';
