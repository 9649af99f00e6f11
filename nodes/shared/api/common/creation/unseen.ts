/** Orders remembered at most; the oldest go first. */
const MOST = 10_000;

/** Until when an order may show late, in lists or under its id; and the id, where it is known that it was created. */
export interface Unseen {
	orderId?: string;
	mayShowUntil: number;
}

/**
 * Orders that this process has sent and that no list has shown yet, by what tells orders apart. Lists may show an
 * order late, and a run that is repeated, or one that runs at the same time, must not take that for a missing order.
 * (n8n loads a file of the pack once, so all nodes share it.)
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
