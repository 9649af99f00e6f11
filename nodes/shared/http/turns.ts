import { ApiError } from './apiError';

/** The last in each queue of this process. (n8n loads a file of the pack once, so all nodes share it.) */
const queues = new Map<string, Promise<unknown>>();

/**
 * Does a piece of work when all that came before it under the same key is finished, whether well or not: for
 * endpoints that take one request at a time.
 * @param key what is to be used by one at a time
 */
export const inTurn = async <T>(key: string, work: () => Promise<T>): Promise<T> => await inTurns([key], work);

/**
 * The same for work that needs several keys. It joins all queues at once, so that two pieces of work never wait for
 * each other.
 * @param signal ends the wait when the user stops the execution
 * @throws ApiError `cancelled` when it was stopped while it waited; the work is then not begun
 */
export async function inTurns<T>(keys: readonly string[], work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
	const wanted = [...new Set(keys)];
	const before = wanted.flatMap((key) => queues.get(key) ?? []);
	let finish: () => void = () => {};
	const mine = new Promise<void>((resolve) => (finish = resolve));
	// Whoever comes next waits for those before as well, also when this one gives up waiting.
	const finished = Promise.all([...before, mine]);
	for (const key of wanted) queues.set(key, finished);
	try {
		if (before.length > 0) await unlessStopped(Promise.all(before), signal);
		return await work();
	} finally {
		finish();
		void finished.then(() => {
			for (const key of wanted) if (queues.get(key) === finished) queues.delete(key);
		});
	}
}

async function unlessStopped(wait: Promise<unknown>, signal: AbortSignal | undefined): Promise<void> {
	if (!signal) return void (await wait);
	let stop: () => void = () => {};
	const stopped = new Promise<never>((_, reject) => {
		stop = () => reject(new ApiError({ kind: 'cancelled', message: 'The execution was stopped.' }));
		if (signal.aborted) stop();
		else signal.addEventListener('abort', stop, { once: true });
	});
	try {
		await Promise.race([wait, stopped]);
	} finally {
		signal.removeEventListener('abort', stop);
	}
}
