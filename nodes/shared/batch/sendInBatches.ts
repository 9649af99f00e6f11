import { append } from '../domain/append';
import { chunks } from '../domain/chunks';
import { Preview } from '../http/calls/preview';
import { type ApiError, isRefusal } from '../http/errors/apiError';
import { allNotAttempted, failed, notAttempted, troubleIn } from './notAttempted';
import type { BatchItem, ItemResult } from './types';

/** How batches may be under way at the same time. */
export interface Overlap<T> {
	/** How many may be under way, asked before each but the first, which goes alone. */
	width: () => number;
	/** What an input changes: inputs with the same key are never under way together. Undefined: nothing. */
	keyOf: (value: T) => string | undefined;
}

/**
 * Sends inputs in batches, with a result for every input, in their order. Rows that a refusal names are sent alone;
 * without names, the batch is halved until the bad rows are alone. The others go through. Any other error is the result
 * of the whole batch, and later batches are not sent, because each would meet the same error; those that are under way
 * finish.
 * @param send sends a batch and gives a result for each of its inputs, or throws. The signal aborts when the batch must
 *   not be sent any more
 * @param overlap without it, batches go one after the other
 */
export async function sendInBatches<I extends BatchItem<unknown>, R>(
	inputs: readonly I[],
	size: number,
	send: (batch: I[], unlessHalted: AbortSignal) => Promise<Array<ItemResult<R>>>,
	overlap?: Overlap<I['value']>,
): Promise<Array<ItemResult<R>>> {
	const results: Array<ItemResult<R>> = [];
	const waiting = chunks(inputs, size);
	const underWay = new Underway<I>(overlap);
	const halt = new AbortController();
	let trouble: { error: unknown } | undefined;

	const stop = (error: unknown): void => {
		if (trouble) return;
		trouble = { error };
		halt.abort(notAttempted(error));
	};
	const process = async (batch: I[]): Promise<void> => {
		try {
			const done = await send(batch, halt.signal);
			append(results, done);
			const found = troubleIn(done);
			if (found) stop(found);
		} catch (error) {
			if (isRefusal(error) && batch.length > 1) return void waiting.unshift(...parts(batch, error));
			append(
				results,
				batch.map(({ index }) => failed(index, error)),
			);
			if (!isRefusal(error) && !(error instanceof Preview)) stop(error);
		}
	};
	while (!trouble && (waiting.length > 0 || underWay.size > 0)) {
		const [next] = waiting;
		if (!next || !underWay.hasRoomFor(next)) await underWay.next();
		else {
			waiting.shift();
			underWay.add(next, process(next));
		}
	}
	await underWay.all();
	append(results, trouble ? allNotAttempted<R>(waiting.flat(), trouble.error) : []);
	return inOrderOf(inputs, results);
}

/** The batches that are under way. */
class Underway<I extends BatchItem<unknown>> {
	private readonly batches = new Map<I[], Promise<void>>();
	private readonly keys = new Set<string>();
	private isFirst = true;

	constructor(private readonly overlap: Overlap<I['value']> | undefined) {}

	get size(): number {
		return this.batches.size;
	}

	hasRoomFor(batch: I[]): boolean {
		if (this.size === 0) return true;
		if (!this.overlap || this.isFirst || this.size >= this.overlap.width()) return false;
		return this.keysOf(batch).every((key) => !this.keys.has(key));
	}

	add(batch: I[], work: Promise<void>): void {
		const keys = this.keysOf(batch);
		for (const key of keys) this.keys.add(key);
		const done = work.finally(() => {
			this.batches.delete(batch);
			for (const key of keys) this.keys.delete(key);
			this.isFirst = false;
		});
		this.batches.set(batch, done);
	}

	async next(): Promise<void> {
		await Promise.race(this.batches.values());
	}

	async all(): Promise<void> {
		await Promise.all(this.batches.values());
	}

	private keysOf(batch: I[]): string[] {
		const { overlap } = this;
		return overlap ? [...new Set(batch.flatMap(({ value }) => overlap.keyOf(value) ?? []))] : [];
	}
}

/** Each named row alone: it either fails with its own message, or the naming was wrong and it passes. */
function parts<I>(batch: I[], refusal: ApiError): I[][] {
	const named = new Set(refusal.facts.rows?.map(({ row }) => row));
	const bad = batch.filter((_, row) => named.has(row));
	const good = batch.filter((_, row) => !named.has(row));
	return bad.length > 0 && good.length > 0
		? [good, ...bad.map((row) => [row])]
		: chunks(batch, Math.ceil(batch.length / 2));
}

function inOrderOf<R>(inputs: ReadonlyArray<BatchItem<unknown>>, results: Array<ItemResult<R>>): Array<ItemResult<R>> {
	const places = new Map(inputs.map(({ index }, place) => [index, place]));
	const placeOf = ({ index }: ItemResult<R>): number => places.get(index) ?? inputs.length;
	return results.sort((one, other) => placeOf(one) - placeOf(other));
}
