import { InputError } from '../../domain/inputError';
import { InputProblem } from '../../domain/inputProblem';
import { ApiError } from '../../http/errors/apiError';

/** The error of a later step, plus what the earlier steps did: a half-done change must not look untouched. */
export function partlyDone(error: Error, done: string): Error {
	if (error instanceof ApiError) {
		const { facts, message } = error;
		return new ApiError({
			...facts,
			message: `${done}: ${message}`,
			baseMessage: undefined,
			done: both(done, facts.done),
		});
	}
	if (error instanceof InputProblem) return new InputProblem(error.facts, both(done, error.done));
	return error instanceof InputError ? error.after(done) : error;
}

const both = (done: string, before: string | undefined): string => (before ? `${done}: ${before}` : done);
