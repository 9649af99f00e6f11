import { ApiError } from '../http/errors/apiError';
import type { ItemResult, BatchItem } from './types';
import { rethrow } from '../http/errors/rethrow';

/**
 * Reports an error that affects all inputs, such as a failed look-up before a write, once per input, because a write
 * has a result for every input.
 */
export async function failAllOnError<T, R>(
	inputs: ReadonlyArray<BatchItem<T>>,
	work: (inputs: ReadonlyArray<BatchItem<T>>) => Promise<Array<ItemResult<R>>>,
): Promise<Array<ItemResult<R>>> {
	try {
		return await work(inputs);
	} catch (error) {
		if (!(error instanceof ApiError)) rethrow(error);
		return inputs.map(({ index }) => ({ index, ok: false, error }));
	}
}
