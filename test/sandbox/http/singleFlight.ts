/**
 * Operations of which the service takes one request at a time (adding, editing, deleting order items). Its status code for
 * the second is not established; the sandbox answers 429 with a short wait, and holds each such call for a moment so that
 * concurrency shows even without latency.
 */
export const ONE_AT_A_TIME: ReadonlySet<string> = new Set([
	'orders.items.add',
	'orders.items.update',
	'orders.items.delete',
]);
export const HELD_MS = 20;

export class SingleFlight {
	private readonly running = new Set<string>();

	/** True when the call may run; it must then be ended with `leave`. */
	enter(id: string): boolean {
		if (this.running.has(id)) return false;
		this.running.add(id);
		return true;
	}

	leave(id: string): void {
		this.running.delete(id);
	}
}
