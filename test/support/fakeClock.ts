import type { Clock } from '../../nodes/shared/http/rateLimiter';

/** A clock that stands still until somebody sleeps; sleeping takes no real time and is noted down. */
export class FakeClock implements Clock {
	readonly sleeps: number[] = [];

	constructor(private time = Date.UTC(2026, 2, 5, 9, 0, 0)) {}

	now(): number {
		return this.time;
	}

	async sleep(milliseconds: number): Promise<void> {
		this.sleeps.push(milliseconds);
		this.time += milliseconds;
	}

	get slept(): number {
		return this.sleeps.reduce((total, one) => total + one, 0);
	}
}
