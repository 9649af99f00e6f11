/** How long a loop may go on before n8n, which shares this thread with the pack, has its turn. */
const WORK_MS = 25;

/** The pauses in long loops: without them n8n answers nobody, and heeds no *Stop* button, until a loop is through. */
export class Pauses {
	private begun: number;

	/**
	 * @param rest lets everything else in the process have its turn
	 * @param now a clock that nobody sets, in milliseconds
	 */
	constructor(
		private readonly rest: () => Promise<void>,
		private readonly now: () => number = () => performance.now(),
	) {
		this.begun = now();
	}

	/** Asked for at every turn of a loop, and cheap. */
	get areDue(): boolean {
		return this.now() - this.begun >= WORK_MS;
	}

	async take(): Promise<void> {
		await this.rest();
		this.begun = this.now();
	}
}
