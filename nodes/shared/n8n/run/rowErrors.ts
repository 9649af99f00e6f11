import { InputError } from '../../domain/inputError';
import { rethrow } from '../../http/errors/rethrow';

/** An error in one of several items that make up an input; items are counted from 0. */
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

/** An item that does not name its input. */
export class NoKeyError extends InputError {
	/** @param isPart it may be a part of the input above, which would be incomplete without it */
	constructor(
		readonly isPart: boolean,
		field: string,
		problem: string,
		remedy?: string,
	) {
		super(field, problem, remedy);
	}
}

/** Reads part of an item, and names the item if that fails. */
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
