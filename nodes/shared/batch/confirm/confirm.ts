import { ApiError } from '../../http/errors/apiError';
import type { Dialect } from '../../http/dialect';
import type { Endpoint } from '../../http/endpoint';
import { fieldsOf, readRowErrors, rowError } from './rowErrors';
import { isFailure, leavesOpen, saysNo } from './saysNo';

type Fields = Record<string, unknown>;

/** Fields of a response, by the service's names, with the values that identify this record. */
export type Names = Readonly<Record<string, string | number | null | undefined>>;

/** The service responded, but its response does not confirm the change. */
export class Unconfirmed extends ApiError {}

/** The service's own message in a response. */
function quoted(
	response: unknown,
	dialect: Dialect,
): { quote: string; code?: string; serviceMessage?: string; field?: string } {
	const { message, code, field } = dialect.readErrorBody(response);
	const said = message ?? code;
	return { quote: said ? ` It says: ${sentence(said)}` : '', code, serviceMessage: message, field };
}

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/**
 * A refusal of the whole call in a response with a success status.
 * @returns undefined also when the response reports a failure of the service, because its effect is then unknown
 */
export function refusalIn(endpoint: Endpoint, response: unknown, dialect: Dialect): ApiError | undefined {
	const fields = fieldsOf(response);
	const isThing = endpoint.confirms?.by === 'thing';
	if (!fields || !saysNo(fields, isThing) || isFailure(fields, isThing)) return undefined;
	const { quote, ...facts } = quoted(response, dialect);
	return new ApiError({
		...facts,
		kind: 'refused',
		message: `The service responded with a success status, but its response is a refusal.${quote}`,
		endpoint: endpoint.name,
	});
}

/** The response confirms nothing that was sent: the whole call is in doubt. */
export function unconfirmed(endpoint: Endpoint, response: unknown, dialect: Dialect, more = ''): Unconfirmed {
	const { quote, ...facts } = quoted(response, dialect);
	const baseMessage = `The service responded, but its response does not confirm the change.${quote}${more}`;
	return new Unconfirmed({
		...facts,
		kind: 'indeterminate',
		message: `${baseMessage} Whether the change took effect is not known.`,
		baseMessage,
		endpoint: endpoint.name,
	});
}

/** The response confirms other records, but not this one. */
export function notMentioned(endpoint: Endpoint, response: unknown, dialect: Dialect): Unconfirmed {
	const { quote, ...facts } = quoted(response, dialect);
	return new Unconfirmed({
		...facts,
		kind: 'unconfirmed',
		message: `The service's response does not confirm this item.${quote}`,
		endpoint: endpoint.name,
	});
}

/** Neither the response nor a look-up confirms the change. */
export function notShown({ facts }: Unconfirmed): ApiError {
	const said = facts.serviceMessage;
	return new ApiError({
		...facts,
		kind: 'unconfirmed',
		message: [
			'The service accepted the call, but a look-up does not show the change.',
			said && `It says: ${sentence(said)}`,
		]
			.filter(Boolean)
			.join(' '),
		baseMessage: undefined,
	});
}

const isId = (value: unknown): boolean =>
	typeof value === 'number'
		? Number.isInteger(value) && value > 0
		: typeof value === 'string' && /^\d*[1-9]\d*$/.test(value.trim());

/** Whether two texts or numbers are the same. Objects never are: converting them to text may fail. */
export const isSame = (one: unknown, other: unknown): boolean =>
	![one, other].some((value) => typeof value === 'object') &&
	String(one).trim().toLowerCase() === String(other).trim().toLowerCase();

/** Whether fields match all the names. */
const hasAll = (fields: Fields, names: Names): boolean => {
	const wanted = Object.entries(names).filter(([, value]) => value !== null && value !== undefined);
	return (
		wanted.length > 0 &&
		wanted.every(([name, value]) => fields[name] !== null && fields[name] !== undefined && isSame(fields[name], value))
	);
};

const has = (fields: Fields, names: Names | readonly Names[]): boolean =>
	[names].flat().some((one) => hasAll(fields, one));

export const isEmpty = (response: unknown): boolean => response === null || response === undefined || response === '';

/**
 * Reads the response to a write of one record.
 * @param names what the response must have to be about that record
 * @returns nothing if the response confirms the change, as the endpoint's row says; else the remaining doubt
 * @throws ApiError when it refuses
 */
export function doubtAbout(
	endpoint: Endpoint,
	response: unknown,
	dialect: Dialect,
	names?: Names | readonly Names[],
): Unconfirmed | undefined {
	const refusal = refusalIn(endpoint, response, dialect);
	if (refusal) throw refusal;
	const fields = fieldsOf(response);
	const [error] = fields ? readRowErrors(fields.errors, dialect.firstIndex) : [];
	if (error) throw rowError(error, endpoint.name);
	const { by, empty = false } = endpoint.confirms ?? {};
	if (empty && isEmpty(response)) return undefined;
	const isThing = by === 'thing';
	const isYes =
		fields !== undefined && !saysNo(fields, isThing) && !leavesOpen(fields, isThing) && !failsWithin(fields);
	const confirms = isYes && isAbout(fields, by, names);
	return confirms ? undefined : unconfirmed(endpoint, response, dialect);
}

/** Whether one of the response's results failed. */
const failsWithin = ({ results }: Fields): boolean =>
	[results].flat().some((result) => {
		const fields = fieldsOf(result);
		if (!fields) return false;
		return saysNo(fields) || leavesOpen(fields) || readRowErrors(fields.errors, 0).length > 0;
	});

function isAbout(fields: Fields, by: string | undefined, names: Names | readonly Names[] | undefined): boolean {
	if (by === 'id') return isId(fields.id) && (!names || has(fields, names));
	return by === 'thing' && names !== undefined && has(fields, names);
}
