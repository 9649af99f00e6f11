/**
 * A value that came in from outside and cannot be used. Says which field, what is wrong with it and what to do; it is
 * raised before
 * anything is sent.
 */
export class InputError extends Error {
	/** @param field the field in the user's words, for example `Country`
	 *  @param problem what is wrong, a whole sentence
	 *  @param remedy what to do about it, a whole sentence */
	constructor(
		readonly field: string,
		readonly problem: string,
		readonly remedy: string = '',
	) {
		super(`${field}: ${problem}`);
		this.name = 'InputError';
	}

	/** The same with what was done before. */
	after(done: string): InputError {
		return new InputError(this.field, `${done}: ${this.problem}`, this.remedy);
	}
}
