import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod/v4';
import type { Sandbox } from '../sandbox';
import { SandboxClient } from '../sandbox/client';
import type { Random } from '../sandbox/store/random';

const order = z.object({ orderId: z.number(), orderNumber: z.string() });

/** How the notes of an order tell which of its changes was the last. */
export const noteOf = (version: number): string => `version ${version}`;
export const versionOf = (note: unknown): number => Number(/^version (\d+)$/.exec(String(note))?.[1] ?? 0);

/** Old orders in the sandbox, and somebody who changes them through the live API, in waves, over and over. */
export class ChangingOrders {
	/** The last version of every order by its number; none before its first change. */
	readonly versions = new Map<string, number>();
	changes = 0;
	private readonly orders: Array<z.infer<typeof order>>;
	private readonly client: SandboxClient;
	private stopped = false;
	private abandoned = false;

	constructor(
		sandbox: Sandbox,
		private readonly random: Random,
		private readonly count: number,
	) {
		const before = new Set(Object.keys(sandbox.control.books().ordersByNumber));
		sandbox.control.seed({ generateOrders: { count, from: '2025-03-01T00:00:00Z', to: '2025-03-31T00:00:00Z' } });
		const numbers = Object.keys(sandbox.control.books().ordersByNumber).filter((number) => !before.has(number));
		this.orders = numbers.flatMap((number) => sandbox.control.orders({ number }).map((one) => order.parse(one)));
		this.client = new SandboxClient(sandbox);
	}

	/** Changes every order, in another sequence each time around, until `stop`; each at least once. */
	async run(): Promise<void> {
		while (!this.isDone()) {
			const left = this.shuffled();
			while (left.length > 0 && !this.isDone()) {
				await Promise.all(left.splice(0, 1 + this.random.below(150)).map(async (one) => await this.change(one)));
				await pause(this.random.below(2_000));
			}
		}
	}

	private async change({ orderId, orderNumber }: z.infer<typeof order>): Promise<void> {
		const version = (this.versions.get(orderNumber) ?? 0) + 1;
		await this.client.send('POST', '/v1/orders/notes', { orderId, internalNotes: noteOf(version) });
		this.versions.set(orderNumber, version);
		this.changes += 1;
	}

	stop(): void {
		this.stopped = true;
	}

	/** Ends the changes although some orders may not have been changed. */
	abandon(): void {
		this.abandoned = true;
	}

	private isDone(): boolean {
		return this.abandoned || (this.stopped && this.versions.size === this.count);
	}

	private shuffled(): Array<z.infer<typeof order>> {
		return this.orders
			.map((one) => ({ one, rank: this.random.next() }))
			.sort((a, b) => a.rank - b.rank)
			.map(({ one }) => one);
	}
}
