import type { ErrorBody } from '../../../http/dialect';
import { serviceName, serviceWords } from '../../../http/errors/serviceWords';

type Fields = Record<string, unknown>;
const fields = (value: unknown): Fields | undefined =>
	typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;

/** Row names stay unchanged, because rows are matched by them. */
const textOf = (value: unknown): string | undefined =>
	(typeof value === 'string' && value.trim() !== '') || typeof value === 'number' ? String(value) : undefined;

/**
 * Reads an error body. Established: the bulk wrapper of the live API with 1-based `errors[].index` (live-api section
 * 5), and OAuth's `error` and `error_description`. Inferred: the guide's `{error: {code, message, details[]}}` and
 * 0-based `errors[].index`. The JSON of ordinary 4xx responses of the live API is not established, so all usual names
 * are tried, and plain text is used as it is.
 * @param firstIndex the contract's index of the first row
 */
export function readErrorBody(body: unknown, firstIndex: 0 | 1): ErrorBody {
	if (typeof body === 'string') return { message: serviceWords(body), rows: [] };
	if (Array.isArray(body)) return fromDetails(body, firstIndex);
	const top = fields(body);
	if (!top) return { rows: [] };
	const inner = fields(top.error);
	const details = [top.errors, top.details, inner?.details, inner?.errors].find(Array.isArray) as unknown[] | undefined;
	const rows = details ? fromDetails(details, firstIndex) : { rows: [] };
	return {
		rows: rows.rows,
		code: serviceName(
			inner?.code,
			top.errorCode,
			top.code,
			typeof top.error === 'string' ? top.error : undefined,
			rows.code,
		),
		message: serviceWords(
			inner?.message,
			top.error_description,
			top.message,
			top.errorMessage,
			typeof top.error === 'string' ? top.error : undefined,
			rows.message,
		),
		field: serviceName(inner?.field, top.fieldName, top.field, rows.field),
	};
}

function fromDetails(details: unknown[], firstIndex: 0 | 1): ErrorBody {
	const all = details.map((detail) => {
		const row = fields(detail) ?? { message: detail };
		const given = row.index ?? row.row;
		const index = given === null || given === undefined || given === '' ? NaN : Number(given);
		return {
			row: Number.isInteger(index) ? index - firstIndex : -1,
			code: serviceName(row.errorCode, row.code),
			message: serviceWords(row.message, row.description, row.defaultMessage),
			field: serviceName(row.fieldName, row.field),
			subject: textOf(row.identifier) ?? textOf(row.userIdentifier),
		};
	});
	const [first] = all;
	return { rows: all.filter((row) => row.row >= 0), code: first?.code, message: first?.message, field: first?.field };
}
