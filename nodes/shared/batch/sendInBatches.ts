import { append } from '../domain/append';
import { chunks } from '../domain/chunks';
import { isRefusal } from '../http/errors/apiError';
import { allNotAttempted, failed, troubleIn } from './notAttempted';
import type { BatchItem, ItemResult } from './types';

/**
 * Sends inputs in batches, with a result for every input. Rows that a refusal names are sent alone; without names, the
 * batch is halved until the bad rows are alone. The others go through. Any other error is the result of the whole
 * batch, and later batches are not sent, because each would meet the same error.
 * @param send sends a batch and gives a result for each of its inputs, or throws
 */
export async function sendInBatches<I extends BatchItem<unknown>, R>(
	inputs: readonly I[],
	size: number,
	send: (batch: I[]) => Promise<Array<ItemResult<R>>>,
): Promise<Array<ItemResult<R>>> {
	const results: Array<ItemResult<R>> = [];
	const waiting = chunks(inputs, size);
	for (let batch = waiting.shift(); batch; batch = waiting.shift()) {
		try {
			const done = await send(batch);
			append(results, done);
			const trouble = troubleIn(done);
			if (trouble) return [...results, ...allNotAttempted<R>(waiting.flat(), trouble)];
		} catch (error) {
			if (!isRefusal(error)) {
				return [
					...results,
					...batch.map(({ index }) => failed(index, error)),
					...allNotAttempted<R>(waiting.flat(), error),
				];
			}
			if (batch.length === 1) {
				results.push(failed(batch[0]?.index ?? 0, error));
				continue;
			}
			const named = new Set(error.facts.rows?.map(({ row }) => row));
			const bad = batch.filter((_, row) => named.has(row));
			const good = batch.filter((_, row) => !named.has(row));
			// Each named row is sent alone: it either fails with its own message, or the naming was wrong and it passes.
			waiting.unshift(...(bad.length > 0 && good.length > 0 ? [good, ...bad.map((row) => [row])] : halves(batch)));
		}
	}
	return results;
}

const halves = <T>(batch: T[]): T[][] => chunks(batch, Math.ceil(batch.length / 2));
