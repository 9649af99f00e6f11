import { setTimeout } from 'node:timers/promises';

/** Waits until something has come to pass; the test's own timeout is the limit. */
export async function until(hasHappened: () => boolean): Promise<void> {
	while (!hasHappened()) await setTimeout(5);
}
