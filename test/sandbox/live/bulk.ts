import { Problem, SANDBOX_CODE } from '../http/problem';

/** Known codes of the service. */
export const UNKNOWN_PRODUCT = 'ERR053';
export const NO_STOCK_RECORD = 'ERR097';

/** A row of a bulk write that is refused while the others go on. */
export class RowError extends Error {
	constructor(
		readonly field: string,
		message: string,
		readonly identifier: unknown = null,
		readonly code = SANDBOX_CODE,
	) {
		super(message);
	}
}

export interface ValidationDetail {
	errorCode: string;
	fieldName: string;
	identifier: unknown;
	userIdentifier: unknown;
	/** 1-based. */
	index: number;
	message: string;
	severity: 'INFO' | 'WARNING' | 'CRITICAL';
}

export interface BulkResponse {
	message: string;
	results: unknown[];
	errors: ValidationDetail[];
}

/** Runs each row of a bulk write and gathers results and row errors in the wrapper the service uses. */
export function bulk<Row>(rows: readonly Row[], each: (row: Row, index: number) => unknown): BulkResponse {
	const results: unknown[] = [];
	const errors: ValidationDetail[] = [];
	rows.forEach((row, at) => {
		try {
			results.push(each(row, at));
		} catch (error) {
			errors.push(detailOf(error, at));
		}
	});
	return { message: errors.length === 0 ? 'Success' : `${errors.length} of ${rows.length} failed`, results, errors };
}

function detailOf(error: unknown, at: number): ValidationDetail {
	const base = { userIdentifier: null, index: at + 1, severity: 'CRITICAL' as const };
	if (error instanceof RowError)
		return {
			...base,
			errorCode: error.code,
			fieldName: error.field,
			identifier: error.identifier,
			message: error.message,
		};
	if (error instanceof Problem) {
		const first = error.complaints[0];
		return {
			...base,
			errorCode: error.code ?? SANDBOX_CODE,
			fieldName: first?.field ?? '',
			identifier: first?.value ?? null,
			message: error.message,
		};
	}
	throw error;
}

export const singleId = (id: number): { id: number; message: string } => ({ id, message: 'Success' });
export const multipleIds = (ids: number[]): { ids: number[]; message: string } => ({ ids, message: 'Success' });

/** Any name or recipient of this text makes the sandbox refuse the row: a switch for tests. */
export const REFUSE_ME = 'REFUSE ME';
