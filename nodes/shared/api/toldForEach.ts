import { ApiError } from '../http/apiError';
import type { Outcome, Placed } from '../http/batches';
import { asIs } from '../http/rethrow';

/**
 * Trouble that concerns all inputs, for example with the look-up before a write, is reported for each of them: a write
 * has an outcome for every input.
 */
export async function toldForEach<T, R>(
	inputs: ReadonlyArray<Placed<T>>,
	work: (inputs: ReadonlyArray<Placed<T>>) => Promise<Array<Outcome<R>>>,
): Promise<Array<Outcome<R>>> {
	try {
		return await work(inputs);
	} catch (error) {
		if (!(error instanceof ApiError)) throw asIs(error);
		return inputs.map(({ index }) => ({ index, ok: false, error }));
	}
}
