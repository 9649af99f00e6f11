import { type InputField, InputProblem } from '../domain/inputProblem';
import type { BatchItem, ItemResult } from './types';

/** What makes two inputs of a run duplicates. */
export interface Duplicates<T> {
	/** Inputs with the same key are duplicates. */
	by: (value: T) => string;
	/** What the error calls an input. */
	name: (value: T) => string;
	/** The field that the error names. */
	field: InputField;
}

/**
 * Keeps the first of duplicate inputs. The others become errors: dropping one silently would lose it, and sending both
 * would do it twice.
 */
export function rejectDuplicates<I extends BatchItem<unknown>>(
	inputs: readonly I[],
	{ by, name, field }: Duplicates<I['value']>,
): { once: I[]; repeats: Array<ItemResult<never>> } {
	const first = new Map<string, number>();
	const once: I[] = [];
	const repeats: Array<ItemResult<never>> = [];
	for (const input of inputs) {
		const key = by(input.value);
		const before = first.get(key);
		if (before === undefined) {
			first.set(key, input.index);
			once.push(input);
			continue;
		}
		repeats.push({
			index: input.index,
			ok: false,
			error: new InputProblem({ problem: 'repeated', field, what: name(input.value), first: before }),
		});
	}
	return { once, repeats };
}
