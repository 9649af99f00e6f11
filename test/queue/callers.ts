import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import axios from 'axios';
import type { Random } from '../sandbox/store/random';
import type { Call } from './shop';

/** Orders, readings and look-ups in a random order; each order has a number, a product and a stock level of its own. */
export const mixedCalls = (random: Random, counts: { orders: number; reads: number; lookUps: number }): Call[] => {
	const calls: Call[] = [
		...numbered(counts.orders).map(
			(at): Call => ({ kind: 'order', no: orderNumberOf(at), sku: skuOf(at), onHand: stockOf(at) }),
		),
		...numbered(counts.reads).map((): Call => ({ kind: 'read' })),
		...numbered(counts.lookUps).map((): Call => ({ kind: 'lookUp', sku: skuOf(1 + random.below(counts.orders)) })),
	];
	for (let at = calls.length - 1; at > 0; at--) {
		const other = random.below(at + 1);
		[calls[at], calls[other]] = [calls[other]!, calls[at]!];
	}
	return calls;
};

export const numbered = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);
export const orderNumberOf = (at: number): string => `Q-${at}`;
export const skuOf = (at: number): string => `QUEUE-${at}`;
export const stockOf = (at: number): number => 1000 + at;

/** A call and the rows that it was answered with in the end. */
export interface Answered {
	call: Call;
	rows: unknown;
	/** How often it was made: once, and again after each failure. */
	tries: number;
}

const MOST_TRIES = 5;

/** Callers that wait for the result of each call and make it again when it fails. */
export class Callers {
	readonly answered: Answered[] = [];
	/** What failed calls were answered with. */
	readonly failures: string[] = [];

	private readonly abort = new AbortController();

	constructor(private readonly url: string) {}

	/** Gives up whatever has not been answered. */
	stop(): void {
		this.abort.abort();
	}

	/** Makes all the calls, so many at a time. Throws when one still fails after several tries. */
	async make(calls: readonly Call[], atOnce: number): Promise<void> {
		const left = [...calls];
		setMaxListeners(atOnce, this.abort.signal);
		const caller = async (): Promise<void> => {
			for (let call = left.shift(); call !== undefined; call = left.shift()) await this.makeOne(call);
		};
		await Promise.all(numbered(atOnce).map(caller));
	}

	private async makeOne(call: Call): Promise<void> {
		for (let tries = 1; tries <= MOST_TRIES; tries++) {
			const { status, data } = await axios.post<unknown>(this.url, call, {
				proxy: false,
				signal: this.abort.signal,
				validateStatus: () => true,
			});
			if (status === 200) {
				this.answered.push({ call, rows: data, tries });
				return;
			}
			this.failures.push(`${status} ${JSON.stringify(data)}`);
			await pause(500);
		}
		throw new Error(`${JSON.stringify(call)} failed ${MOST_TRIES} times: ${this.failures.at(-1)}`);
	}
}
