import type { Dialect } from './dialect';
import type { Endpoint } from './endpoint';
import { printable, shorten } from '../domain/values/shorten';
import { ApiError, type ApiErrorKind } from './errors/apiError';
import { requestIdOf } from './calls/record';
import { retryAfter } from './retryAfter';
import type { HttpResponse } from './transport';

export type ReadResponse = { ok: true; body: unknown } | { ok: false; lost: boolean; error: ApiError };

/**
 * Takes the body of a 2xx response. A body that is not JSON was cut on its way or comes from a gateway, so the response
 * counts as lost.
 */
export function readResponse(endpoint: Endpoint, response: HttpResponse): ReadResponse {
	const accepted = response.status >= 200 && response.status < 300;
	const empty = response.body === '' || response.body === null || response.body === undefined;
	if (accepted && typeof response.body !== 'string' && !empty) return { ok: true, body: response.body };
	if (accepted && empty && endpoint.writes) return { ok: true, body: null };
	const error = new ApiError({
		kind: 'unreadable',
		message: "The service's response was cut short or is not JSON.",
		status: response.status,
		endpoint: endpoint.name,
	});
	return { ok: false, lost: accepted, error };
}

const KINDS: Record<number, [ApiErrorKind, string]> = {
	401: ['unauthorized', 'The service does not accept the credential.'],
	403: ['forbidden', 'The credential is not allowed to do this.'],
	404: ['notFound', 'The service found no such record or address (HTTP 404).'],
	429: ['rateLimited', 'The service is limiting requests (HTTP 429).'],
};

/** The error for a response that is not 2xx, with everything its body and headers say. */
export function responseError(endpoint: Endpoint, response: HttpResponse, dialect: Dialect, now: number): ApiError {
	const error = dialect.readErrorBody(response.body);
	const [kind, message] = textOf(response.status);
	const [row] = error.rows;
	const retryAfterMs = retryAfter(response.headers, now, dialect);
	const wait =
		response.status === 429 && retryAfterMs ? `It asks to wait ${Math.ceil(retryAfterMs / 1000)} seconds.` : '';
	return new ApiError({
		kind,
		message: [message, wait, error.message ? `It says: ${sentence(error.message)}` : ''].filter(Boolean).join(' '),
		status: response.status,
		code: error.code,
		serviceMessage: error.message,
		field: error.field,
		row: row?.row,
		rows: error.rows,
		requestId: requestIdOf(response.headers),
		retryAfterMs,
		endpoint: endpoint.name,
	});
}

/** Whether a response redirects. Redirects are never followed: the token must not leave the credential's address. */
export const isRedirect = (status: number | undefined): boolean =>
	status !== undefined && status >= 300 && status < 400;

/** Characters of an address that a message shows. */
const SHOWN = 200;

/** The error for a redirect, with its target. */
export function redirectError(endpoint: Endpoint, { status, headers }: HttpResponse, baseUrl: string): ApiError {
	const target = shorten(printable(redirectTarget(headers.location ?? '', baseUrl)), SHOWN);
	return new ApiError({
		kind: 'redirected',
		message:
			`The service redirects this request ${target ? `to ${target}` : 'without naming a target'} (HTTP ` +
			`${status}). The node did not follow it.`,
		status,
		endpoint: endpoint.name,
	});
}

/**
 * The address without its private parts: user name, password, query. The rest stays as the service wrote it, so that
 * secrets in it are still recognized.
 */
function redirectTarget(location: string, baseUrl: string): string {
	const [address = ''] = location.trim().split(/[?#]/);
	if (address === '') return '';
	const { protocol, origin } = new URL(baseUrl);
	if (/^[a-z][a-z\d+.-]*:/i.test(address)) return address.replace(/\/\/[^/]*@/, '//');
	if (address.startsWith('//')) return `${protocol}${address.replace(/^\/\/[^/]*@/, '//')}`;
	return `${origin}${address.startsWith('/') ? '' : '/…/'}${address}`;
}

/** Ends a service's message with a period where it has no end of its own. */
const sentence = (text: string): string => (/[.!?…”)]$/.test(text) ? text : `${text}.`);

/** The meaning of a status that is not 2xx. */
export const textOf = (status: number): [ApiErrorKind, string] => KINDS[status] ?? byClass(status);

const byClass = (status: number): [ApiErrorKind, string] =>
	status >= 500
		? ['unavailable', `The service failed (HTTP ${status}).`]
		: ['refused', `The service rejected the request (HTTP ${status}).`];
