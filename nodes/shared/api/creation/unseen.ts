/** Orders remembered at most; the oldest go first. */
const MOST = 10_000;

/** The id of an order that was created; or, where nobody knows whether it was, until when lists may show it late. */
export type Unseen = { orderId: string } | { mayShowUntil: number };

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

export function unseenId(key: string): string | undefined {
	const what = unseen.get(key);
	return what && 'orderId' in what ? what.orderId : undefined;
}
