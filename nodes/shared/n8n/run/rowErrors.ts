import { InputError } from '../../domain/inputError';
import { rethrow } from '../../http/errors/rethrow';

/** What is wrong with one of several items that are one input; the item is counted from 0. */
export class RowError extends InputError {
	constructor(
		readonly item: number,
		field: string,
		problem: string,
		remedy?: string,
	) {
		super(field, problem, remedy);
	}
}

/** An item that does not say which input it belongs to. */
export class NoKeyError extends InputError {
	/** @param isPart it may be a part of the input above, which would then be incomplete without it */
	constructor(
		readonly isPart: boolean,
		field: string,
		problem: string,
		remedy?: string,
	) {
		super(field, problem, remedy);
	}
}

/** Reads something of one of several items, and names the item where that fails. */
export function atItem<T>(item: number, read: () => T): T {
	try {
		return read();
	} catch (error) {
		if (error instanceof InputError && !(error instanceof RowError)) {
			rethrow(new RowError(item, error.field, `Item ${item + 1}: ${error.problem}`, error.remedy));
		}
		rethrow(error);
	}
}
