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
 * The nodes that read each feed whose reading takes, in this process: what one of them is given, the others may never see. (n8n loads a file of the pack once, so a
 * module's state is the process's.)
 */
const readers = new Map<string, Map<string, { name: string; at: number }>>();

/**
 * Notes that a node is about to read a feed.
 * @param feed tells feeds apart
 * @param now this machine's clock in milliseconds
 * @returns the other nodes that read it within a day, and whether one of them did since this node last did
 */
export function noteFeedReader(feed: string, { key, name }: FeedReader, now: number): { others: string[]; since: boolean } {
	const known = readers.get(feed) ?? new Map<string, { name: string; at: number }>();
	readers.set(feed, known);
	for (const [reader, { at }] of known) if (now - at > FORGOTTEN_AFTER) known.delete(reader);
	// The order of the map is that of the last readings.
	const order = [...known.keys()];
	const since = order.slice(order.indexOf(key) + 1).some((reader) => reader !== key);
	known.delete(key);
	const others = [...known.values()].map((reader) => reader.name);
	known.set(key, { name, at: now });
	return { others, since };
}

/** What the user must know of a feed that several nodes read. */
export const sharedFeed = (others: readonly string[]): string =>
	`The service shows each change once, and this feed is also read by ${others.join(', ')}. Each of them gets only a part of the changes. ` +
	'Read the feed in one place and hand the changes on from there.';
