import { ApiError } from '../../../http/errors/apiError';
import type { Batch } from './wire';

/** Rows that a refusal names belong to what was sent, which may be a part of the batch that the caller knows. */
export function rowsIn(batch: Batch, refusal: ApiError, sent: Batch): ApiError {
	if (sent.length === batch.length) return refusal;
	const place = (row: number): number => batch.findIndex(({ index }) => index === sent[row]?.index);
	const rows = refusal.facts.rows?.map((one) => ({ ...one, row: place(one.row) })).filter(({ row }) => row >= 0);
	return new ApiError({ ...refusal.facts, rows, row: rows?.[0]?.row });
}

/** The error of each order of a call that failed as a whole. */
export const withoutRows = (error: ApiError): ApiError =>
	new ApiError({ ...error.facts, rows: undefined, row: undefined });

/** A refusal after which nobody could look whether the service had done it all the same. */
export const inDoubt = (refusal: ApiError, lookUp: ApiError): ApiError =>
	new ApiError({
		...refusal.facts,
		kind: 'indeterminate',
		message:
			`${refusal.message} The look-up afterwards failed: ${lookUp.message} Whether the change took effect is not ` +
			'known.',
	});
