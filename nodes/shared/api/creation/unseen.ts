/** Orders remembered at most; the oldest go first. */
const MOST = 10_000;

/**
 * Orders that this process has sent and that no list has shown yet, by what tells orders apart: the id of one that was created, `inDoubt` where that is not known. Lists may show an
 * order late, and a run that is repeated, or one that runs at the same time, must not take that for a missing order. (n8n loads a file of the pack once, so all nodes share it.)
 */
const unseen = new Map<string, { orderId: string } | 'inDoubt'>();

export function rememberUnseen(key: string, what: { orderId: string } | 'inDoubt'): void {
	unseen.delete(key);
	unseen.set(key, what);
	for (const [oldest] of unseen) {
		if (unseen.size <= MOST) break;
		unseen.delete(oldest);
	}
}

export const isInDoubt = (key: string): boolean => unseen.get(key) === 'inDoubt';
export const forgetUnseen = (key: string): void => void unseen.delete(key);

export function unseenId(key: string): string | undefined {
	const what = unseen.get(key);
	return typeof what === 'object' ? what.orderId : undefined;
}
