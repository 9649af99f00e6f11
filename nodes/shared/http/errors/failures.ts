import type { Endpoint } from '../endpoint';
import { ApiError } from './apiError';
import { serviceWords } from './serviceWords';
import type { Failure } from '../retry';
import { LateError, type TransportError } from '../transport';

/** The effect and the error of a try that got no response. */
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
				message: 'The execution was stopped before the service responded.',
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
	if (error.reason === 'lost') return `The connection to ${host} broke before the service responded${why}.`;
	return `The service at ${host} cannot be reached${why}.`;
}

/** The user stopped the execution while no request was under way. */
export const stopped = (endpoint?: Endpoint): ApiError =>
	new ApiError({
		kind: 'cancelled',
		message: 'The execution was stopped.',
		endpoint: endpoint?.name,
		effect: 'notSent',
	});

/** The whole run would repeat after a failure, and the call must not. */
export const rerunRefused = (endpoint?: string): ApiError =>
	new ApiError({
		kind: 'retryOnFail',
		message: 'After a failure, the whole run would repeat the changes that already succeeded. Nothing was sent.',
		endpoint,
		effect: 'notSent',
	});

/**
 * The final error: adds the number of tries, and that a write may have taken effect where that is possible.
 * @param inDoubt one of the tries may have taken effect
 */
export function lastWord(endpoint: Endpoint, inDoubt: boolean, error: ApiError, tries: number): ApiError {
	const maybeDone = endpoint.writes && inDoubt;
	// A failed run can repeat retryable calls without harm; after a stop, the user still wants to know.
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
