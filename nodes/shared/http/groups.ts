import { type Outcome, type Placed, stops } from './batches';

/** Sorts inputs into groups that go in separate calls, in the order in which they come. */
export function groupsOf<T>(inputs: ReadonlyArray<Placed<T>>, keyOf: (value: T) => string): Array<Array<Placed<T>>> {
	const groups = new Map<string, Array<Placed<T>>>();
	for (const input of inputs) {
		const key = keyOf(input.value);
		const group = groups.get(key);
		if (group) group.push(input);
		else groups.set(key, [input]);
	}
	return [...groups.values()];
}

/** Works groups off one after the other. After trouble that the next would meet as well, the groups after it get that trouble as their outcome and are not sent. */
export async function groupByGroup<T, R>(
	groups: ReadonlyArray<Array<Placed<T>>>,
	work: (group: Array<Placed<T>>) => Promise<Array<Outcome<R>>>,
): Promise<Array<Outcome<R>>> {
	const outcomes: Array<Outcome<R>> = [];
	let stopped: Error | undefined;
	for (const group of groups) {
		if (stopped) {
			const error = stopped;
			outcomes.push(...group.map(({ index }): Outcome<R> => ({ index, ok: false, error })));
			continue;
		}
		const done = await work(group);
		outcomes.push(...done);
		for (const outcome of done) if (!outcome.ok && stops(outcome.error)) stopped = outcome.error;
	}
	return outcomes;
}
