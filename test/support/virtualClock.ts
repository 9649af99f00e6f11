import type { Clock } from '../../nodes/shared/http/rateLimiter';

/** Rounds of promises and microtasks that any step of the code under test may take before it waits for time again. */
const settle = async (): Promise<void> => await new Promise((resolve) => setImmediate(resolve));

/** A clock that several callers share: time jumps to the next end of a sleep as soon as nobody has anything else to do. */
export class VirtualClock implements Clock {
	private readonly wakings: Array<{ at: number; wake: () => void }> = [];

	constructor(private time = Date.UTC(2026, 2, 5, 9, 0, 0)) {}

	now(): number {
		return this.time;
	}

	async sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
		await new Promise<void>((wake) => {
			this.wakings.push({ at: this.time + milliseconds, wake });
			signal?.addEventListener('abort', () => wake(), { once: true });
			if (signal?.aborted) wake();
		});
	}

	/** Lets this much time pass. */
	async pass(milliseconds: number): Promise<void> {
		const end = this.time + milliseconds;
		for (await settle(); ; await settle()) {
			this.wakings.sort((one, other) => one.at - other.at);
			const [next] = this.wakings;
			if (!next || next.at > end) break;
			this.wakings.shift();
			this.time = Math.max(this.time, next.at);
			next.wake();
		}
		this.time = end;
	}

	/** Lets time pass until the work is done, and returns its result. */
	async until<T>(work: Promise<T>): Promise<T> {
		let isDone = false;
		const mark = (): void => void (isDone = true);
		void work.then(mark, mark);
		for (await settle(); !isDone; await settle()) {
			this.wakings.sort((one, other) => one.at - other.at);
			const next = this.wakings.shift();
			if (!next) throw new Error('The work waits for something else than time');
			this.time = Math.max(this.time, next.at);
			next.wake();
		}
		return await work;
	}
}
