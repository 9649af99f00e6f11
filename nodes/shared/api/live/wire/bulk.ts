import type { ItemResult, BatchItem } from '../../../batch/types';
import { type RowRules, settleRows } from '../../../batch/confirm/confirmRows';
import type { Endpoint } from '../../../http/endpoint';
import { LIVE_DIALECT } from '../dialect';
import { type RowError, fieldsOf, readRowErrors } from '../../../batch/confirm/rowErrors';

export { type RowError, rowError } from '../../../batch/confirm/rowErrors';

/** The refused rows of a bulk response, counted from 0, and its results. INFO and WARNING are remarks, not refusals. */
export function readBulk(body: unknown): { results: unknown[]; errors: RowError[] } {
	const { results, errors } = fieldsOf(body) ?? {};
	return { results: Array.isArray(results) ? results : [], errors: readRowErrors(errors, LIVE_DIALECT.firstIndex) };
}

/**
 * Gives every row of a batch its result from a bulk response.
 * @throws ApiError when the response refuses the whole call or mentions no row
 */
export const bulkOutcomes = <I extends BatchItem<unknown>, R>(
	endpoint: Endpoint,
	batch: readonly I[],
	response: unknown,
	rules: RowRules<I, R>,
): Array<ItemResult<R>> => settleRows(endpoint, LIVE_DIALECT, batch, response, rules);
