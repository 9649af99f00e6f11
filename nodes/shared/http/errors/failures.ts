import type { Endpoint } from '../endpoint';
import { ApiError } from './apiError';
import { serviceWords } from './serviceWords';
import type { Failure } from '../retry';
import { LateError, type TransportError } from '../transport';

/** A try without an answer: what it may have done, and the error for it. */
export function transportFailure(
	endpoint: Endpoint,
	error: TransportError,
	host: string,
): { failure: Failure; error: ApiError } {
	const facts = { endpoint: endpoint.name, status: error.status, serviceMessage: serviceWords(error.detail) };
	if (error.reason === 'unauthorized') {
		return {
			failure: { effect: 'notDone', passing: false },
			error: new ApiError({ ...facts, kind: 'unauthorized', message: 'The service does not accept the credential.' }),
		};
	}
	if (error.reason === 'stopped') {
		return {
			failure: { effect: 'unknown', passing: false },
			error: new ApiError({
				kind: 'cancelled',
				message: 'The execution was stopped before the service answered.',
				endpoint: endpoint.name,
			}),
		};
	}
	return {
		failure: { effect: error.reason === 'lost' ? 'unknown' : 'notDone', passing: true },
		error: new ApiError({ ...facts, kind: 'unreachable', message: messageFor(error, host) }),
	};
}

function messageFor(error: TransportError, host: string): string {
	const detail = serviceWords(error.detail);
	const why = detail ? ` (${detail})` : '';
	if (error instanceof LateError) return `The service at ${host} gave ${error.detail}.`;
	if (error.reason === 'lost') return `The connection to ${host} broke before the service answered${why}.`;
	return `The service at ${host} cannot be reached${why}.`;
}

/** The user has stopped the execution, and nothing was under way. */
export const stopped = (endpoint?: Endpoint): ApiError =>
	new ApiError({
		kind: 'cancelled',
		message: 'The execution was stopped.',
		endpoint: endpoint?.name,
		effect: 'notSent',
	});

/** The whole run would be repeated after a failure, and what must not be done twice is to be done. */
export const rerunRefused = (endpoint?: string): ApiError =>
	new ApiError({
		kind: 'retryOnFail',
		message:
			'After a failure the whole run would be repeated, and what was done before would be done twice. Nothing was sent.',
		endpoint,
		effect: 'notSent',
	});

/**
 * The error to end with: says how often it was tried, and that a write may have taken effect where that is so.
 * @param inDoubt one of the tries may have taken effect
 */
export function lastWord(endpoint: Endpoint, inDoubt: boolean, error: ApiError, tries: number): ApiError {
	const maybeDone = endpoint.writes && inDoubt;
	// A run that fails can be repeated where a repeat does no harm; of one that was stopped the user wants to know.
	const isUnknown = maybeDone && (endpoint.onLostResponse !== 'retry' || error.kind === 'cancelled');
	const tried = tries > 1 ? ` It was tried ${tries} times.` : '';
	return new ApiError({
		...error.facts,
		kind: isUnknown ? 'indeterminate' : error.facts.kind,
		message: isUnknown
			? `${error.message}${tried} Whether the change took effect is not known.`
			: `${error.message}${tried}`,
		baseMessage: `${error.message}${tried}`,
		effect: endpoint.writes ? (maybeDone ? 'unknown' : (error.facts.effect ?? 'none')) : 'read',
	});
}
