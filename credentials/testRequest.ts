import type { ICredentialTestRequest, IDataObject } from 'n8n-workflow';
import { testWords } from '../nodes/shared/n8n/connect/credentialWords';

/**
 * Keeps requests at their address: n8n would follow a redirect to any host, with the token. n8n 1, n8n 2 and their
 * older request helper each have their own name for this.
 */
export const NO_REDIRECTS = {
	disableFollowRedirect: true,
	maxRedirects: 0,
	sendCredentialsOnCrossOriginRedirect: false,
} as const;

const STATUSES = [401, 403, 404, 429, 500, 502, 503, 504];
const REDIRECTS = [301, 302, 303, 307, 308];

const ruleFor = (value: number, message: string) => ({ type: 'responseCode' as const, properties: { value, message } });

/**
 * n8n's messages for these statuses in a test: the nodes' words instead of “Unauthorized”. (Connection failures show
 * their code.)
 */
const RULES: ICredentialTestRequest['rules'] = [
	...STATUSES.map((status) => ruleFor(status, testWords(status))),
	...REDIRECTS.map((status) =>
		ruleFor(
			status,
			`The service redirects requests to another address (HTTP ${status}). Redirects are not followed. Check the ` +
				'address in the credential.',
		),
	),
];

/** The request with which n8n tests a credential. n8n 2 shows the message of a rule; n8n 1 shows the status. */
export const testOf = (baseURL: string, url: string, qs?: IDataObject): ICredentialTestRequest => ({
	request: { baseURL, url, ...(qs ? { qs } : {}), disableFollowRedirect: true },
	rules: RULES,
});
