import type { ItemResult, BatchItem } from '../../../batch/types';
import { type RowRules, settleRows } from '../../../batch/confirm/confirmRows';
import type { Endpoint } from '../../../http/endpoint';
import { type RowError, fieldsOf, readRowErrors } from '../../../batch/confirm/rowErrors';

export { type RowError, rowError } from '../../../batch/confirm/rowErrors';

/** The live API counts the rows of a batch from 1 (live-api section 5). */
export const FIRST_INDEX = 1;

/** The refused rows of a bulk response, counted from 0, and its results. INFO and WARNING are remarks, not refusals. */
export function readBulk(body: unknown): { results: unknown[]; errors: RowError[] } {
	const { results, errors } = fieldsOf(body) ?? {};
	return { results: Array.isArray(results) ? results : [], errors: readRowErrors(errors, FIRST_INDEX) };
}

/**
 * Gives every row of a batch its result from a bulk response. @throws ApiError when the response refuses the whole
 * call, or mentions no row
 */
export const bulkOutcomes = <I extends BatchItem<unknown>, R>(
	endpoint: Endpoint,
	batch: readonly I[],
	response: unknown,
	rules: RowRules<I, R>,
): Array<ItemResult<R>> => settleRows(endpoint, FIRST_INDEX, batch, response, rules);
