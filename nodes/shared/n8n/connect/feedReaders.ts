/** A node that reads a feed. */
export interface FeedReader {
	/** Workflow and node. */
	key: string;
	/** As the user knows it. */
	name: string;
}

/** How long a node that reads no more counts as one that shares the feed. */
const FORGOTTEN_AFTER = 24 * 60 * 60 * 1000;

/**
 * The nodes that read each feed whose reading takes, in this process: what one of them is given, the others may never
 * see. (n8n loads a file of the pack once, so a module's state is the process's.)
 */
const readers = new Map<string, Map<string, { name: string; at: number }>>();

/**
 * Notes that a node is about to read a feed.
 * @param feed tells feeds apart
 * @param now this machine's clock in milliseconds
 * @returns the names of the other nodes that read it since this node last did, or within a day when this node has not
 */
export function noteFeedReader(feed: string, { key, name }: FeedReader, now: number): string[] {
	const known = readers.get(feed) ?? new Map<string, { name: string; at: number }>();
	readers.set(feed, known);
	for (const [reader, { at }] of known) if (now - at > FORGOTTEN_AFTER) known.delete(reader);
	// The order of the map is that of the last readings.
	const order = [...known];
	const last = order.findIndex(([reader]) => reader === key);
	known.delete(key);
	known.set(key, { name, at: now });
	return [...new Set(order.slice(last + 1).map(([, reader]) => reader.name))].sort();
}

/** What the user must know of a feed that several nodes read. */
export const sharedFeed = (others: readonly string[]): string =>
	`The service shows each change once, and this feed is also read by ${others.join(', ')}. ` +
	'Each of them gets only a part of the changes. ' +
	'Read the feed in one place and hand the changes on from there.';
