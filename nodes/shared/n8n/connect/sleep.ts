import { sleep } from 'n8n-workflow';

/** Lets other work in the process run. */
export const rest = async (): Promise<void> => await sleep(0);

/** The longest delay of a timer; a longer one would fire at once. */
const LONGEST_MS = 2 ** 31 - 1;

/**
 * n8n's own `sleep`, which the signal ends early. (n8n has a function for that too, but under different names in n8n 1
 * and 2.)
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
