import { unlessStopped } from './stop';

/** The last in each queue of this process. (n8n loads a file of the pack once, so all nodes share it.) */
const queues = new Map<string, Promise<unknown>>();

/** How a wait for one's turn ends early. */
export interface Leaving {
	signal: AbortSignal;
	/** Makes the error with which it ends. */
	stopped: () => Error;
}

/**
 * Does a piece of work when all that came before it under the same key is finished, whether well or not: for endpoints
 * that take one request at a time.
 * @param key what is to be used by one at a time
 * @param leaving lets the wait end early; work that has begun is waited for, because it knows what it has done
 */
export const withLock = async <T>(key: string, work: () => Promise<T>, leaving?: Leaving): Promise<T> =>
	await inTurns([key], work, leaving);

/**
 * The same for work that needs several keys. It joins all queues at once, so that two pieces of work never wait for
 * each other.
 */
export async function inTurns<T>(keys: readonly string[], work: () => Promise<T>, leaving?: Leaving): Promise<T> {
	const wanted = [...new Set(keys)];
	const before = wanted.flatMap((key) => queues.get(key) ?? []);
	let finish: () => void = () => {};
	const mine = new Promise<void>((resolve) => (finish = resolve));
	// Whoever comes next waits for those before as well, also when this one gives up waiting.
	const finished = Promise.all([...before, mine]);
	for (const key of wanted) queues.set(key, finished);
	try {
		if (before.length > 0) {
			const turn = Promise.all(before);
			await (leaving ? unlessStopped(leaving.signal, turn, leaving.stopped) : turn);
		}
		return await work();
	} finally {
		finish();
		void finished.then(() => {
			for (const key of wanted) if (queues.get(key) === finished) queues.delete(key);
		});
	}
}
