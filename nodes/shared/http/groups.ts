import { append } from '../domain/append';
import { type Outcome, type Placed, notAttempted, troubleIn } from './batches';

export { groupsOf } from './batches';

/**
 * Works through groups one after the other. After trouble that the next group would meet as well, the rest is not sent
 * and says so. What a group throws becomes the outcome of its inputs, so that the outcomes of earlier groups survive.
 * @param before outcomes of calls that the run made already; trouble in them stops the groups too
 */
export async function groupByGroup<T, R>(
	groups: ReadonlyArray<Array<Placed<T>>>,
	work: (group: Array<Placed<T>>) => Promise<Array<Outcome<R>>>,
	before: ReadonlyArray<Outcome<unknown>> = [],
): Promise<Array<Outcome<R>>> {
	const outcomes: Array<Outcome<R>> = [];
	let trouble = troubleIn(before);
	for (const group of groups) {
		const done = trouble ? notAttempted<R>(group, trouble) : await attempt(group, work);
		append(outcomes, done);
		trouble ??= troubleIn(done);
	}
	return outcomes;
}

async function attempt<T, R>(
	group: Array<Placed<T>>,
	work: (group: Array<Placed<T>>) => Promise<Array<Outcome<R>>>,
): Promise<Array<Outcome<R>>> {
	try {
		return await work(group);
	} catch (thrown) {
		const error = thrown instanceof Error ? thrown : new Error(String(thrown));
		return group.map(({ index }): Outcome<R> => ({ index, ok: false, error }));
	}
}
