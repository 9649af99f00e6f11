/** How long a loop may run before it yields to n8n, which shares this thread. */
const WORK_MS = 25;

/** Pauses in long loops: without them, n8n responds to nobody, not even to its *Stop* button, until the loop ends. */
export class Pauses {
	private begun: number;

	/**
	 * @param rest yields to everything else in the process
	 * @param now a monotonic clock, in milliseconds
	 */
	constructor(
		private readonly rest: () => Promise<void>,
		private readonly now: () => number = () => performance.now(),
	) {
		this.begun = now();
	}

	/** Cheap enough for every iteration of a loop. */
	get areDue(): boolean {
		return this.now() - this.begun >= WORK_MS;
	}

	async take(): Promise<void> {
		await this.rest();
		this.begun = this.now();
	}
}
