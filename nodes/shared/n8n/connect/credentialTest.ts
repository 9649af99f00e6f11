import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	IHttpRequestOptions,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { ApiError } from '../../http/errors/apiError';
import { connect, type ConnectContext } from './connection';
import { testWords } from './credentialWords';
import { describeError } from '../errors/errors';
import { Secrets } from '../secrets/secrets';

const TYPE = 'extensivOrderManagerApi';

/** A user is waiting in front of an open dialog. */
const SHORT = { maxTries: 2, maxWaitMs: 5_000 };

/**
 * Tests an access token by reading its company, and describes a failure in the nodes' words. (n8n's own credential test
 * shows bare codes such as ECONNREFUSED.)
 */
export async function testAccessToken(
	this: ICredentialTestFunctions,
	{ data = {} }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	try {
		const { manager } = await connect(contextOf(this, data), TYPE, { retry: SHORT });
		await manager.account?.company();
		return { status: 'OK', message: 'Connection successful!' };
	} catch (error) {
		return { status: 'Error', message: messageFor(error, new Secrets(data)) };
	}
}

function messageFor(error: unknown, secrets: Secrets): string {
	if (error instanceof ApiError && error.facts.status === 404) return testWords(404);
	const { message, remedy } = describeError(error, '', secrets);
	return [message, remedy].filter(Boolean).join(' ');
}

/**
 * Makes the context that a connection needs from what n8n gives to a test: its older request helper and the form's
 * values.
 */
function contextOf({ helpers }: ICredentialTestFunctions, data: ICredentialDataDecryptedObject): ConnectContext {
	const httpRequestWithAuthentication = async (
		_type: string,
		{ url, disableFollowRedirect, ignoreHttpStatusErrors, ...request }: IHttpRequestOptions,
	): Promise<unknown> =>
		await helpers.request({
			...request,
			uri: url,
			followRedirect: disableFollowRedirect !== true,
			...(disableFollowRedirect === true ? { followAllRedirects: false, maxRedirects: 0 } : {}),
			headers: { ...request.headers, Authorization: `Bearer ${String(data.accessToken).trim()}` },
			resolveWithFullResponse: true,
			simple: ignoreHttpStatusErrors === undefined,
		});
	const node = { id: '', name: '', type: '', typeVersion: 1, position: [0, 0], parameters: {} };
	return {
		getCredentials: async () => data,
		getNode: () => node,
		helpers: { httpRequestWithAuthentication },
	} as unknown as ConnectContext;
}
