/** Orders remembered at most; the oldest go first. */
const MOST = 10_000;

/**
 * Orders that this process has created and that no list has shown yet, by what tells orders apart. Lists may show an order late, and a run that was stopped, or one that runs at the
 * same time, must not take that for a missing order. (n8n loads a file of the pack once, so all nodes share it.)
 */
const unseen = new Map<string, string>();

export function rememberUnseen(key: string, orderId: string): void {
	unseen.delete(key);
	unseen.set(key, orderId);
	for (const [oldest] of unseen) {
		if (unseen.size <= MOST) break;
		unseen.delete(oldest);
	}
}

export const unseenId = (key: string): string | undefined => unseen.get(key);
export const forgetUnseen = (key: string): void => void unseen.delete(key);
