/** The last in each queue of this process. (n8n loads a file of the pack once, so all nodes share it.) */
const queues = new Map<string, Promise<unknown>>();

/**
 * Does a piece of work when all that came before it under the same key is finished, whether well or not: for endpoints that take one request at a time.
 * @param key what is to be used by one at a time
 */
export async function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
	const mine = (queues.get(key) ?? Promise.resolve()).then(work, work);
	const settled = mine.catch(() => undefined);
	queues.set(key, settled);
	try {
		return await mine;
	} finally {
		if (queues.get(key) === settled) queues.delete(key);
	}
}
