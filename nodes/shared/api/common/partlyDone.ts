import { InputError } from '../../domain/inputError';
import { ApiError } from '../../http/errors/apiError';

/** The error of a later step, with what the earlier steps did: a half-done change must not look untouched. */
export function partlyDone(error: Error, done: string): Error {
	if (error instanceof ApiError)
		return new ApiError({ ...error.facts, message: `${done}: ${error.message}`, baseMessage: undefined });
	if (error instanceof InputError) return new InputError(error.field, `${done}: ${error.problem}`, error.remedy);
	return error;
}
