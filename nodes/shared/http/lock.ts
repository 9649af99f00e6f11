import { unlessStopped } from './stop';

/** The tail of each queue of this process. (n8n loads each file of the pack once, so all nodes share it.) */
const queues = new Map<string, Promise<unknown>>();

/** How a wait in a queue ends early. */
export interface Leaving {
	signal: AbortSignal;
	stopped: () => Error;
}

/**
 * Runs the work when all earlier work under the same key has finished, successfully or not: for endpoints that take one
 * request at a time.
 * @param key what only one caller may use at a time
 * @param leaving ends the wait early; work that has begun still finishes, because it knows what it has done
 */
export const withLock = async <T>(key: string, work: () => Promise<T>, leaving?: Leaving): Promise<T> =>
	await inTurns([key], work, leaving);

/** The same for work that needs several keys. It joins all queues at once, so that two callers can never deadlock. */
export async function inTurns<T>(keys: readonly string[], work: () => Promise<T>, leaving?: Leaving): Promise<T> {
	const wanted = [...new Set(keys)];
	const before = wanted.flatMap((key) => queues.get(key) ?? []);
	let finish: () => void = () => {};
	const mine = new Promise<void>((resolve) => (finish = resolve));
	// Later callers wait for the earlier ones even when this one gives up.
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
