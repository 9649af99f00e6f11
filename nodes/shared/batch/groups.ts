import { append } from '../domain/append';
import { allNotAttempted, failed, troubleIn } from './notAttempted';
import type { BatchItem, ItemResult } from './types';

/** Groups inputs by a key, in the order in which the keys first appear. */
export function groupsOf<I extends BatchItem<unknown>>(
	inputs: readonly I[],
	keyOf: (value: I['value']) => string,
): I[][] {
	const groups = new Map<string, I[]>();
	for (const input of inputs) {
		const key = keyOf(input.value);
		const group = groups.get(key);
		if (group) group.push(input);
		else groups.set(key, [input]);
	}
	return [...groups.values()];
}

/**
 * Processes groups one after the other. After an error that would stop the next group too, the rest is not sent. An
 * error thrown by a group becomes the result of its inputs, so that earlier results survive.
 * @param before results of an earlier step of the run; such an error among them stops the groups too
 */
export async function forEachGroup<I extends BatchItem<unknown>, R>(
	groups: ReadonlyArray<readonly I[]>,
	work: (group: I[]) => Promise<Array<ItemResult<R>>>,
	before: ReadonlyArray<ItemResult<unknown>> = [],
): Promise<Array<ItemResult<R>>> {
	const results: Array<ItemResult<R>> = [];
	let trouble = troubleIn(before);
	for (const group of groups) {
		const done = trouble ? allNotAttempted<R>(group, trouble) : await attempt(group, work);
		append(results, done);
		trouble ??= troubleIn(done);
	}
	return results;
}

async function attempt<I extends BatchItem<unknown>, R>(
	group: readonly I[],
	work: (group: I[]) => Promise<Array<ItemResult<R>>>,
): Promise<Array<ItemResult<R>>> {
	try {
		return await work([...group]);
	} catch (error) {
		return group.map(({ index }) => failed(index, error));
	}
}
