import { abortsRun } from '../http/errors/apiError';
import { BatchItem, ItemResult } from './types';
import { append } from '../domain/append';
import { ApiError, isRefusal } from '../http/errors/apiError';

/** Sorts inputs into groups by what they have in common, in the order in which they come. */
export function groupsOf<T>(
	inputs: ReadonlyArray<BatchItem<T>>,
	keyOf: (value: T) => string,
): Array<Array<BatchItem<T>>> {
	const groups = new Map<string, Array<BatchItem<T>>>();
	for (const input of inputs) {
		const key = keyOf(input.value);
		const group = groups.get(key);
		if (group) group.push(input);
		else groups.set(key, [input]);
	}
	return [...groups.values()];
}

/** Cuts a list into pieces of at most `size`. */
export function chunks<T>(list: readonly T[], size: number): T[][] {
	const pieces: T[][] = [];
	for (let start = 0; start < list.length; start += size) pieces.push(list.slice(start, start + size));
	return pieces;
}

/**
 * Sends inputs in batches and brings every input its own outcome. A batch that is refused as a whole is halved until
 * the rows at fault stand
 * alone; when the answer names them they are set aside at once. The others go through. Any other trouble is the outcome
 * of the whole batch, and
 * the batches after it are not sent: each would meet the same trouble. So it is after outcomes that stop a run.
 * @param send sends a batch and gives an outcome for each of its inputs, or throws
 */
export async function sendInBatches<T, R>(
	inputs: ReadonlyArray<BatchItem<T>>,
	size: number,
	send: (batch: Array<BatchItem<T>>) => Promise<Array<ItemResult<R>>>,
): Promise<Array<ItemResult<R>>> {
	const outcomes: Array<ItemResult<R>> = [];
	const waiting = chunks(inputs, size);
	for (let batch = waiting.shift(); batch; batch = waiting.shift()) {
		try {
			const done = await send(batch);
			append(outcomes, done);
			const trouble = troubleIn(done);
			if (trouble) return [...outcomes, ...allNotAttempted<R>(waiting.flat(), trouble)];
		} catch (error) {
			if (!isRefusal(error)) {
				return [
					...outcomes,
					...batch.map(({ index }) => failed<R>(index, error)),
					...allNotAttempted<R>(waiting.flat(), error),
				];
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
export function notAttempted<E>(error: E): E | ApiError {
	if (!(error instanceof ApiError) || error.facts.notAttempted) return error;
	const { kind, message, baseMessage = message } = error.facts;
	return new ApiError({
		...error.facts,
		kind: kind === 'indeterminate' ? 'unreachable' : kind,
		message: `Not sent, because an earlier request of this run failed: ${baseMessage}`,
		baseMessage: undefined,
		effect: 'notSent',
		notAttempted: true,
		row: undefined,
		rows: undefined,
	});
}

/** The outcomes of inputs whose turn does not come because of an earlier trouble. */
export function allNotAttempted<R>(inputs: ReadonlyArray<BatchItem<unknown>>, trouble: unknown): Array<ItemResult<R>> {
	const error = notAttempted(trouble);
	return inputs.map(({ index }) => failed<R>(index, error));
}

const halves = <T>(batch: T[]): T[][] => chunks(batch, Math.ceil(batch.length / 2));

const failed = <R>(index: number, error: unknown): ItemResult<R> => ({
	index,
	ok: false,
	error: error instanceof Error ? error : new Error(String(error)),
});

/** The trouble among outcomes that the inputs after them would meet as well. */
export function troubleIn(outcomes: ReadonlyArray<ItemResult<unknown>>): Error | undefined {
	for (const outcome of outcomes) if (!outcome.ok && abortsRun(outcome.error)) return outcome.error;
	return undefined;
}

/**
 * Does the same for every input, `width` at a time; for endpoints that take one object a call. After trouble that every
 * input would meet, the inputs not
 * yet begun get that trouble as their outcome and are not sent.
 * @param keyOf inputs of the same key are worked off one after the other, in their order: two changes of one thing at a
 *   time might undo each other
 */
export async function mapConcurrent<T, R>(
	inputs: ReadonlyArray<BatchItem<T>>,
	concurrency: number,
	work: (input: BatchItem<T>) => Promise<R>,
	keyOf?: (value: T) => string,
): Promise<Array<ItemResult<R>>> {
	const queue = keyOf ? groupsOf(inputs, keyOf) : inputs.map((input) => [input]);
	const outcomes: Array<ItemResult<R>> = [];
	let stopped: unknown;
	const one = async (input: BatchItem<T>): Promise<ItemResult<R>> => {
		if (stopped) return failed(input.index, notAttempted(stopped));
		try {
			return { index: input.index, ok: true, value: await work(input) };
		} catch (error) {
			if (abortsRun(error)) stopped ??= error;
			return failed(input.index, error);
		}
	};
	const worker = async (): Promise<void> => {
		for (let group = queue.shift(); group; group = queue.shift())
			for (const input of group) outcomes.push(await one(input));
	};
	await Promise.all(Array.from({ length: Math.min(concurrency, queue.length) }, worker));
	return outcomes;
}
