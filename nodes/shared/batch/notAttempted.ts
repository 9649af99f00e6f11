import { ApiError, abortsRun } from '../http/errors/apiError';
import type { BatchItem, ItemResult } from './types';

/** The error for inputs that certainly were not sent, even if the result of those before them is unknown. */
export function notAttempted<E>(error: E): E | ApiError {
	if (!(error instanceof ApiError) || error.facts.notAttempted) return error;
	const { kind, message, baseMessage = message } = error.facts;
	return new ApiError({
		...error.facts,
		kind: kind === 'indeterminate' ? 'unreachable' : kind,
		message: `Not sent, because an earlier request of this run failed: ${baseMessage}`,
		baseMessage: undefined,
		effect: 'notSent',
		notAttempted: true,
		row: undefined,
		rows: undefined,
	});
}

/** The results of inputs that are not sent because of an earlier error. */
export function allNotAttempted<R>(inputs: ReadonlyArray<BatchItem<unknown>>, trouble: unknown): Array<ItemResult<R>> {
	const error = notAttempted(trouble);
	return inputs.map(({ index }) => failed(index, error));
}

/** The error among results that would stop the next inputs too. */
export function troubleIn(results: ReadonlyArray<ItemResult<unknown>>): Error | undefined {
	for (const result of results) if (!result.ok && abortsRun(result.error)) return result.error;
	return undefined;
}

export const failed = (index: number, error: unknown): ItemResult<never> => ({
	index,
	ok: false,
	error: error instanceof Error ? error : new Error(String(error)),
});
