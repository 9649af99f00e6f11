import type { IAllExecuteFunctions, IDataObject, IHttpRequestOptions } from 'n8n-workflow';
import { ownValue } from '../../domain/ownValue';
import { isRedirect } from '../../http/response';
import { rethrow } from '../../http/errors/rethrow';
import { type HttpResponse, type HttpRequest, type Transport, TransportError } from '../../http/transport';
import * as z from '../../vendor/zod';
import type { Secrets } from '../secrets/secrets';

/** The contexts of n8n that have its HTTP helper: running a node, filling its lists, polling. */
export type RequestContext = Pick<IAllExecuteFunctions, 'helpers'>;

const fullResponse = z.looseObject({ statusCode: z.number(), headers: z.unknown(), body: z.unknown() });

/**
 * Sends through n8n's own helper, so that its token refresh, proxy, TLS settings and network policy apply.
 * Statuses are returned as responses, because n8n's errors drop headers and bodies. The exception is a 401 with a
 * renewable token: n8n renews it only if the 401 is an error, and then repeats the request. n8n 2 accepts that
 * exception as an option; n8n 1 only sees that the option is set and returns the 401, so a read is made once more
 * without it. How often n8n repeats a request after such an error depends on its version and the credential, so writes
 * never use it: a read makes n8n renew the token, and the write is sent once more.
 * Redirects are returned too, because n8n would follow them to any host with the token.
 * @param renewal address of a read that needs a token; undefined if the credential's token cannot be renewed
 */
export function n8nTransport(
	context: RequestContext,
	credentialType: string,
	secrets: Secrets,
	renewal: string | undefined,
): Transport {
	let renewing: Promise<unknown> | undefined;
	/** Reads that n8n 1 renews the token for, one after the other: the first one renews it for all. */
	let renewingReads: Promise<unknown> = Promise.resolve();
	/** Makes n8n renew the token; concurrent writes share one renewal. */
	const renew = async (url: string, { timeoutMs, signal }: HttpRequest): Promise<void> => {
		const read = requestOf({ method: 'GET', url, timeoutMs, signal });
		renewing ??= send(withSignal(context, signal), credentialType, read, secrets, false).finally(
			() => (renewing = undefined),
		);
		await renewing.catch((error: unknown) => {
			// The write got a response, so nothing about it is in doubt.
			rethrow(
				error instanceof TransportError && error.reason === 'lost'
					? new TransportError('notSent', error.detail, error.status)
					: error,
			);
		});
	};
	return async (given) => {
		const sender = withSignal(context, given.signal);
		const request = (): IHttpRequestOptions => requestOf(given);
		if (given.method !== 'GET' || renewal === undefined) {
			const response = await send(
				sender,
				credentialType,
				{ ...request(), ignoreHttpStatusErrors: true },
				secrets,
				false,
			);
			if (response.status !== 401 || renewal === undefined) return response;
			await renew(renewal, given);
			return await send(sender, credentialType, { ...request(), ignoreHttpStatusErrors: true }, secrets, false);
		}
		// Typed as boolean in n8n 1; see above for what it makes of the object.
		const tolerant = { ignore: true, except: [401] } as unknown as boolean;
		const first = await send(
			sender,
			credentialType,
			{ ...request(), ignoreHttpStatusErrors: tolerant },
			secrets,
			false,
		);
		if (first.status !== 401) return first;
		const again = renewingReads.then(async () => await send(sender, credentialType, request(), secrets, true));
		renewingReads = again.catch(() => undefined);
		return await again;
	};
}

const requestOf = ({ method, url, body, timeoutMs, signal }: HttpRequest): IHttpRequestOptions => ({
	method,
	url,
	body: body as IDataObject | undefined,
	json: true,
	// The client's deadline comes first. Without this, n8n would abort after five minutes of silence.
	timeout: timeoutMs + 1_000,
	abortSignal: signal,
	headers: { Accept: 'application/json' },
	returnFullResponse: true,
	disableFollowRedirect: true,
});

/**
 * n8n replaces a request's signal by its context's own one for the *Stop* button, if it has one. So the context gets
 * our signal, which reacts to both.
 */
const withSignal = (context: RequestContext, signal: AbortSignal): RequestContext =>
	Object.create(context, { getExecutionCancelSignal: { value: () => signal } }) as RequestContext;

async function send(
	context: RequestContext,
	credentialType: string,
	request: IHttpRequestOptions,
	secrets: Secrets,
	mayHaveBeenSent: boolean,
): Promise<HttpResponse> {
	let response: unknown;
	try {
		response = await context.helpers.httpRequestWithAuthentication.call(
			context as IAllExecuteFunctions,
			credentialType,
			request,
		);
	} catch (error) {
		secrets.addFrom(request);
		const redirect = mayHaveBeenSent ? redirectStatus(error) : undefined;
		if (redirect !== undefined) return { status: redirect, headers: {}, body: '' };
		rethrow(toTransportError(error, secrets, mayHaveBeenSent));
	}
	secrets.addFrom(request);
	const read = fullResponse.parse(response);
	return {
		status: read.statusCode,
		headers: Object.fromEntries(
			Object.entries((read.headers ?? {}) as Record<string, unknown>).map(([name, value]) => [
				name.toLowerCase(),
				String(value),
			]),
		),
		body: read.body,
	};
}

/** The fields that are read from an error of n8n's helper; n8n 2 keeps the cause, n8n 1 has its code in `httpCode`. */
const helperError = z.looseObject({
	message: z.string().nullish(),
	description: z.string().nullish(),
	httpCode: z.unknown(),
	code: z.unknown(),
	cause: z
		.looseObject({ code: z.unknown(), message: z.string().nullish(), status: z.unknown() })
		.nullish()
		.catch(undefined),
});

const codesOf = ({ httpCode, code, cause }: z.Infer<typeof helperError>): string[] =>
	[httpCode, code, cause?.code, cause?.status].filter((one) => one !== undefined && one !== null).map(String);

/** Without the option for statuses, a redirect is an error, of which n8n 1 keeps only the status. */
function redirectStatus(error: unknown): number | undefined {
	const read = helperError.safeParse(error);
	return read.success ? codesOf(read.data).map(Number).find(isRedirect) : undefined;
}

/**
 * Messages for the usual codes. (n8n replaces any message that contains such a code, so the codes themselves must not
 * appear.)
 */
const WORDS: Record<string, string> = {
	ECONNREFUSED: 'connection refused',
	ENOTFOUND: 'host name not found',
	EAI_AGAIN: 'host name not found at the moment',
	EHOSTUNREACH: 'no route to the host',
	ENETUNREACH: 'no network',
	ECONNRESET: 'connection reset',
	ECONNABORTED: 'no response in time',
	ETIMEDOUT: 'no response in time',
	CERT_HAS_EXPIRED: 'its certificate has expired',
	DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed',
};

/** Codes of connections that fail before anything was sent. */
const NOT_SENT =
	/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|ERR_TLS)/;
/** Codes of connections that fail after they were established. */
const LOST = /^(ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|ESOCKETTIMEDOUT|ERR_BAD_RESPONSE|ERR_NETWORK|UND_ERR|HPE_)/;

function toTransportError(error: unknown, secrets: Secrets, mayHaveBeenSent: boolean): unknown {
	const read = helperError.safeParse(error);
	if (!read.success) return error;
	const { message, description, cause } = read.data;
	const codes = codesOf(read.data);
	const detail = secrets.scrub([message, description ?? cause?.message].filter(Boolean).join(': '));
	const status = codes.map(Number).find((number) => number >= 400 && number < 600);
	const network = codes.find((one) => NOT_SENT.test(one) || LOST.test(one));
	if (network)
		return new TransportError(
			NOT_SENT.test(network) ? 'notSent' : 'lost',
			ownValue(WORDS, network) ?? network.toLowerCase().replaceAll('_', ' '),
		);
	// The service itself causes only 401 errors; other statuses come from the token endpoint.
	if (status !== undefined && status < 500 && status !== 408 && status !== 429)
		return new TransportError('unauthorized', detail, status);
	if (status !== undefined) return new TransportError(mayHaveBeenSent ? 'lost' : 'notSent', detail, status);
	if (/access token|refresh ?token|client authentication|invalid_(client|grant|token)|unauthorized/i.test(detail))
		return new TransportError('unauthorized', detail);
	// n8n's own messages for the codes above, which it drops if the token endpoint is unreachable.
	if (/refused the connection|connection cannot be established/i.test(detail))
		return new TransportError('notSent', 'the token endpoint does not respond');
	if (/timeout|timed out|socket hang up|aborted|reset/i.test(detail)) return new TransportError('lost', detail);
	return error;
}
