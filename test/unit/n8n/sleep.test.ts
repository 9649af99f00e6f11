import { getEventListeners } from 'node:events';
import { sleepUnlessStopped } from '../../../nodes/shared/n8n/connect/sleep';

const HOUR = 3_600_000;

describe('a wait', () => {
	beforeEach(() => void jest.useFakeTimers());
	afterEach(() => void jest.useRealTimers());

	/** Whether a promise is settled by now. */
	async function isOver(wait: Promise<void>): Promise<boolean> {
		return await Promise.race([wait.then(() => true), jest.advanceTimersByTimeAsync(0).then(() => false)]);
	}

	it('takes its time', async () => {
		const wait = sleepUnlessStopped(HOUR);
		await jest.advanceTimersByTimeAsync(HOUR - 1);
		expect(await isOver(wait)).toBe(false);
		await jest.advanceTimersByTimeAsync(1);
		expect(await isOver(wait)).toBe(true);
	});

	it('ends when the execution is stopped, and leaves nothing with its signal', async () => {
		const stop = new AbortController();
		const waits = [sleepUnlessStopped(HOUR, stop.signal), sleepUnlessStopped(HOUR, stop.signal)];
		stop.abort();
		await Promise.all(waits);
		const short = sleepUnlessStopped(1, stop.signal);
		await jest.advanceTimersByTimeAsync(1);
		await short;
		expect(getEventListeners(stop.signal, 'abort')).toEqual([]);
	});

	it('ends at once when the execution was stopped before', async () => {
		await expect(sleepUnlessStopped(HOUR, AbortSignal.abort())).resolves.toBeUndefined();
	});

	it('that is longer than a timer can be is not over at once', async () => {
		const wait = sleepUnlessStopped(2 ** 31 + HOUR);
		await jest.advanceTimersByTimeAsync(2 ** 31);
		expect(await isOver(wait)).toBe(false);
		await jest.advanceTimersByTimeAsync(HOUR);
		expect(await isOver(wait)).toBe(true);
	});
});
