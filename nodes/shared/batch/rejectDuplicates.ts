import { type InputField, InputProblem } from '../domain/inputProblem';
import type { ItemResult, BatchItem } from './types';

/**
 * Finds inputs that mean the same thing twice in one run. The first is kept; the others become errors, because to drop
 * one silently would lose it and to send both
 * would do it twice.
 */
export function rejectDuplicates<T>(
	inputs: ReadonlyArray<BatchItem<T>>,
	keyOf: (value: T) => string,
	nameOf: (value: T) => string,
	field: InputField,
): { once: Array<BatchItem<T>>; repeats: Array<ItemResult<never>> } {
	const first = new Map<string, number>();
	const once: Array<BatchItem<T>> = [];
	const repeats: Array<ItemResult<never>> = [];
	for (const input of inputs) {
		const key = keyOf(input.value);
		const before = first.get(key);
		if (before === undefined) {
			first.set(key, input.index);
			once.push(input);
			continue;
		}
		repeats.push({
			index: input.index,
			ok: false,
			error: new InputProblem({ problem: 'repeated', field, what: nameOf(input.value), first: before }),
		});
	}
	return { once, repeats };
}
