import { ApiError } from '../../../http/errors/apiError';
import type { Batch } from './wire';

/** A refusal numbers the rows that were sent, which may be only a part of the batch that the caller knows. */
export function rowsIn(batch: Batch, refusal: ApiError, sent: Batch): ApiError {
	if (sent.length === batch.length) return refusal;
	const place = (row: number): number => batch.findIndex(({ index }) => index === sent[row]?.index);
	const rows = refusal.facts.rows?.map((one) => ({ ...one, row: place(one.row) })).filter(({ row }) => row >= 0);
	return new ApiError({ ...refusal.facts, rows, row: rows?.[0]?.row });
}

/** The error for each order when the whole call failed. */
export const withoutRows = (error: ApiError): ApiError =>
	new ApiError({ ...error.facts, rows: undefined, row: undefined });

/** A refusal whose effect could not be checked, because the look-up failed. */
export const inDoubt = (refusal: ApiError, lookUp: ApiError): ApiError =>
	new ApiError({
		...refusal.facts,
		kind: 'indeterminate',
		message:
			`${refusal.message} The look-up afterwards failed: ${lookUp.message} Whether the change took effect is not ` +
			'known.',
	});
