import { ApiError } from '../../http/errors/apiError';
import type { Dialect } from '../../http/dialect';
import type { Endpoint } from '../../http/endpoint';
import { fieldsOf, readRowErrors, rowError } from './rowErrors';
import { isFailure, leavesOpen, saysNo } from './saysNo';

type Fields = Record<string, unknown>;

/** Fields of an answer, in the service's own names, with the values they have when the answer is about this thing. */
export type Names = Readonly<Record<string, string | number | null | undefined>>;

/** The service answered, and its answer does not confirm the change. */
export class Unconfirmed extends ApiError {}

/** The service's own words in an answer, for messages. */
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
 * The refusal of a whole call in an answer with a status of success.
 * @returns undefined also when the answer tells of trouble in the service: after that the effect is unknown
 */
export function refusalIn(endpoint: Endpoint, response: unknown, dialect: Dialect): ApiError | undefined {
	const fields = fieldsOf(response);
	const isThing = endpoint.confirms?.by === 'thing';
	if (!fields || !saysNo(fields, isThing) || isFailure(fields, isThing)) return undefined;
	const { quote, ...facts } = quoted(response, dialect);
	return new ApiError({
		...facts,
		kind: 'refused',
		message: `The service took the call, but refuses it in its answer.${quote}`,
		endpoint: endpoint.name,
	});
}

/** The answer confirms nothing of what was sent: the whole call is in doubt. */
export function unconfirmed(endpoint: Endpoint, response: unknown, dialect: Dialect, more = ''): Unconfirmed {
	const { quote, ...facts } = quoted(response, dialect);
	const baseMessage = `The service answered, but its answer does not confirm the change.${quote}${more}`;
	return new Unconfirmed({
		...facts,
		kind: 'indeterminate',
		message: `${baseMessage} Whether the change took effect is not known.`,
		baseMessage,
		endpoint: endpoint.name,
	});
}

/** The answer confirms other things, but not this one. */
export function notMentioned(endpoint: Endpoint, response: unknown, dialect: Dialect): Unconfirmed {
	const { quote, ...facts } = quoted(response, dialect);
	return new Unconfirmed({
		...facts,
		kind: 'unconfirmed',
		message: `The answer of the service does not confirm this item.${quote}`,
		endpoint: endpoint.name,
	});
}

/** Neither the answer nor a look-up afterwards confirms a thing. */
export function notShown({ facts }: Unconfirmed): ApiError {
	const said = facts.serviceMessage;
	return new ApiError({
		...facts,
		kind: 'unconfirmed',
		message: [
			'The service took the call, but a look-up does not show the change.',
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

/** Whether two texts or numbers are the same. An object is none: it may not even have a text. */
export const isSame = (one: unknown, other: unknown): boolean =>
	![one, other].some((value) => typeof value === 'object') &&
	String(one).trim().toLowerCase() === String(other).trim().toLowerCase();

/** Whether fields have all the names. */
const hasAll = (fields: Fields, names: Names): boolean => {
	const wanted = Object.entries(names).filter(([, value]) => value !== null && value !== undefined);
	return (
		wanted.length > 0 &&
		wanted.every(([name, value]) => fields[name] !== null && fields[name] !== undefined && isSame(fields[name], value))
	);
};

const has = (fields: Fields, names: Names | readonly Names[]): boolean =>
	[names].flat().some((one) => hasAll(fields, one));

/** Whether there is nothing in an answer. */
export const isEmpty = (response: unknown): boolean => response === null || response === undefined || response === '';

/**
 * Reads the answer to a write of one thing.
 * @param names what the answer must name to be about that thing
 * @returns nothing where the answer confirms, as the endpoint's row says; else the doubt that remains
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

/** Whether an answer has a result that did not go well. */
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
