import type { EventLoopReport } from '../types';

const BEAT_MS = 5;
const now = () => ({ wall: performance.now(), work: process.cpuUsage() });

/** Watches this process from now on: whatever else runs in it counts as well. */
export class EventLoopWatch {
	private readonly begun = now();
	private last = this.begun;
	private readonly longest = { wall: 0, work: 0 };
	private turns = 0;
	private readonly beats = setInterval(() => this.beat(), BEAT_MS);

	report(): EventLoopReport {
		const { turns } = this;
		this.beat();
		clearInterval(this.beats);
		const { user, system } = process.cpuUsage(this.begun.work);
		return {
			longestBlockMs: this.longest.wall,
			longestWorkMs: this.longest.work,
			turns,
			tookMs: this.last.wall - this.begun.wall,
			computedMs: (user + system) / 1000,
		};
	}

	private beat(): void {
		this.turns += 1;
		const { user, system } = process.cpuUsage(this.last.work);
		const before = this.last.wall;
		this.last = now();
		this.longest.wall = Math.max(this.longest.wall, this.last.wall - before);
		this.longest.work = Math.max(this.longest.work, (user + system) / 1000);
	}
}
