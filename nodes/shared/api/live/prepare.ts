import type { Outcome, Placed } from '../../http/batches';

/** Makes the bodies of all inputs first; what cannot be made is an outcome of its own and is not sent. */
export function prepare<T, B>(
	inputs: ReadonlyArray<Placed<T>>,
	make: (value: T) => B,
	bodies: Map<number, B>,
): { good: Array<Placed<T>>; bad: Array<Outcome<never>> } {
	const good: Array<Placed<T>> = [];
	const bad: Array<Outcome<never>> = [];
	for (const input of inputs) {
		try {
			bodies.set(input.index, make(input.value));
			good.push(input);
		} catch (error) {
			bad.push({ index: input.index, ok: false, error: error as Error });
		}
	}
	return { good, bad };
}
