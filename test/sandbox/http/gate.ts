/** Where calls wait while it is shut: what happens meanwhile is then known to happen during a call. */
export class Gate {
	private opens: Promise<void> | undefined;
	private open: () => void = () => {};

	/** Lets a call through, now or when the gate is opened. */
	async passed(): Promise<void> {
		await this.opens;
	}

	set(shut: boolean): void {
		if (!shut) {
			this.open();
			this.opens = undefined;
		} else if (!this.opens) {
			this.opens = new Promise((resolve) => (this.open = resolve));
		}
	}
}
