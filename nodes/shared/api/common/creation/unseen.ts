/** The most orders to remember; the oldest are dropped first. */
const MOST = 10_000;

/** Until when an order may appear late, in lists or under its ID; and the ID, if the order is known to exist. */
export interface Unseen {
	orderId?: string;
	mayShowUntil: number;
}

/**
 * Orders that this process has sent and that no list has shown yet, by their identity. A repeated or concurrent run
 * must not take such an order for a missing one. (n8n loads each file of the package once, so all nodes share this
 * map.)
 */
const unseen = new Map<string, Unseen>();

export function rememberUnseen(key: string, what: Unseen): void {
	unseen.delete(key);
	unseen.set(key, what);
	for (const [oldest] of unseen) {
		if (unseen.size <= MOST) break;
		unseen.delete(oldest);
	}
}

export const forgetUnseen = (key: string): void => void unseen.delete(key);
export const unseenOrder = (key: string): Unseen | undefined => unseen.get(key);

export const unseenId = (key: string): string | undefined => unseen.get(key)?.orderId;
