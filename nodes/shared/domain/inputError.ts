/**
 * An unusable value from outside. It names the field, the problem and the remedy, and is thrown before anything is
 * sent.
 */
export class InputError extends Error {
	/**
	 * @param field the field's label, for example `Country`
	 * @param problem what is wrong, as a whole sentence
	 * @param remedy what to do about it, as a whole sentence
	 */
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
