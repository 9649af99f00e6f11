import { mapConcurrent } from '../../batch/mapConcurrent';
import { rethrow } from '../../http/errors/rethrow';

/** Reads under way at the same time. */
const WIDTH = 4;

/**
 * Reads the parts of a look-up, several at a time.
 * @returns the results in the order of the parts. @throws the error of the first part that fails
 */
export async function readParts<T, R>(parts: readonly T[], read: (part: T) => Promise<R>): Promise<R[]> {
	const inputs = parts.map((value, index) => ({ index, value }));
	const results = await mapConcurrent(inputs, WIDTH, async ({ value }) => await read(value));
	return results.sort((one, other) => one.index - other.index).map((one) => (one.ok ? one.value : rethrow(one.error)));
}
