import { asIs } from './rethrow';
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
 * Does a piece of work when all that came before it under the same key is finished, whether well or not: for endpoints that take one request at a time.
 * @param key what is to be used by one at a time
 * @param leaving lets the wait end early; work that has begun is waited for, because it knows what it has done
 */
export async function inTurn<T>(key: string, work: () => Promise<T>, leaving?: Leaving): Promise<T> {
	let hasLeft = false;
	let announce = (): void => undefined;
	const turn = new Promise<void>((resolve) => (announce = resolve));
	const begin = async (): Promise<T | undefined> => {
		announce();
		return hasLeft ? undefined : await work();
	};
	const mine = (queues.get(key) ?? Promise.resolve()).then(begin);
	const settled = mine.then(
		() => undefined,
		() => undefined,
	);
	queues.set(key, settled);
	void settled.then(() => (queues.get(key) === settled ? queues.delete(key) : undefined));
	if (leaving) {
		try {
			await unlessStopped(leaving.signal, turn, leaving.stopped);
		} catch (error) {
			hasLeft = true;
			throw asIs(error);
		}
	}
	return (await mine) as T;
}
