import { abortsRun } from '../http/errors/apiError';
import { groupsOf } from './groups';
import { failed, notAttempted } from './notAttempted';
import type { BatchItem, ItemResult } from './types';

/**
 * Runs the same call for every input, several at a time, for endpoints that take one object. After an error that would
 * stop every input, the inputs that have not started are not sent.
 * @param keyOf inputs with the same key run one after the other, in their order, because concurrent changes of one
 *   record might undo each other
 */
export async function mapConcurrent<I extends BatchItem<unknown>, R>(
	inputs: readonly I[],
	concurrency: number,
	work: (input: I) => Promise<R>,
	keyOf?: (value: I['value']) => string,
): Promise<Array<ItemResult<R>>> {
	const queue = keyOf ? groupsOf(inputs, keyOf) : inputs.map((input) => [input]);
	const results: Array<ItemResult<R>> = [];
	let stopped: unknown;
	const one = async (input: I): Promise<ItemResult<R>> => {
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
			for (const input of group) results.push(await one(input));
	};
	await Promise.all(Array.from({ length: Math.min(concurrency, queue.length) }, worker));
	return results;
}
