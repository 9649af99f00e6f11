/** Seeded random numbers (mulberry32): the same seed gives the same sandbox. Not for secrets. */
export class Random {
	private state: number;

	constructor(seed: number) {
		this.state = seed >>> 0;
	}

	/** In [0, 1). */
	next(): number {
		this.state = (this.state + 0x6d2b79f5) >>> 0;
		let mixed = this.state;
		mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	}

	below(limit: number): number {
		return Math.floor(this.next() * limit);
	}

	pick<T>(values: readonly T[]): T {
		return values[this.below(values.length)]!;
	}

	/** Random hex digits grouped like a UUID. */
	uuid(): string {
		const hex = Array.from({ length: 32 }, () => this.below(16).toString(16)).join('');
		return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
	}
}
