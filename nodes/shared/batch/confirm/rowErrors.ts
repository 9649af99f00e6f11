import { ApiError } from '../../http/errors/apiError';
import { serviceName, serviceWords } from '../../http/errors/serviceWords';

type Fields = Record<string, unknown>;

export const fieldsOf = (value: unknown): Fields | undefined =>
	typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;

const EMPTY_WORDS = ['', 'none', 'null', 'false', '0'];

/** How many levels of nested lists to search. */
const DEPTH = 8;

/** Whether a field for errors names an error. */
export function says(value: unknown, depth = DEPTH): boolean {
	if (Array.isArray(value)) return depth === 0 ? value.length > 0 : value.some((one) => says(one, depth - 1));
	const fields = fieldsOf(value);
	if (fields) return Object.keys(fields).length > 0;
	return (
		value !== undefined &&
		value !== null &&
		value !== false &&
		!EMPTY_WORDS.includes(String(value).trim().toLowerCase())
	);
}

/** A complaint about a row of a write, counted from 0, or about an unknown row. */
export interface RowError {
	row: number | undefined;
	code?: string;
	message?: string;
	field?: string;
	subject?: string;
	/** Everything that may identify the row. */
	subjects?: readonly string[];
}

const text = (...values: unknown[]): string | undefined => {
	const found = values.find((value) => (typeof value === 'string' && value.trim() !== '') || typeof value === 'number');
	return found === undefined ? undefined : String(found);
};

/** Complaints of these kinds are remarks, not refusals. */
const REMARKS = ['INFO', 'WARNING'];
/** Fields of a single complaint, which a map from rows or fields to complaints does not have. */
const OF_ONE = ['message', 'errorCode', 'code', 'fieldName', 'index', 'identifier', 'severity', 'description'];

/**
 * Reads the `errors` of a response in any form. A list of objects with an index is promised (live-api section 5);
 * anything else that reports an error is a complaint about an unknown row.
 * @param firstIndex the number that the contract gives the first row
 */
export function readRowErrors(errors: unknown, firstIndex: 0 | 1): RowError[] {
	if (Array.isArray(errors)) return errors.flatMap((one) => readOne(one, firstIndex));
	const fields = fieldsOf(errors);
	if (!fields) return says(errors) ? [{ row: undefined, message: serviceWords(errors) }] : [];
	if (Object.keys(fields).length === 0) return [];
	if (OF_ONE.some((name) => Object.hasOwn(fields, name))) return readOne(fields, firstIndex);
	return Object.entries(fields).flatMap(([key, one]) =>
		readOne(one, firstIndex).map((error) => ({
			...error,
			row: undefined,
			field: error.field ?? (/^\d+$/.test(key) ? undefined : serviceName(key)),
		})),
	);
}

function readOne(given: unknown, firstIndex: 0 | 1): RowError[] {
	const fields = fieldsOf(given);
	if (!fields) return says(given) ? [{ row: undefined, message: serviceWords(given) }] : [];
	if (REMARKS.includes((text(fields.severity) ?? '').toUpperCase())) return [];
	const subjects = [fields.identifier, fields.userIdentifier].flatMap((one) => text(one) ?? []);
	return [
		{
			row: rowOf(fields.index ?? fields.row, firstIndex),
			code: serviceName(fields.errorCode, fields.code),
			message: serviceWords(fields.message, fields.description, fields.errorMessage, fields.error),
			field: serviceName(fields.fieldName, fields.field),
			subject: subjects[0],
			subjects,
		},
	];
}

/** The row of an index, which must be an integer or a text for one. */
function rowOf(index: unknown, firstIndex: 0 | 1): number | undefined {
	const number = typeof index === 'string' && /^\s*\d+\s*$/.test(index) ? Number(index) : index;
	if (typeof number !== 'number' || !Number.isInteger(number)) return undefined;
	return number >= firstIndex ? number - firstIndex : undefined;
}

/** The error for one refused row. */
export const rowError = (error: RowError, endpoint: string): ApiError =>
	new ApiError({
		kind: 'rowRefused',
		message: error.message ? `The service says: ${error.message}` : 'The service refused this row.',
		code: error.code,
		serviceMessage: error.message,
		field: error.field,
		row: error.row,
		subject: error.subject,
		endpoint,
	});
