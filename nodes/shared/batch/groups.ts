import { append } from '../domain/append';
import { allNotAttempted, troubleIn } from './sendInBatches';
import { type ItemResult, type BatchItem } from './types';

export { groupsOf } from './sendInBatches';

/**
 * Works through groups one after the other. After trouble that the next group would meet as well, the rest is not sent
 * and says so. What a group throws becomes the outcome of its inputs, so that the outcomes of earlier groups survive.
 * @param before outcomes of calls that the run made already; trouble in them stops the groups too
 */
export async function forEachGroup<T, R>(
	groups: ReadonlyArray<Array<BatchItem<T>>>,
	work: (group: Array<BatchItem<T>>) => Promise<Array<ItemResult<R>>>,
	before: ReadonlyArray<ItemResult<unknown>> = [],
): Promise<Array<ItemResult<R>>> {
	const outcomes: Array<ItemResult<R>> = [];
	let trouble = troubleIn(before);
	for (const group of groups) {
		const done = trouble ? allNotAttempted<R>(group, trouble) : await attempt(group, work);
		append(outcomes, done);
		trouble ??= troubleIn(done);
	}
	return outcomes;
}

async function attempt<T, R>(
	group: Array<BatchItem<T>>,
	work: (group: Array<BatchItem<T>>) => Promise<Array<ItemResult<R>>>,
): Promise<Array<ItemResult<R>>> {
	try {
		return await work(group);
	} catch (thrown) {
		const error = thrown instanceof Error ? thrown : new Error(String(thrown));
		return group.map(({ index }): ItemResult<R> => ({ index, ok: false, error }));
	}
}
