import { ApiError, isRefusal } from './apiError';

/** An input with its place in the caller's list. */
export interface Placed<T> {
	index: number;
	value: T;
}

/** What became of one input; `index` is its place in the caller's list. */
export type Outcome<T> = { index: number; ok: true; value: T } | { index: number; ok: false; error: Error };

/** Cuts a list into pieces of at most `size`. */
export function chunks<T>(list: readonly T[], size: number): T[][] {
	const pieces: T[][] = [];
	for (let start = 0; start < list.length; start += size) pieces.push(list.slice(start, start + size));
	return pieces;
}

/**
 * Sends inputs in batches and brings every input its own outcome. A batch that is refused as a whole is halved until the rows at fault stand
 * alone; when the answer names them they are set aside at once. The others go through. Any other trouble is the outcome of the whole batch, and
 * of the batches after it, which are not sent: each would meet the same trouble.
 * @param send sends a batch and gives an outcome for each of its inputs, or throws
 */
export async function sendInBatches<T, R>(
	inputs: ReadonlyArray<Placed<T>>,
	size: number,
	send: (batch: Array<Placed<T>>) => Promise<Array<Outcome<R>>>,
): Promise<Array<Outcome<R>>> {
	const outcomes: Array<Outcome<R>> = [];
	const waiting = chunks(inputs, size);
	for (let batch = waiting.shift(); batch; batch = waiting.shift()) {
		try {
			outcomes.push(...(await send(batch)));
		} catch (error) {
			if (!isRefusal(error)) {
				outcomes.push(...batch.map(({ index }) => failed<R>(index, error)));
				const left = unsent(error);
				for (const { index } of waiting.flat()) outcomes.push(failed<R>(index, left));
				return outcomes;
			}
			if (batch.length === 1) {
				outcomes.push(failed(batch[0]?.index ?? 0, error));
				continue;
			}
			const named = new Set(error.facts.rows?.map(({ row }) => row));
			const bad = batch.filter((_, row) => named.has(row));
			const good = batch.filter((_, row) => !named.has(row));
			// Each named row is sent alone: it either fails with its own message, or the naming was wrong and it passes.
			waiting.unshift(...(bad.length > 0 && good.length > 0 ? [good, ...bad.map((row) => [row])] : halves(batch)));
		}
	}
	return outcomes;
}

/** For inputs whose turn did not come: they were certainly not sent, whatever is unknown about those before them. */
export function unsent<E>(error: E): E | ApiError {
	if (!(error instanceof ApiError)) return error;
	const kind = error.kind === 'effectUnknown' ? 'unreachable' : error.kind;
	return new ApiError({ ...error.facts, kind, message: `Not sent, because an earlier request of this run failed: ${error.message.split(' Whether the change took effect')[0]}`, row: undefined, rows: undefined, effect: 'notSent' });
}

const halves = <T>(batch: T[]): T[][] => chunks(batch, Math.ceil(batch.length / 2));

const failed = <R>(index: number, error: unknown): Outcome<R> => ({
	index,
	ok: false,
	error: error instanceof Error ? error : new Error(String(error)),
});

/** Trouble that the next input would meet as well: going on would only cost the user's time. */
const STOPPING = ['unauthorized', 'unreachable', 'unavailable', 'rateLimited', 'readOnly', 'retryOnFail', 'cancelled', 'effectUnknown'];
export const stops = (error: unknown): boolean => error instanceof ApiError && STOPPING.includes(error.kind);

/**
 * Does the same for every input, `width` at a time; for endpoints that take one object a call. After trouble that every input would meet, the inputs not
 * yet begun get that trouble as their outcome and are not sent.
 */
export async function eachAtWidth<T, R>(
	inputs: ReadonlyArray<Placed<T>>,
	width: number,
	work: (input: Placed<T>) => Promise<R>,
): Promise<Array<Outcome<R>>> {
	const queue = [...inputs];
	const outcomes: Array<Outcome<R>> = [];
	let stopped: unknown;
	const worker = async (): Promise<void> => {
		for (let input = queue.shift(); input; input = queue.shift()) {
			if (stopped) {
				outcomes.push(failed(input.index, unsent(stopped)));
				continue;
			}
			try {
				outcomes.push({ index: input.index, ok: true, value: await work(input) });
			} catch (error) {
				if (stops(error)) stopped = error;
				outcomes.push(failed(input.index, error));
			}
		}
	};
	await Promise.all(Array.from({ length: Math.min(width, inputs.length) }, worker));
	return outcomes;
}
