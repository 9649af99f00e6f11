import type { IAllExecuteFunctions, IDataObject, IHttpRequestOptions } from 'n8n-workflow';
import { asIs } from '../http/rethrow';
import { type HttpAnswer, type HttpRequest, type Transport, TransportError } from '../http/transport';
import * as z from '../vendor/zod';
import { scrub } from './secrets';

/** The contexts of n8n that carry its HTTP helper: running a node, filling its lists, polling. */
export type RequestContext = Pick<IAllExecuteFunctions, 'helpers'>;

const fullResponse = z.looseObject({ statusCode: z.number(), headers: z.unknown(), body: z.unknown() });

/**
 * Sends through n8n's own helper, so that its token refresh, proxy, TLS settings and network policy apply.
 *
 * Statuses come back as answers, so that headers and bodies survive (n8n's errors drop them). A 401 is different where a token can be renewed: n8n renews it only when
 * the 401 is an error, and then sends the request again. n8n 2 takes that exception as an option; n8n 1 sees only that the option is set and hands the 401 back, so a read
 * is made once more without it. How often n8n sends a request with such an error hangs on its version and the credential, so writes never have one: a read makes
 * n8n renew the token, and the write goes once more.
 * @param renewal address of a read that needs a token; undefined where the credential's token cannot be renewed
 */
export function n8nTransport(context: RequestContext, credentialType: string, secrets: readonly string[], renewal: string | undefined): Transport {
	let renewing: Promise<unknown> | undefined;
	/** Makes n8n renew the token; writes that are under way at a time share one renewal. */
	const renew = async (url: string, timeout: number): Promise<void> => {
		renewing ??= send(context, credentialType, requestOf({ method: 'GET', url, timeoutMs: timeout }), secrets, false).finally(() => (renewing = undefined));
		await renewing.catch((error: unknown) => {
			// The write was answered: nothing of it is in doubt.
			throw asIs(error instanceof TransportError && error.reason === 'lost' ? new TransportError('notSent', error.detail, error.status) : error);
		});
	};
	return async (given) => {
		const request = (): IHttpRequestOptions => requestOf(given);
		if (given.method !== 'GET' || renewal === undefined) {
			const answer = await send(context, credentialType, { ...request(), ignoreHttpStatusErrors: true }, secrets, false);
			if (answer.status !== 401 || renewal === undefined) return answer;
			await renew(renewal, given.timeoutMs);
			return await send(context, credentialType, { ...request(), ignoreHttpStatusErrors: true }, secrets, false);
		}
		// Typed as boolean in n8n 1; see above for what it makes of the object.
		const tolerant = { ignore: true, except: [401] } as unknown as boolean;
		const first = await send(context, credentialType, { ...request(), ignoreHttpStatusErrors: tolerant }, secrets, false);
		if (first.status !== 401) return first;
		return await send(context, credentialType, request(), secrets, true);
	};
}

const requestOf = ({ method, url, body, timeoutMs }: HttpRequest): IHttpRequestOptions => ({
	method,
	url,
	body: body as IDataObject | undefined,
	json: true,
	timeout: timeoutMs,
	headers: { Accept: 'application/json' },
	returnFullResponse: true,
});

async function send(
	context: RequestContext,
	credentialType: string,
	request: IHttpRequestOptions,
	secrets: readonly string[],
	mayHaveBeenSent: boolean,
): Promise<HttpAnswer> {
	let response: unknown;
	try {
		response = await context.helpers.httpRequestWithAuthentication.call(context as IAllExecuteFunctions, credentialType, request);
	} catch (error) {
		throw asIs(toTransportError(error, secrets, mayHaveBeenSent));
	}
	const read = fullResponse.parse(response);
	return {
		status: read.statusCode,
		headers: Object.fromEntries(Object.entries((read.headers ?? {}) as Record<string, unknown>).map(([name, value]) => [name.toLowerCase(), String(value)])),
		body: read.body,
	};
}

/** What is looked at in an error of n8n's helper; n8n 2 keeps the cause, n8n 1 has its code in `httpCode`. */
const helperError = z.looseObject({
	message: z.string().nullish(),
	description: z.string().nullish(),
	httpCode: z.unknown(),
	code: z.unknown(),
	cause: z.looseObject({ code: z.unknown(), message: z.string().nullish(), status: z.unknown() }).nullish().catch(undefined),
});

/** The usual codes in words. (n8n replaces any message that has such a code in it by one of its own, so the codes themselves must not appear.) */
const WORDS: Record<string, string> = {
	ECONNREFUSED: 'connection refused',
	ENOTFOUND: 'host name not found',
	EAI_AGAIN: 'host name not found for now',
	EHOSTUNREACH: 'no route to it',
	ENETUNREACH: 'no network',
	ECONNRESET: 'connection reset',
	ECONNABORTED: 'no answer in time',
	ETIMEDOUT: 'no answer in time',
	CERT_HAS_EXPIRED: 'its certificate has expired',
	DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed',
};

/** Codes with which a connection fails before anything was sent on it. */
const NOT_SENT = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|ERR_TLS)/;
/** Codes with which a connection fails after it stood. */
const LOST = /^(ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|ESOCKETTIMEDOUT|ERR_BAD_RESPONSE|ERR_NETWORK|UND_ERR|HPE_)/;

function toTransportError(error: unknown, secrets: readonly string[], mayHaveBeenSent: boolean): unknown {
	const read = helperError.safeParse(error);
	if (!read.success) return error;
	const { message, description, httpCode, code, cause } = read.data;
	const codes = [httpCode, code, cause?.code, cause?.status].filter((one) => one !== undefined && one !== null).map(String);
	const detail = scrub([message, description ?? cause?.message].filter(Boolean).join(': '), secrets);
	const status = codes.map(Number).find((number) => number >= 400 && number < 600);
	const network = codes.find((one) => NOT_SENT.test(one) || LOST.test(one));
	if (network) return new TransportError(NOT_SENT.test(network) ? 'notSent' : 'lost', WORDS[network] ?? network.toLowerCase().replaceAll('_', ' '));
	// Only 401 comes as an error from the service itself; other statuses are those of the token endpoint.
	if (status !== undefined && status < 500 && status !== 408 && status !== 429) return new TransportError('unauthorized', detail, status);
	if (status !== undefined) return new TransportError(mayHaveBeenSent ? 'lost' : 'notSent', detail, status);
	if (/access token|refresh ?token|client authentication|invalid_(client|grant|token)|unauthorized/i.test(detail)) return new TransportError('unauthorized', detail);
	// n8n's own words for the codes above, which it drops when the token endpoint is what cannot be reached.
	if (/refused the connection|connection cannot be established/i.test(detail)) return new TransportError('notSent', 'the token endpoint does not answer');
	if (/timeout|timed out|socket hang up|aborted|reset/i.test(detail)) return new TransportError('lost', detail);
	return error;
}
