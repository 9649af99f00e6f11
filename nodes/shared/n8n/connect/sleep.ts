import { sleep } from 'n8n-workflow';

/** Lets everything else in the process have its turn. */
export const rest = async (): Promise<void> => await sleep(0);

/** What timers take at most; a longer one would go off at once. */
const LONGEST_MS = 2 ** 31 - 1;

/**
 * n8n's own wait, which ends early when the signal comes. (n8n has one that does so as well, but under another name in
 * each line.)
 */
export async function sleepUnlessStopped(milliseconds: number, signal?: AbortSignal): Promise<void> {
	let stop = (): void => undefined;
	const stopped = new Promise<void>((resolve) => (stop = resolve));
	signal?.addEventListener('abort', stop, { once: true });
	try {
		for (let left = milliseconds; left > 0 && !signal?.aborted; left -= LONGEST_MS)
			await Promise.race([sleep(Math.min(left, LONGEST_MS)), stopped]);
	} finally {
		signal?.removeEventListener('abort', stop);
	}
}
